import type { Renderer } from '../renderer.ts';
import { repack } from '../repack.ts';
import { addSheet } from './sheet.ts';
import { calendar, moves, notAssessed } from './sheets/ahead.ts';
import { type SheetMaker, sheetInput } from './sheets/context.ts';
import { decisions, savings, tradeOff } from './sheets/decisions.ts';
import { capabilities, integrations, pairs } from './sheets/overlap.ts';
import { moneyReconciliation, rowReconciliation, sources } from './sheets/reconciliation.ts';
import { review } from './sheets/review.ts';
import { seatsByTeam, seatThresholds } from './sheets/seats.ts';
import { addSummary } from './sheets/summary.ts';
import { inventory, spendAndSeats, vendorCalls } from './sheets/tools.ts';
import { constructs, signals } from './sheets/work.ts';

/** After the summary, in the order of the report. */
const SHEETS: readonly SheetMaker[] = [
  sources,
  rowReconciliation,
  moneyReconciliation,
  inventory,
  spendAndSeats,
  seatThresholds,
  seatsByTeam,
  capabilities,
  pairs,
  integrations,
  constructs,
  signals,
  decisions,
  tradeOff,
  savings,
  vendorCalls,
  calendar,
  moves,
  review,
  notAssessed,
];

const GUID = /\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/gi;

/** The library gives random ids to data bars; they become their order of appearance in the sheet. */
function withStableIds(_name: string, xml: string): string | null {
  const ids = [...new Set(xml.match(GUID) ?? [])];
  if (ids.length === 0) return null;
  return xml.replace(GUID, (id) => `{00000000-0000-0000-0000-${String(ids.indexOf(id) + 1).padStart(12, '0')}}`);
}

/** Workbook with live formulas: inputs are named, derived figures recalculate, text is never a formula. */
export const excel = {
  meta: { id: 'excel', title: 'Workbook with live formulas, drop-downs and print areas', produces: ['workbook.xlsx'] },
  async render(audit, { brand }) {
    const { default: ExcelJS } = await import('exceljs');
    const workbook = new ExcelJS.Workbook();
    const stamp = new Date(`${audit.asOf}T00:00:00Z`);
    workbook.creator = brand.name === '' ? 'unsprawl' : brand.name;
    workbook.lastModifiedBy = workbook.creator;
    workbook.created = stamp;
    workbook.modified = stamp;
    workbook.calcProperties = { fullCalcOnLoad: true };
    const input = sheetInput(audit);
    addSummary(workbook, input, brand.accent);
    const footer = brand.footer === '' ? brand.confidentiality : `${brand.footer} - ${brand.confidentiality}`;
    for (const make of SHEETS)
      addSheet(workbook, make(input), { currency: audit.currency, accent: brand.accent, footer });
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    return [{ name: 'workbook.xlsx', bytes: repack(bytes, withStableIds) }];
  },
} satisfies Renderer;
