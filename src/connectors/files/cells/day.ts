import { type Cell, CellProblem, readValueText } from './cell.ts';
import { type ColumnOrder, orderProvedBy, type WrittenDay, writtenDay } from './written-day.ts';

/** Serial days of a spreadsheet between 1954 and 2119; outside, a number is taken for a mistake. */
const SERIAL_MIN = 20_000;
const SERIAL_MAX = 80_000;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** Days from the spreadsheet's day 0 (30 December 1899) to 1 January 1970. */
const SERIAL_EPOCH = 25_569;
const DAY_MS = 86_400_000;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** 13/07/26 may be 2013, 2026 or 2007, and no column tells. */
const SHORT_YEAR = /^\d{1,2}([-/])\d{1,2}\1\d{2}(?!\d)/;
const NOT_A_DAY = 'is not a date such as 2026-08-27';

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rest: string;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function isoDay(parts: Omit<DayParts, 'rest'>): string {
  return `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
}

function exists({ year, month, day }: DayParts): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return year >= 1900 && year <= 2199 && day >= 1 && day <= last;
}

function settle(written: WrittenDay, column: ColumnOrder): DayParts {
  if (written.kind === 'clear') return written;
  const { first, second, year, rest } = written;
  const order = orderProvedBy(written) ?? (first === second ? 'day-first' : column);
  if (order === null || order === 'mixed') {
    throw new CellProblem(
      order === null
        ? 'may be day-month or month-day, and no value of the column tells which'
        : 'may be day-month or month-day, and the column has both',
    );
  }
  return order === 'day-first' ? { year, month: second, day: first, rest } : { year, month: first, day: second, rest };
}

/** Milliseconds since 1970 of a spreadsheet's serial day, to the second; null where the number is no such day. */
export function serialMillis(serial: number): number | null {
  if (serial < SERIAL_MIN || serial >= SERIAL_MAX) return null;
  return Math.round((serial - SERIAL_EPOCH) * 86_400) * 1000;
}

/** The serial number that a cell holds, or null. */
export function serialOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  const text = cell.trim();
  return SERIAL.test(text) ? Number(text) : null;
}

/**
 * Year, month and day of a written day, and the text that follows it.
 * @throws CellProblem where it is no day, does not exist, or its order is open.
 */
export function dayParts(text: string, column: ColumnOrder): DayParts {
  const written = writtenDay(text);
  if (written === null) {
    const isShort = SHORT_YEAR.test(text);
    throw new CellProblem(isShort ? 'has a year of two digits, and which part it is cannot be told' : NOT_A_DAY);
  }
  const parts = settle(written, column);
  if (!exists(parts)) throw new CellProblem('is a date that does not exist');
  return parts;
}

/** Calendar day as written, `YYYY-MM-DD`; a time after it is left out. `column` settles 03/04/2026. */
export function readDay(cell: Cell, column: ColumnOrder = null): string | null {
  const serial = serialOf(cell);
  if (serial !== null) {
    const millis = serialMillis(serial);
    if (millis === null) throw new CellProblem(NOT_A_DAY);
    return new Date(Math.floor(millis / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
  }
  const text = readValueText(cell);
  return text === null ? null : isoDay(dayParts(text, column));
}
