import { CsvError, parse } from 'csv-parse/sync';
import type { Delimiter } from './delimiter.ts';

/** A record over this many bytes is broken; in practice a quote that is never closed. */
const MAX_RECORD_BYTES = 4 * 1024 * 1024;
/** Bytes read in vain after which quotes are no longer trusted to span lines: bounds the work on hostile files. */
const PATIENCE_BYTES = 64 * 1024 * 1024;
/** In a table of two columns a line with one comma is a line of text as well. */
const LEAST_WIDTH = 3;
const NEWLINE = 10;
const RETURN = 13;

export interface RecordVisitor {
  /** Cells to expect; 0 = not known yet (any number is taken). A record of several lines with another number is taken apart. */
  readonly width: () => number;
  /** `end` is the byte after the record where it is known: reading may start there again. Returns false to stop. */
  readonly record: (row: number, cells: readonly string[], end: number | null) => boolean;
  /** Returns false to stop. */
  readonly broken: (row: number, reason: string) => boolean;
}

/** Stops csv-parse from inside its callback. */
class Halt extends Error {
  readonly why: 'stop' | 'swallowed-lines';

  constructor(why: 'stop' | 'swallowed-lines') {
    super(why);
    this.why = why;
  }
}

interface Walk {
  readonly bytes: Buffer;
  readonly delimiter: Delimiter;
  readonly visitor: RecordVisitor;
  offset: number;
  row: number;
  wasted: number;
}

/** End of the line that starts at `from`: the index after its line break. */
function nextLine(bytes: Buffer, from: number): number {
  const line = bytes.indexOf(NEWLINE, from);
  const carriage = bytes.subarray(from, line === -1 ? bytes.length : line).indexOf(RETURN);
  if (carriage !== -1 && from + carriage + 1 !== line) return from + carriage + 1;
  return line === -1 ? bytes.length : line + 1;
}

function reasonFor(thrown: unknown): string {
  const code = thrown instanceof CsvError ? thrown.code : '';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'opens a quote that is not closed';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'is longer than 4 MB or opens a quote that is not closed';
  return 'has quotes in the wrong place';
}

/** End of the `lines`-th line from `from`: how far a broken record was read before it failed. */
function afterLines(bytes: Buffer, from: number, lines: number): number {
  let at = from;
  for (let line = 0; line < lines && at < bytes.length; line += 1) at = nextLine(bytes, at);
  return at;
}

/**
 * Bytes read at once on the quick way. So few rows live at a time that the engine never takes them for lasting objects,
 * which would fill its old space: measured, 16 KiB needed 100 MB more than 4 KiB.
 */
const CHUNK_BYTES = 4 * 1024;
/** Farther than this no end of a quote is looked for on the quick way. */
const REACH_BYTES = 64 * 1024;
const QUOTE = 34;

function quotesIn(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(QUOTE, from); at !== -1 && at < to; at = bytes.indexOf(QUOTE, at + 1)) count += 1;
  return count;
}

interface Chunk {
  readonly end: number;
  readonly hasQuotes: boolean;
}

/** To the end of a line some way on at which no quote is open; null where the text has none in reach. */
function chunkFrom(bytes: Buffer, from: number): Chunk | null {
  let quotes = 0;
  let at = from;
  for (let end = Math.min(from + CHUNK_BYTES, bytes.length); end <= from + REACH_BYTES; end = at) {
    if (end < bytes.length) end = bytes.indexOf(NEWLINE, end) + 1;
    if (end === 0) return null;
    quotes += quotesIn(bytes, at, end);
    if (quotes % 2 === 0) return { end, hasQuotes: quotes > 0 };
    if (end === bytes.length) return null;
    at = end;
  }
  return null;
}

/** The lines of the cell but the first and the last are rows of the table, as far as the number of cells tells. */
function holdsRows(cell: string, width: number, delimiter: Delimiter): boolean {
  const inner = cell.split(/\r\n|\n|\r/).slice(1, -1);
  return inner.length > 0 && inner.every((line) => line.split(delimiter).length === width);
}

/**
 * A quote that is opened by mistake runs on to the next one, rows further down: then the number of cells is wrong, or
 * whole rows stand inside of a cell.
 */
function hasSwallowedLines(cells: readonly string[], width: number, delimiter: Delimiter): boolean {
  const isRight = cells.length === width;
  return cells.some(
    (cell) => /[\r\n]/.test(cell) && (!isRight || (width >= LEAST_WIDTH && holdsRows(cell, width, delimiter))),
  );
}

