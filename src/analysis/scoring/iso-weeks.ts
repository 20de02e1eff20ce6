import { DateTime } from 'luxon';
import type { Period } from '../../model/calendar.ts';
import { addDays, daysBetween } from '../../util/day-arithmetic.ts';

export { addDays, daysBetween };

/** Full ISO weeks inside a period (METHOD 6a.1). `start` is a Monday, `end` a Sunday; both empty when there is none. */
export interface WeekWindow {
  readonly weeks: number;
  readonly start: string | null;
  readonly end: string | null;
}

export function fullIsoWeeks(period: Period): WeekWindow {
  const monday = period.start === mondayOf(period.start) ? period.start : addDays(mondayOf(period.start), 7);
  const weeks = Math.floor((daysBetween(monday, period.end) + 1) / 7);
  if (weeks < 1) return { weeks: 0, start: null, end: null };
  return { weeks, start: monday, end: addDays(monday, weeks * 7 - 1) };
}

export function mondayOf(day: string): string {
  return utc(day).startOf('week').toISODate();
}

/** Monday to Friday after `from`, up to and including `to`; the same day is 0 (METHOD 6a.10). */
export function weekdaysAfter(from: string, to: string): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  const weekday = utc(from).weekday;
  let count = Math.floor(days / 7) * 5;
  for (let i = 1; i <= days % 7; i += 1) if (((weekday + i - 1) % 7) + 1 <= 5) count += 1;
  return count;
}

function utc(day: string): DateTime<true> {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  if (!date.isValid) throw new RangeError(`not a calendar day: ${day}`);
  return date;
}
