import type ExcelJS from 'exceljs';
import { toMajor } from '../../../util/minor-units.ts';
import { type FormulaCell, formula } from '../cells.ts';
import { FIRST_ROW, lastRow } from '../sheet.ts';
import { cents, type SheetInput, sum } from './context.ts';

type Line = readonly [
  label: string,
  value: string | number | Date | FormulaCell | null,
  format: string | null,
  name: string | null,
];

function inputs({ audit }: SheetInput): readonly Line[] {
  const { costs } = audit.policy;
  const { migration_per_person: migration } = costs;
  return [
    ['As of', new Date(`${audit.asOf}T00:00:00Z`), 'yyyy-mm-dd', 'As_of'],
    ['Period starts', new Date(`${audit.period.start}T00:00:00Z`), 'yyyy-mm-dd', 'Period_start'],
    ['Period ends', new Date(`${audit.period.end}T00:00:00Z`), 'yyyy-mm-dd', 'Period_end'],
    ['Seat threshold, days', audit.policy.seat_threshold_days, '0', 'Seat_threshold_days'],
    ['Migration for each person, low', migration.low, '#,##0.00', 'Migration_low'],
    ['Migration for each person, likely', migration.likely, '#,##0.00', 'Migration_likely'],
    ['Migration for each person, high', migration.high, '#,##0.00', 'Migration_high'],
    ['Discount rate a year', costs.discount_rate, '0.0%', 'Discount_rate'],
    ['Horizon, years', audit.policy.horizon_years, '0.0', 'Horizon_years'],
  ];
}

function headlines({ audit }: SheetInput): readonly Line[] {
  const tools = lastRow(audit.tools.length);
  const isEmpty = audit.tools.length === 0;
  const costs = audit.tools.map((tool) =>
    tool.spend.annual === null ? null : toMajor(tool.spend.annual.minor, tool.spend.annual.currency),
  );
  const money = `#,##0.00 "${audit.currency}"`;
  const { lines, net, netLikely } = audit.savings.bridge;
  const likely = toMajor(netLikely.minor, netLikely.currency);
  const over = (sheet: string, letter: string, count: number) =>
    `'${sheet}'!${letter}${FIRST_ROW}:${letter}${lastRow(count)}`;
  const known = audit.tools.filter((tool) => typeof tool.users === 'number' || tool.users === 'suppressed').length;
  return [
    ['Tools', isEmpty ? 0 : formula(`COUNTA('Tools'!B${FIRST_ROW}:B${tools})`, audit.tools.length), '0', 'Tools_count'],
    [
      'Tools whose usage is known',
      isEmpty ? 0 : formula(`COUNTA('Tools'!G${FIRST_ROW}:G${tools})`, known),
      '0',
      'Tools_with_usage',
    ],
    [
      'Annual cost where known',
      isEmpty ? 0 : formula(`SUM(${over('Spend and seats', 'B', audit.tools.length)})`, cents(sum(costs))),
      money,
      'Annual_cost',
    ],
    [
      'Rows read',
      audit.reconciliation.kinds.length === 0
        ? 0
        : formula(`SUM(${over('Rows', 'B', audit.reconciliation.kinds.length)})`, audit.reconciliation.rows.total),
      '0',
      'Rows_read',
    ],
    [
      'Net saving, first twelve months: likely total',
      lines.length === 0 ? null : formula(`SUM(${over('Savings', 'G', lines.length)})`, likely),
      money,
      'Net_saving',
    ],
    [
      'Net saving, first twelve months: simulated middle (p50)',
      lines.length === 0 ? null : toMajor(net.p50.minor, net.p50.currency),
      money,
      'Net_saving_middle',
    ],
    ['Net saving, one in ten below', lines.length === 0 ? null : toMajor(net.p10.minor, net.p10.currency), money, null],
    ['Net saving, one in ten above', lines.length === 0 ? null : toMajor(net.p90.minor, net.p90.currency), money, null],
  ];
}

/** Front sheet: inputs are named and coloured, headlines are formulas over the other sheets. */
export function addSummary(workbook: ExcelJS.Workbook, input: SheetInput, accent: string): void {
  const { audit } = input;
  const sheet = workbook.addWorksheet('Summary');
  sheet.columns = [{ width: 46 }, { width: 22 }, { width: 70 }, { width: 10 }];
  sheet.getCell('A1').value = `Tools of ${audit.organisation.name}`;
  sheet.getCell('A1').font = { bold: true, size: 18, color: { argb: `FF${accent.slice(1).toUpperCase()}` } };
  sheet.getCell('A2').value =
    `${audit.period.start} to ${audit.period.end}, in ${audit.currency}. unsprawl ${audit.version}.`;
  let row = 4;
  const section = (title: string, lines: readonly Line[], isInput: boolean) => {
    sheet.getCell(`A${row}`).value = title;
    sheet.getCell(`A${row}`).font = { bold: true, size: 13 };
    for (const [label, value, format, name] of lines) {
      row += 1;
      sheet.getCell(`A${row}`).value = label;
      const cell = sheet.getCell(`B${row}`);
      if (value === null) cell.fill = { type: 'pattern', pattern: 'lightUp', fgColor: { argb: 'FFB8C0C6' } };
      else
        cell.value =
          typeof value === 'object' && 'formula' in value ? { formula: value.formula, result: value.result } : value;
      if (format !== null) cell.numFmt = format;
      if (isInput) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF4D6' } };
      if (name !== null) workbook.definedNames.add(`Summary!$B$${row}`, name);
    }
    row += 2;
  };
  section('Headlines', headlines(input), false);
  section('Inputs (coloured cells may be changed; figures that name them follow)', inputs(input), true);
  sheet.getCell(`A${row}`).value = 'Findings';
  sheet.getCell(`A${row}`).font = { bold: true, size: 13 };
  for (const finding of audit.findings) {
    row += 1;
    sheet.getCell(`A${row}`).value = finding.rule;
    sheet.getCell(`B${row}`).value = finding.severity;
    sheet.getCell(`C${row}`).value = finding.title;
    sheet.getCell(`D${row}`).value = `step ${finding.step}`;
    sheet.getCell(`C${row}`).alignment = { wrapText: true, vertical: 'top' };
    sheet.getRow(row).height = 13.5 * Math.max(1, Math.ceil(finding.title.length / 72));
  }
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: `A1:D${row}`,
  };
}
