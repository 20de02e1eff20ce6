import ExcelJS from 'exceljs';

export type Row = Readonly<Record<string, string>>;
type Value = string | number | Date | null;

/** Column of the file -> how a row of the template supplies it. */
export type Columns = Readonly<Record<string, (row: Row) => string>>;

export function headerOf(rows: readonly Row[]): readonly string[] {
  return Object.keys(rows[0] ?? {});
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function lines(rows: readonly (readonly string[])[], delimiter: string, end = '\n'): string {
  return rows.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter) + end).join('');
}

export function table(rows: readonly Row[], columns: Columns, delimiter: string, end = '\n'): string {
  const cells = rows.map((row) => Object.values(columns).map((supply) => supply(row)));
  return lines([Object.keys(columns), ...cells], delimiter, end);
}

export const of = (name: string) => (row: Row) => row[name] ?? '';

/** 2026-08-27 -> 27.08.2026 */
export const germanDay = (name: string) => (row: Row) => (row[name] ?? '').split('-').reverse().join('.');

/** 2026-08-27 -> 8/27/2026 */
export const americanDay = (name: string) => (row: Row) => {
  const [year, month, day] = (row[name] ?? '').split('-');
  return day === undefined ? '' : `${Number(month)}/${Number(day)}/${year}`;
};

/** 14800.00 -> 14.800,00 */
export const germanAmount = (name: string) => (row: Row) => {
  const [whole = '', cents = '00'] = (row[name] ?? '').split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
};

/** 2026-07-02T08:30:00Z -> 2026-07-02T10:30:00+02:00, the same moment. */
export const summerTime = (name: string) => (row: Row) => {
  const moment = new Date(Date.parse(row[name] ?? '') + 2 * 3_600_000);
  return `${moment.toISOString().slice(0, 19)}+02:00`;
};

/** Cells as a spreadsheet holds them: numbers, days as dates or as serial numbers. */
function cellOf(text: string, days: 'date' | 'serial'): Value {
  if (text === '') return null;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const midnight = new Date(`${text}T00:00:00Z`);
  return days === 'date' ? midnight : midnight.getTime() / 86_400_000 + 25_569;
}

export interface OddSheet {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Lines above the header; the first is merged over the table's width. */
  readonly titles: readonly string[];
  readonly days: 'date' | 'serial';
}

export async function workbook(sheets: readonly OddSheet[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, titles, days } of sheets) {
    const sheet = book.addWorksheet(name);
    const header = headerOf(rows);
    for (const title of titles) sheet.addRow([title]);
    if (titles.length > 0) sheet.mergeCells(1, 1, 1, header.length);
    sheet.addRow([...header]);
    for (const row of rows) sheet.addRow(header.map((column) => cellOf(row[column] ?? '', days)));
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
