import { DateTime } from 'luxon';
import { type Cell, CellProblem, readValueText } from './cell.ts';
import { type DayParts, dayParts, serialMillis, serialOf } from './day.ts';
import type { ColumnOrder } from './written-day.ts';
import { fixedZone } from './zone.ts';

const UTC_INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
/** Clock, half of the day, and what is left: a zone, which may stand twice (`+0000 UTC`, `+02:00[Europe/Berlin]`). */
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([AaPp])(?:\.?[Mm]\.?)?(?![A-Za-z]))?(.*)$/;
const NOT_A_TIME = 'has a time or time zone that cannot be read';
/** Seconds, milliseconds, microseconds or nanoseconds since 1970, by their digits: 2001 to 2286. */
const EPOCH = /^(\d{10})(?:\d{3}){0,3}(?:\.\d+)?$/;

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** As luxon takes it; null = not written. */
  readonly zone: string | null;
}

/** `UTC +2` and `GMT +02:00` are one offset in two words. */
function withoutPrefix(words: readonly string[]): readonly string[] {
  return /^(?:UTC|GMT)$/i.test(words[0] ?? '') && /^[+-]\d/.test(words[1] ?? '') ? words.slice(1) : words;
}

/** The zone after a time. A name may follow an offset, which says more than the name; nothing may follow a name. */
function zoneOf(text: string): string | null {
  const words = withoutPrefix(text.split(/[\s()[\]]+/).filter((word) => word !== ''));
  const [first, ...names] = words;
  if (first === undefined) return null;
  const zone = fixedZone(first);
  if (zone === 'ambiguous') {
    throw new CellProblem('names a time zone that several places share (such as CST, IST or BST); an offset is needed');
  }
  const isNamed = names.length === 0 || /\d/.test(first) || zone === 'UTC';
  if (zone === null || !isNamed || !names.every((name) => /^[A-Za-z_/]+$/.test(name)))
    throw new CellProblem(NOT_A_TIME);
  return zone;
}

function timeOf(rest: string): Time {
  if (rest === '') throw new CellProblem('has a day but no time');
  const match = TIME.exec(rest.trim());
  if (match === null) throw new CellProblem(NOT_A_TIME);
  const half = match[4]?.toLowerCase();
  const written = Number(match[1]);
  if (half !== undefined && (written < 1 || written > 12)) throw new CellProblem('has a time that does not exist');
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(match[2]);
  const second = Number(match[3] ?? '0');
  // The day may end at 24:00 as the next begins at 00:00 (ISO 8601).
  const isEnd = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !isEnd) || minute > 59 || second > 59) throw new CellProblem('has a time that does not exist');
  return { hour, minute, second, zone: zoneOf(match[5] ?? '') };
}

function utcText(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 19)}Z`;
}

function toUtc(parts: DayParts, time: Time, zone: string): string {
  const { hour, minute, second } = time;
  const local = DateTime.fromObject(
    { year: parts.year, month: parts.month, day: parts.day, hour, minute, second },
    { zone: time.zone ?? zone },
  );
  if (!local.isValid) throw new CellProblem('cannot be placed in its time zone');
  return utcText(local.toMillis());
}

function fromNumber(cell: Cell, zone: string): string | null {
  const epoch = typeof cell === 'string' ? EPOCH.exec(cell) : null;
  if (epoch !== null) return utcText(Number(epoch[1]) * 1000);
  const serial = serialOf(cell);
  if (serial === null) return null;
  const millis = serialMillis(serial);
  if (millis === null) throw new CellProblem('is not a date and time');
  const [day = '', time = ''] = new Date(millis).toISOString().slice(0, 19).split('T');
  return toUtc(dayParts(day, null), timeOf(time), zone);
}

/**
 * An instant in UTC, `YYYY-MM-DDTHH:mm:ssZ`. Without a zone in the cell it is read in `zone` (an IANA name).
 * @throws CellProblem where it is none, and where the time is missing: midnight would be an invention.
 */
export function readInstant(cell: Cell, zone: string, column: ColumnOrder = null): string | null {
  if (typeof cell === 'string' && UTC_INSTANT.test(cell)) return `${cell.slice(0, 19)}Z`;
  const fromSerial = fromNumber(typeof cell === 'string' ? cell.trim() : cell, zone);
  if (fromSerial !== null) return fromSerial;
  const text = readValueText(cell);
  if (text === null) return null;
  const parts = dayParts(text, column);
  return toUtc(parts, timeOf(parts.rest), zone);
}
