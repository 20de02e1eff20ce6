import type { Row, Workbook, Worksheet } from 'exceljs';
import {
  ABOVE_HEADER,
  chooseHeader,
  FIRST_ROW,
  firstOf,
  HEAD_ROWS,
  type HeaderSearch,
  preambleOf,
} from './header-row.ts';
import {
  type FileNotice,
  type FileProblem,
  isBlank,
  passRow,
  type RowVisitor,
  type Sheet,
  type TableRow,
  trimHeader,
  UnreadableFile,
} from './sheet.ts';
import { checkWorkbookArchive } from './workbook-archive.ts';
import { cellsOf, lastFilled } from './workbook-cells.ts';

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

/** Columns that a table may have: a single cell far to the right makes every row as wide. */
const MAX_COLUMNS = 2000;

/** Days between the two calendars of spreadsheets, 1900 and 1904. */
const DAYS_TO_1904 = 1462;

export interface OpenedSheets {
  readonly sheets: readonly Sheet[];
  /** Sheets that give nothing. */
  readonly notices: readonly FileNotice[];
}

interface Table {
  readonly headerRow: number;
  readonly header: readonly string[];
}

const DAMAGED: FileProblem = {
  code: 'damaged-workbook',
  message: 'The workbook cannot be read.',
  nextStep: 'Open it in a spreadsheet program and save it again as .xlsx, or save its sheets as CSV.',
};

/** The library fails in many ways on a part that is missing or not what it should be: all mean the same to a person. */
function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new UnreadableFile(DAMAGED);
  }
}

function visitRow({ headerRow, header }: Table, row: Row, visitor: RowVisitor): void {
  if (row.number <= headerRow) return;
  const [cells, last] = orDamaged(() => [cellsOf(row, header.length), lastFilled(row)] as const);
  if (last <= header.length) passRow(header, { row: row.number, cells }, 'empty', visitor);
  else visitor.broken(row.number, `has ${last} cells where the header has ${header.length}`, cells);
}

function firstRows(sheet: Worksheet): readonly TableRow[] {
  const rows: Row[] = [];
  sheet.eachRow((row) => {
    if (rows.length < HEAD_ROWS && lastFilled(row) > 0) rows.push(row);
  });
  const width = Math.min(MAX_COLUMNS, Math.max(0, ...rows.map(lastFilled)));
  return rows.map((row) => ({ row: row.number, cells: cellsOf(row, width) })).filter(({ cells }) => !isBlank(cells));
}

function openSheet(sheet: Worksheet, search: HeaderSearch, serialShift: number): Sheet | null {
  const rows = firstRows(sheet);
  const index = chooseHeader(rows, search)?.index ?? firstOf(rows);
  const head = rows[index];
  if (head === undefined) return null;
  const header = trimHeader(head.cells);
  const above = preambleOf(rows, index);
  return {
    name: sheet.name,
    headerRow: head.row,
    header,
    above: above.rows,
    hidden: sheet.state !== 'visible',
    serialShift,
    visit: (visitor) => {
      for (const row of above.asWide) visitor.broken(row, ABOVE_HEADER);
      sheet.eachRow((row) => visitRow({ headerRow: head.row, header }, row, visitor));
    },
  };
}

/** The library is loaded here only: it is large. */
async function load(bytes: Uint8Array): Promise<Workbook> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    await workbook.xlsx.load(copy as ArrayBuffer, { ignoreNodes: IGNORED_NODES });
    return workbook;
  } catch {
    throw new UnreadableFile(DAMAGED);
  }
}

/**
 * The sheets of a workbook that are not empty, each with its own header.
 * @throws UnreadableFile
 */
export async function openWorkbook(bytes: Uint8Array, search: HeaderSearch = FIRST_ROW): Promise<OpenedSheets> {
  checkWorkbookArchive(bytes);
  const workbook = await load(bytes);
  const opened = orDamaged(() => {
    const shift = workbook.properties.date1904 ? DAYS_TO_1904 : 0;
    return workbook.worksheets.map((sheet) => ({ name: sheet.name, sheet: openSheet(sheet, search, shift) }));
  });
  const sheets = opened.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
  const notices = opened.flatMap(({ name, sheet }) =>
    sheet === null ? [{ code: 'empty-sheet' as const, message: `The sheet "${name}" has no rows.` }] : [],
  );
  if (sheets.length > 0) return { sheets, notices };
  throw new UnreadableFile({
    code: 'empty-file',
    message: 'The workbook has no sheet with rows.',
    nextStep: 'Export it again; a table needs at least its header row.',
  });
}
