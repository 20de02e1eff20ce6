import type { CellValue, Row, Worksheet } from 'exceljs';
import type { Cell } from '../cells/cell.ts';
import { isBlank, passRow, type RowVisitor, type Sheet, type TableRow, trimHeader, UnreadableFile } from './sheet.ts';
import { checkWorkbookArchive } from './zip-directory.ts';

/** Tells a header that stands under a title. */
export type HeaderTest = (cells: readonly Cell[]) => boolean;

/** Parts of a sheet that hold no cells; skipping them saves memory and their parsers' mistakes. */
const IGNORED_NODES = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'legacyDrawing',
  'picture',
  'pageSetup',
];

/** A date cell as text; the time is left out where it is midnight, as it is for cells that hold a day. */
function dateText(date: Date): Cell {
  if (Number.isNaN(date.getTime())) return '#VALUE!';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19);
}

/** What a person sees in the cell: results of formulas, text of links and of rich text, dates as ISO. */
function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Date) return dateText(value);
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return cellOf(value.text);
  return 'result' in value ? cellOf(value.result as CellValue) : '';
}

function tableRow(row: Row, width: number): TableRow {
  const cells: Cell[] = [];
  const last = Math.max(width, row.cellCount);
  for (let column = 1; column <= last; column += 1) cells.push(cellOf(row.findCell(column)?.value));
  return { row: row.number, cells };
}

function visitSheet(sheet: Worksheet, headerRow: number, header: readonly string[], visitor: RowVisitor): void {
  sheet.eachRow((row) => {
    if (row.number > headerRow) passRow(header, tableRow(row, header.length), 'empty', visitor);
  });
}

/** A sheet of our own report has a title and a sentence above its header. */
const REPORT_HEADER_ROW = 4;

/** The first row that is not blank, or the one that is known for a header under the title of a report's sheet. */
function headOf(sheet: Worksheet, isKnownHeader: HeaderTest): TableRow | undefined {
  const reported = sheet.findRow(REPORT_HEADER_ROW);
  const known = reported === undefined ? undefined : tableRow(reported, 0);
  if (known !== undefined && isKnownHeader(known.cells)) return known;
  const rows: TableRow[] = [];
  sheet.eachRow((row) => {
    if (rows.length === 0) {
      const first = tableRow(row, 0);
      if (!isBlank(first.cells)) rows.push(first);
    }
  });
  return rows[0];
}

function openSheet(sheet: Worksheet, isKnownHeader: HeaderTest): Sheet | null {
  const head = headOf(sheet, isKnownHeader);
  if (head === undefined) return null;
  const header = trimHeader(head.cells);
  return {
    name: sheet.name,
    headerRow: head.row,
    header,
    visit: (visitor) => visitSheet(sheet, head.row, header, visitor),
  };
}

/** The sheets of a workbook that are not empty. The library is loaded here only: it is large. */
export async function openWorkbook(
  bytes: Uint8Array,
  isKnownHeader: HeaderTest = () => false,
): Promise<readonly Sheet[]> {
  checkWorkbookArchive(bytes);
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    await workbook.xlsx.load(copy as ArrayBuffer, { ignoreNodes: IGNORED_NODES });
  } catch {
    throw new UnreadableFile({
      code: 'damaged-workbook',
      message: 'The workbook cannot be read.',
      nextStep: 'Open it in a spreadsheet program and save it again as .xlsx, or save its sheets as CSV.',
    });
  }
  const sheets = workbook.worksheets.map((sheet) => openSheet(sheet, isKnownHeader)).filter((sheet) => sheet !== null);
  if (sheets.length > 0) return sheets;
  throw new UnreadableFile({ code: 'empty-file', message: 'The workbook has no rows.', nextStep: 'Export it again.' });
}
