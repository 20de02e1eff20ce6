import { type FileHandle, open } from 'node:fs/promises';
import { visitRecords } from './tables/csv-records.ts';
import type { Delimiter } from './tables/delimiter.ts';
import { passRow, trimHeader } from './tables/sheet.ts';

/** A row that is no row of the table, as the readers of tables number and name it. */
export interface BrokenRow {
  readonly row: number;
  readonly reason: string;
}

/** How the text is laid out. `columns`: cells of a row, empty ones at its end included. */
export interface TextLayout {
  readonly delimiter: string;
  readonly headerRow: number;
  readonly columns: number;
}

/** Bytes taken at once; so many of one record are looked at before it is given up, with room to spare. */
const WINDOW_BYTES = 16 * 1024 * 1024;
const LONGEST_RECORD_BYTES = 5 * 1024 * 1024;
/** A stretch this long without one good record is given up as it stands. */
const MOST_HELD_BYTES = 8 * WINDOW_BYTES;
/** Stretches without a quote are copied as they stand, where they are longer than this. */
const PLAIN_BYTES = 64 * 1024;
/** So much is copied at once: what is odd in it costs the quick way for no more. */
const MOST_PLAIN_BYTES = 4 * 1024 * 1024;
/** So far behind a quote the next stretch without one is looked for. */
const STEP_BYTES = 256 * 1024;
const [NEWLINE, RETURN, QUOTE] = [10, 13, 34];
/** A line of one cell: the engine tells it as no row, under the number that it has here. */
const NO_ROW = '-\n';

/** Records from the start of a window up to `end`, and the row of the last of them. */
interface Piece {
  end: number;
  row: number;
  lines: number;
  broken: number;
}

