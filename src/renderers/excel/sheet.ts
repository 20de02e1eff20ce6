import type ExcelJS from 'exceljs';
import { type Cell, columnLetter, type FormulaCell } from './cells.ts';

export type ColumnKind = 'text' | 'long text' | 'number' | 'decimal' | 'share' | 'money' | 'date';

export interface Column {
  readonly header: string;
  readonly kind: ColumnKind;
  /** Filled in by people: coloured, and read back by a later import. */
  readonly input?: boolean;
  /** Drop-down of these answers. */
  readonly choices?: readonly string[];
  /** Drop-down of each row's own answers, in the order of the rows; other text is taken too. */
  readonly rowChoices?: readonly (readonly string[])[];
  /** In-cell bar, as a picture that stays live. */
  readonly bar?: boolean;
}

/** One sheet: a title, a sentence, a table with its header in {@link HEADER_ROW}, and the totals under it. */
export interface SheetSpec {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Row under the table, such as sums; same columns. */
  readonly totals?: readonly Cell[];
  /** Shown where there are no rows: what is missing and what would supply it. */
  readonly whenEmpty?: string;
}

export const HEADER_ROW = 4;
export const FIRST_ROW = HEADER_ROW + 1;

/** Last row of the table of `count` rows; at least the first, so that a range never turns around. */
export function lastRow(count: number): number {
  return FIRST_ROW + Math.max(count, 1) - 1;
}

const WIDTH: Readonly<Record<ColumnKind, number>> = {
  text: 24,
  'long text': 60,
  number: 12,
  decimal: 12,
  share: 10,
  money: 15,
  date: 13,
};
const INPUT_FILL = 'FFFFF4D6';
const HEADER_FILL = 'FFE7ECEF';

function numberFormat(kind: ColumnKind, currency: string): string | null {
  if (kind === 'number') return '#,##0';
  if (kind === 'decimal') return '#,##0.00';
  if (kind === 'share') return '0%';
  if (kind === 'money') return `#,##0.00 "${currency}"`;
  return kind === 'date' ? 'yyyy-mm-dd' : null;
}

function isText(kind: ColumnKind): boolean {
  return kind === 'text' || kind === 'long text';
}

const LINE_POINTS = 13.5;
const MOST_LINES = 12;

/** Height that shows the longest wrapped text; programs do not fit rows by themselves when they load a file. */
function rowHeight(columns: readonly Column[], cells: readonly Cell[]): number {
  const lines = columns.map((column, index) => {
    const cell = cells[index];
    return isText(column.kind) && typeof cell === 'string' ? Math.ceil(cell.length / (WIDTH[column.kind] * 1.05)) : 1;
  });
  return LINE_POINTS * Math.min(MOST_LINES, Math.max(1, ...lines));
}

function isFormula(cell: Cell): cell is FormulaCell {
  return typeof cell === 'object' && cell !== null && 'formula' in cell;
}

/** Longest list that a drop-down may hold by itself. */
const LIST_LETTERS = 255;

/** Answers of a drop-down as one text; what a list cannot hold (a comma, a quote, too much text) is left to typing. */
function choiceList(choices: readonly string[]): string {
  let list = '';
  for (const choice of choices.filter((each) => !/[",]/.test(each))) {
    const longer = list === '' ? choice : `${list},${choice}`;
    if (longer.length <= LIST_LETTERS) list = longer;
  }
  return `"${list}"`;
}

function setCell(target: ExcelJS.Cell, cell: Cell, column: Column, currency: string, row = -1): void {
  if (cell === null) {
    // Unknown is drawn as unknown: hatched, and empty so that sums pass over it.
    target.fill = { type: 'pattern', pattern: 'lightUp', fgColor: { argb: 'FFB8C0C6' } };
  } else if (isFormula(cell)) {
    target.value = { formula: cell.formula, result: cell.result };
  } else {
    target.value = cell;
  }
  const format = numberFormat(column.kind, currency);
  if (format !== null) target.numFmt = format;
  target.alignment = {
    vertical: 'top',
    wrapText: isText(column.kind),
    horizontal: isText(column.kind) ? 'left' : 'right',
  };
  if (column.input === true) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INPUT_FILL } };
  const choices = column.choices ?? column.rowChoices?.[row];
  if (choices !== undefined) {
    target.dataValidation = { type: 'list', allowBlank: true, formulae: [choiceList(choices)] };
  }
}

