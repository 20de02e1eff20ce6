import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/audit/audit.ts';
import { Brand } from '../../src/model/brand.ts';
import { excel } from '../../src/renderers/excel/excel.ts';
import { emptyAudit, hostileAudit, sampleAudit } from '../support/audit-sample.ts';
import { recalculate } from '../support/libreoffice.ts';
import { lacks } from '../support/needs.ts';
import { formulaValues, namedValue, openWorkbook } from '../support/workbook-cells.ts';

const assets = { templates: () => '', brand: Brand.parse({}) };

async function workbookOf(audit: Audit): Promise<Uint8Array> {
  const [file] = await excel.render(audit, assets);
  return file!.bytes;
}

/** A number as a client would compare it: to the cent; texts and blanks as they are. */
function comparable(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  if (value instanceof Date) return Math.round(value.getTime() / 86_400_000) + 25_569;
  return value === undefined || value === null ? '' : value;
}

describe.skipIf(lacks('libreoffice'))('workbook in LibreOffice', () => {
  it('corrects a planted wrong value, so the recalculation is real', async () => {
    const bytes = await workbookOf(sampleAudit());
    const entries = unzipSync(bytes);
    const before = (await formulaValues(bytes)).get('Summary!B5');
    expect(before?.formula).toContain('COUNTA');
    const sheet = strFromU8(entries['xl/worksheets/sheet1.xml']!);
    const planted = sheet.replace(/(<c r="B5"[^>]*><f>[^<]*<\/f><v>)[^<]*/, '$1987654');
    expect(planted).not.toBe(sheet);
    const wrong = zipSync({ ...entries, 'xl/worksheets/sheet1.xml': strToU8(planted) });
    expect((await formulaValues(wrong)).get('Summary!B5')?.value).toBe(987654);
    expect((await formulaValues(recalculate(wrong))).get('Summary!B5')?.value).toBe(before?.value);
  });

  it.each([
    ['sample', sampleAudit],
    ['hostile', hostileAudit],
    ['empty', emptyAudit],
  ])('%s: every formula keeps its value, to the cent', async (_name, audit) => {
    const bytes = await workbookOf(audit());
    const written = await formulaValues(bytes);
    const recalculated = await formulaValues(recalculate(bytes));
    const differences = [...written].flatMap(([address, { formula, value }]) => {
      const now = recalculated.get(address)?.value;
      return comparable(value) === comparable(now)
        ? []
        : [`${address} =${formula}: ${String(value)} -> ${String(now)}`];
    });
    expect(differences).toEqual([]);
  });

  it('agrees with the audit on the headline figures', async () => {
    const audit = sampleAudit();
    const workbook = await openWorkbook(recalculate(await workbookOf(audit)));
    const cost = audit.tools.reduce((sum, tool) => sum + (tool.spend.annual?.minor ?? 0), 0) / 100;
    const net = audit.savings.bridge.lines.reduce((sum, line) => sum + line.net.minor, 0) / 100;
    expect(namedValue(workbook, 'Tools_count')).toBe(audit.tools.length);
    expect(namedValue(workbook, 'Annual_cost')).toBeCloseTo(cost, 2);
    expect(namedValue(workbook, 'Rows_read')).toBe(audit.reconciliation.rows.total);
    expect(namedValue(workbook, 'Net_saving')).toBeCloseTo(net, 2);
  });
});
