import { CsvError, parse } from 'csv-parse/sync';
import type { Delimiter } from './delimiter.ts';

/** A record over this many bytes is broken; in practice a quote that is never closed. */
const MAX_RECORD_BYTES = 4 * 1024 * 1024;
/** Bytes read in vain after which quotes are no longer trusted to span lines: bounds the work on hostile files. */
const PATIENCE_BYTES = 64 * 1024 * 1024;
const NEWLINE = 10;
const RETURN = 13;

export interface RecordVisitor {
  /** Cells to expect; 0 = not known yet (any number is taken). A record of several lines with another number is taken apart. */
  readonly width: () => number;
  /** Returns false to stop. */
  readonly record: (row: number, cells: readonly string[]) => boolean;
  readonly broken: (row: number, reason: string) => void;
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
const QUOTE = 34;

function quotesIn(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(QUOTE, from); at !== -1 && at < to; at = bytes.indexOf(QUOTE, at + 1)) count += 1;
  return count;
}

/** End of a line some way on at which no quote is open; null where the text has none in reach. */
function chunkEnd(bytes: Buffer, from: number): number | null {
  let end = Math.min(from + CHUNK_BYTES, bytes.length);
  if (end < bytes.length) end = bytes.indexOf(NEWLINE, end) + 1;
  if (end === 0) return null;
  return quotesIn(bytes, from, end) % 2 === 0 ? end : null;
}

/**
 * The quick way through a well-formed stretch: the parser's bookkeeping for each record costs more than the parsing.
 * 'failed' = nothing was handed on, and the careful way has to tell why.
 */
function parseChunk(walk: Walk): 'passed' | 'stopped' | 'failed' {
  const { bytes, visitor, offset } = walk;
  const width = visitor.width();
  const end = width === 0 ? null : chunkEnd(bytes, offset);
  if (end === null) return 'failed';
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
  if (records.some((cells) => cells.length !== width && cells.some((cell) => cell.includes('\n')))) return 'failed';
  for (const cells of records) {
    walk.row += 1;
    if (!visitor.record(walk.row, cells)) return 'stopped';
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
        if (width > 0 && cells.length !== width && cells.some((cell) => cell.includes('\n'))) {
          throw new Halt('swallowed-lines');
        }
        walk.offset = start + context.bytes;
        line = context.lines;
        walk.row += 1;
        if (!walk.visitor.record(walk.row, cells)) throw new Halt('stop');
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
  if (saved !== null) return visitor.record(walk.row, saved);
  const isCount = thrown instanceof Halt;
  visitor.broken(walk.row, isCount ? 'has quotes in the wrong place or a wrong number of cells' : reasonFor(thrown));
  return true;
}

/**
 * Walks the records of a delimited text. `row` is the record's number, which is what a spreadsheet shows. A record that
 * cannot be read costs its first line only: reading goes on at the next line.
 */
export function visitRecords(bytes: Buffer, delimiter: Delimiter, visitor: RecordVisitor): void {
  const walk: Walk = { bytes, delimiter, visitor, offset: 0, row: 0, wasted: 0 };
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