function writeHead(sheet: ExcelJS.Worksheet, spec: SheetSpec, accent: string): void {
  sheet.getCell('A1').value = spec.title;
  sheet.getCell('A1').font = { bold: true, size: 15, color: { argb: `FF${accent.slice(1).toUpperCase()}` } };
  sheet.getCell('A2').value = spec.note;
  sheet.getCell('A2').font = { italic: true, color: { argb: 'FF4A555C' } };
  const header = sheet.getRow(HEADER_ROW);
  header.height = 2 * LINE_POINTS;
  for (const [index, column] of spec.columns.entries()) {
    const cell = header.getCell(index + 1);
    cell.value = column.header;
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } };
    cell.alignment = { wrapText: true, vertical: 'middle' };
    cell.border = { bottom: { style: 'thin' } };
    sheet.getColumn(index + 1).width = Math.max(WIDTH[column.kind], Math.min(column.header.length + 2, 22));
  }
}

function addBars(sheet: ExcelJS.Worksheet, spec: SheetSpec, accent: string): void {
  for (const [index, column] of spec.columns.entries()) {
    if (column.bar !== true || spec.rows.length === 0) continue;
    const letter = columnLetter(index + 1);
    sheet.addConditionalFormatting({
      ref: `${letter}${FIRST_ROW}:${letter}${lastRow(spec.rows.length)}`,
      rules: [
        {
          type: 'dataBar',
          priority: 1,
          cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
          color: { argb: `FF${accent.slice(1).toUpperCase()}` },
        } as ExcelJS.ConditionalFormattingRule,
      ],
    });
  }
}

function setPage(sheet: ExcelJS.Worksheet, spec: SheetSpec, footer: string): void {
  const last = columnLetter(spec.columns.length);
  const bottom = lastRow(spec.rows.length) + (spec.totals === undefined ? 0 : 1);
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: `A1:${last}${bottom}`,
    printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
  };
  sheet.headerFooter = { oddFooter: `&L${footer.replaceAll('&', '&&')}&RPage &P of &N` };
  if (spec.rows.length > 0) sheet.autoFilter = `A${HEADER_ROW}:${last}${lastRow(spec.rows.length)}`;
}

/** Adds one sheet to the workbook. */
export function addSheet(
  workbook: ExcelJS.Workbook,
  spec: SheetSpec,
  style: { readonly currency: string; readonly accent: string; readonly footer: string },
): void {
  const sheet = workbook.addWorksheet(spec.name);
  writeHead(sheet, spec, style.accent);
  for (const [index, row] of spec.rows.entries()) {
    sheet.getRow(FIRST_ROW + index).height = rowHeight(spec.columns, row);
    for (const [position, column] of spec.columns.entries()) {
      setCell(
        sheet.getRow(FIRST_ROW + index).getCell(position + 1),
        row[position] ?? null,
        column,
        style.currency,
        index,
      );
    }
  }
  if (spec.rows.length === 0) sheet.getCell(`A${FIRST_ROW}`).value = spec.whenEmpty ?? 'Nothing to show.';
  if (spec.totals !== undefined) {
    const totals = sheet.getRow(lastRow(spec.rows.length) + 1);
    for (const [position, column] of spec.columns.entries()) {
      const value = spec.totals[position];
      if (value === undefined || value === null) continue;
      setCell(totals.getCell(position + 1), value, { header: column.header, kind: column.kind }, style.currency);
      totals.getCell(position + 1).font = { bold: true };
      totals.getCell(position + 1).border = { top: { style: 'thin' } };
    }
  }
  addBars(sheet, spec, style.accent);
  setPage(sheet, spec, style.footer);
}