/**
 * The quick way through a well-formed stretch: the parser's bookkeeping for each record costs more than the parsing.
 * 'failed' = nothing was handed on, and the careful way has to tell why.
 */
function parseChunk(walk: Walk): 'passed' | 'stopped' | 'failed' {
  const { bytes, visitor, offset } = walk;
  const width = visitor.width();
  const chunk = width === 0 ? null : chunkFrom(bytes, offset);
  if (chunk === null) return 'failed';
  const { end, hasQuotes } = chunk;
  let records: string[][];
  try {
    records = parse(bytes.subarray(offset, end), {
      delimiter: walk.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: MAX_RECORD_BYTES,
    });
  } catch {
    return 'failed';
  }
  if (hasQuotes && records.some((cells) => hasSwallowedLines(cells, width, walk.delimiter))) return 'failed';
  const last = records.at(-1);
  for (const cells of records) {
    walk.row += 1;
    if (!visitor.record(walk.row, cells, cells === last ? end : null)) return 'stopped';
  }
  walk.offset = end;
  return 'passed';
}

/** Parses from `walk.offset` until the end or a broken record; returns what went wrong, or null. */
function parseAhead(walk: Walk, end: number): unknown {
  const start = walk.offset;
  let line = 1;
  try {
    parse(walk.bytes.subarray(start, end), {
      delimiter: walk.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: MAX_RECORD_BYTES,
      on_record: (cells: readonly string[], context) => {
        const width = walk.visitor.width();
        if (width > 0 && hasSwallowedLines(cells, width, walk.delimiter)) throw new Halt('swallowed-lines');
        walk.offset = start + context.bytes;
        line = context.lines;
        walk.row += 1;
        if (!walk.visitor.record(walk.row, cells, walk.offset)) throw new Halt('stop');
        return null;
      },
    });
    walk.offset = end;
    return null;
  } catch (thrown) {
    if (thrown instanceof CsvError && typeof thrown.lines === 'number') {
      walk.wasted += afterLines(walk.bytes, walk.offset, thrown.lines - line) - walk.offset;
    } else if (!(thrown instanceof Halt)) {
      throw thrown;
    }
    return thrown;
  }
}

/**
 * A quote inside a cell that does not begin with one (19" screen) is a plain letter, as spreadsheet programs read it.
 * Null where the line does not come out with the expected number of cells.
 */
function literalQuotes(walk: Walk, thrown: unknown): readonly string[] | null {
  if (!(thrown instanceof CsvError) || String(thrown.code) !== 'INVALID_OPENING_QUOTE') return null;
  const line = walk.bytes.subarray(walk.offset, nextLine(walk.bytes, walk.offset));
  const cells = parse(line, { delimiter: walk.delimiter, quote: null, relax_column_count: true })[0] ?? [];
  const isPlain = cells.length === walk.visitor.width() && !cells.some((cell) => cell.startsWith('"'));
  return isPlain ? cells : null;
}

/** Takes the line that stopped the parser: as a record where it can be saved, else as broken. False = stop. */
function passLine(walk: Walk, thrown: unknown): boolean {
  const { visitor } = walk;
  walk.row += 1;
  const saved = literalQuotes(walk, thrown);
  walk.offset = nextLine(walk.bytes, walk.offset);
  if (saved !== null) return visitor.record(walk.row, saved, walk.offset);
  const isCount = thrown instanceof Halt;
  return visitor.broken(
    walk.row,
    isCount ? 'has quotes in the wrong place or a wrong number of cells' : reasonFor(thrown),
  );
}

/**
 * Walks the records of a delimited text. `row` is the record's number, which is what a spreadsheet shows. A record that
 * cannot be read costs its first line only: reading goes on at the next line.
 * @param from where to start, and how many rows stand before
 */
export function visitRecords(
  bytes: Buffer,
  delimiter: Delimiter,
  visitor: RecordVisitor,
  from: { readonly offset: number; readonly row: number } = { offset: 0, row: 0 },
): void {
  const walk: Walk = { bytes, delimiter, visitor, ...from, wasted: 0 };
  while (walk.offset < bytes.length) {
    const quick = parseChunk(walk);
    if (quick === 'stopped') return;
    if (quick === 'passed') continue;
    const oneLine = walk.wasted > PATIENCE_BYTES;
    const thrown = parseAhead(walk, oneLine ? nextLine(bytes, walk.offset) : bytes.length);
    if (thrown === null) continue;
    if (thrown instanceof Halt && thrown.why === 'stop') return;
    if (!passLine(walk, thrown)) return;
  }
}
