import type { Period } from '../../model/calendar.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { addDays, daysBetween } from '../../util/day-arithmetic.ts';
import { isTimeZone } from '../scoring/working-hours.ts';
import type { Facts } from './facts.ts';
import { coveredWeeks, type MeetingFacts, readMeetings } from './meeting-facts.ts';

/** Weeks 5 to 8 after a charter are 28 days that begin 28 days after its date (METHOD Annex A, C1.1). */
const SETTLING_DAYS = 28;
const WEEKS = 4;

/** The calendar of weeks 5 to 8, counted from the date of the charter. */
export interface CharterWeeks {
  readonly calendar: MeetingFacts;
  /** Weeks that the calendar covers, 1 to 4. */
  readonly weeks: number;
  /** Listed people employed on a day of these weeks, rising. */
  readonly population: readonly number[];
  readonly inScope: ReadonlySet<number>;
}

export function weeksFiveToEight(charter: string): Period {
  const start = addDays(charter, SETTLING_DAYS);
  return { start, end: addDays(start, 7 * WEEKS - 1) };
}

/** Null where the calendar does not cover those weeks: outside the audited period it was not asked to. */
export function readCharterWeeks(
  { start, end }: Period,
  { meetings, people, period, organisation }: Snapshot,
  { calendar }: Facts,
): CharterWeeks | null {
  const zone = isTimeZone(organisation.time_zone) ? organisation.time_zone : 'UTC';
  const population = people.flatMap((p, index) =>
    p.listed && (p.start === null || p.start <= end) && (p.end === null || p.end >= start) ? [index] : [],
  );
  const inScope = new Set(population);
  const window = { weeks: WEEKS, start, end };
  const found = readMeetings(meetings, { window, zone, inScope, calendar });
  const weekOf = weeksByDay(start, end);
  const weeks = coveredWeeks(
    window,
    found.entries.map((e) => weekOf.get(calendar.dayOf(e.span[0], zone)) ?? start),
  );
  const reachesBack = start >= period.start || meetings.some((m) => m.start.slice(0, 10) <= start);
  if (end > period.end || !reachesBack || weeks.length === 0) return null;
  return { calendar: found, weeks: weeks.length, population, inScope };
}

/** Day -> first day of its week, where weeks begin on the weekday of the charter. */
function weeksByDay(start: string, end: string): ReadonlyMap<string, string> {
  const days = Array.from({ length: daysBetween(start, end) + 1 }, (_, i) => i);
  return new Map(days.map((i) => [addDays(start, i), addDays(start, i - (i % 7))]));
}
