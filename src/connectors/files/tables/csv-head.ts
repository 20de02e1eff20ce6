import { visitRecords } from './csv-records.ts';
import { type Delimiter, likelyDelimiters } from './delimiter.ts';
import { chooseHeader, firstOf, HEAD_ROWS, type HeaderSearch, type Preamble, preambleOf } from './header-row.ts';
import { filledCells, isBlank, NOISE, type TableRow, trimHeader, UnreadableFile } from './sheet.ts';

/** Where the table of a delimited text begins. */
export interface CsvHead {
  readonly delimiter: Delimiter;
  readonly row: number;
  readonly names: readonly string[];
  readonly above: Preamble;
  /** Byte after the header. */
  readonly end: number;
}

/** Stands for a line that cannot be taken apart: it is no header, but it is there. Decoding puts it for stray bytes. */
const UNREADABLE = '\ufffd';

interface FirstRow extends TableRow {
  readonly end: number;
}

interface FirstRows {
  readonly delimiter: Delimiter;
  readonly rows: readonly FirstRow[];
  /** Row of the first line that cannot be taken apart; Infinity = none. */
  readonly broken: number;
}

function firstRows(bytes: Buffer, delimiter: Delimiter): FirstRows {
  const rows: FirstRow[] = [];
  let broken = Number.POSITIVE_INFINITY;
  visitRecords(bytes, delimiter, {
    width: () => 0,
    record: (row, cells, end) => {
      if (!isBlank(cells)) rows.push({ row, cells, end: end ?? bytes.length });
      return rows.length < HEAD_ROWS;
    },
    broken: (row) => {
      broken = Math.min(broken, row);
      rows.push({ row, cells: [UNREADABLE], end: bytes.length });
      return rows.length < HEAD_ROWS;
    },
  });
  return { delimiter, rows, broken };
}

interface Candidate extends FirstRows {
  readonly index: number;
  readonly score: number;
}

/** How much of the text a table with this header explains. */
function explained({ rows, index }: Candidate): number {
  const width = rows[index]?.cells.length ?? 0;
  const alike = rows.slice(index).filter(({ cells }) => cells.length === width).length;
  return filledCells(rows[index]?.cells ?? []) * alike;
}

/** Better known first, then more explained; ties keep the order of the delimiters. */
function chosen(all: readonly FirstRows[], search: HeaderSearch): Candidate | null {
  const found = all.flatMap((first): Candidate[] => {
    const choice = chooseHeader(first.rows, search);
    return choice === null ? [] : [{ ...first, ...choice }];
  });
  const [best] = [...found].sort((a, b) => b.score - a.score || explained(b) - explained(a));
  return best ?? null;
}

function noHeader(): UnreadableFile {
  return new UnreadableFile({
    code: 'no-header',
    message: 'The header row cannot be read.',
    nextStep: 'Make the first row the column names, each in its own cell, and import the file again.',
  });
}

/** Holds what no program writes into a column's name, or what took the place of bytes that are no text. */
function isDamaged(name: string): boolean {
  return name.includes('\0') || name.includes(UNREADABLE) || NOISE.test(name);
}

/**
 * Finds delimiter and header together: a title above the table says nothing about how the table is written.
 * @param given the delimiter where the file names it
 * @throws UnreadableFile where no header can be read
 */
export function findHead(bytes: Buffer, given: Delimiter | null, search: HeaderSearch): CsvHead {
  const delimiters = given === null ? likelyDelimiters(bytes) : [given];
  const all = delimiters.map((delimiter) => firstRows(bytes, delimiter));
  const first = all[0];
  const best = chosen(all, search) ?? (first === undefined ? null : { ...first, index: firstOf(first.rows), score: 0 });
  const header = best?.rows[best.index];
  if (best === null || header === undefined) throw noHeader();
  const names = trimHeader(header.cells);
  if ((best.score === 0 && best.broken <= header.row) || names.some(isDamaged)) throw noHeader();
  const above = preambleOf(best.rows, best.index);
  return { delimiter: best.delimiter, row: header.row, names, above, end: header.end };
}