function written(cell: string, delimiter: string): string {
  const isPlain = !cell.includes('"') && !cell.includes(delimiter) && !/[\r\n]/.test(cell);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

function lineOf(cells: readonly string[], { delimiter, columns }: TextLayout): string {
  const whole = Array.from({ length: columns }, (_, position) => written(cells[position] ?? '', delimiter));
  return `${whole.join(delimiter)}\n`;
}

interface Copy {
  readonly file: FileHandle;
  readonly layout: TextLayout;
  /** Names of the columns, as soon as they were met. */
  readonly header: string[];
  readonly broken: BrokenRow[];
  readonly shown: number;
  brokenRows: number;
  row: number;
}

interface Walked {
  readonly text: string;
  readonly broken: readonly BrokenRow[];
  readonly row: number;
  /** 0 = no record ends for sure in this window. */
  readonly end: number;
}

/** Walks records from the start of one, as far as the window holds them for sure. */
function walkRecords(bytes: Buffer, isLast: boolean, { row, layout, header }: Copy): Walked {
  const [lines, broken]: [string[], BrokenRow[]] = [[], []];
  const sure: Piece = { end: 0, row, lines: 0, broken: 0 };
  const until = Math.min(STEP_BYTES, isLast ? bytes.length : bytes.length - LONGEST_RECORD_BYTES);
  let last = row;
  const settle = (end: number) => Object.assign(sure, { end, row: last, lines: lines.length, broken: broken.length });
  const reject = (at: number, reason: string) => {
    broken.push({ row: at, reason });
    lines.push(NO_ROW);
  };
  const take = (cells: readonly string[]) => {
    const before = lines.length;
    if (last === layout.headerRow) header.push(...trimHeader(cells).map((name) => name.replace('\ufeff', '')));
    if (last > layout.headerRow) {
      const visitor = { row: () => lines.push(lineOf(cells, layout)), broken: reject };
      passRow(header, { row: last, cells }, 'broken', visitor);
    }
    if (lines.length === before) lines.push('\n');
  };
  const visitor = {
    width: () => (last < layout.headerRow ? 0 : header.length),
    broken: (at: number, reason: string) => {
      last = at;
      reject(at, reason);
      return true;
    },
    record: (at: number, cells: readonly string[], end: number | null) => {
      last = at;
      take(cells);
      if (end === null) return true;
      settle(end);
      return end <= until;
    },
  };
  visitRecords(bytes, layout.delimiter as Delimiter, visitor, { offset: 0, row });
  // A window that ends in broken records is settled by what follows it, where anything does.
  const isOver = last > sure.row && (isLast || (sure.end === 0 && bytes.length > MOST_HELD_BYTES));
  if (isOver) settle(bytes.length);
  return {
    text: lines.slice(0, sure.lines).join(''),
    broken: broken.slice(0, sure.broken),
    row: sure.row,
    end: sure.end,
  };
}

/** End of the stretch at the start of the window that holds no quote, after a line end. */
function plainEnd(bytes: Buffer, isLast: boolean): number {
  const window = bytes.subarray(0, MOST_PLAIN_BYTES);
  const quote = window.indexOf(QUOTE);
  if (quote === -1 && isLast && window.length === bytes.length) return bytes.length;
  return window.lastIndexOf(NEWLINE, quote === -1 ? window.length : quote) + 1;
}

/** The stretch with one kind of line end; null where it holds a carriage return alone, or a byte that the engine refuses. */
function withLineFeeds(bytes: Buffer): Buffer | null {
  if (bytes.includes(0)) return null;
  if (!bytes.includes(RETURN)) return bytes;
  const text = bytes.toString('latin1');
  return /\r(?!\n)/.test(text) ? null : Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1');
}

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

/** Copies what of the window is sure. @returns the rest */
async function copyWindow(copy: Copy, window: Buffer, isLast: boolean): Promise<Buffer> {
  let bytes = window;
  while (bytes.length > 0) {
    const plain = copy.row < copy.layout.headerRow ? 0 : plainEnd(bytes, isLast);
    const stretch = plain > PLAIN_BYTES ? withLineFeeds(bytes.subarray(0, plain)) : null;
    if (stretch !== null) {
      await copy.file.appendFile(stretch);
      copy.row += linesIn(stretch);
      bytes = bytes.subarray(plain);
      continue;
    }
    // What is cut off here may go on in the next window.
    if (!isLast && bytes.length < LONGEST_RECORD_BYTES) return bytes;
    const { text, broken, row, end } = walkRecords(bytes, isLast, copy);
    if (end === 0) return bytes;
    await copy.file.appendFile(text);
    copy.broken.push(...broken.slice(0, copy.shown - copy.broken.length));
    copy.brokenRows += broken.length;
    copy.row = row;
    bytes = bytes.subarray(end);
  }
  return bytes;
}

/**
 * Writes a delimited text anew, record by record, as the readers of tables take it apart: one line for each record under
 * its own number, quotes only where a cell needs them. A record that is no row of the table costs itself alone.
 * @param pieces bytes of the text in UTF-8, unpacked
 * @param shown so many of the broken rows are returned
 */
export async function copyRecords(
  pieces: AsyncIterable<Uint8Array>,
  to: string,
  layout: TextLayout,
  shown: number,
): Promise<Pick<Copy, 'broken' | 'brokenRows'>> {
  const copy: Copy = { file: await open(to, 'w'), layout, header: [], broken: [], shown, brokenRows: 0, row: 0 };
  let rest: Buffer = Buffer.alloc(0);
  let waiting: Uint8Array[] = [];
  let size = 0;
  const pass = async (isLast: boolean): Promise<void> => {
    rest = await copyWindow(copy, Buffer.concat([rest, ...waiting]), isLast);
    [waiting, size] = [[], 0];
  };
  try {
    for await (const piece of pieces) {
      waiting.push(piece);
      size += piece.length;
      if (size >= WINDOW_BYTES) await pass(false);
    }
    await pass(true);
  } finally {
    await copy.file.close();
  }
  return { broken: copy.broken, brokenRows: copy.brokenRows };
}
