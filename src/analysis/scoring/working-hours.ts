import { DateTime, IANAZone } from 'luxon';
import { addDays } from '../../util/day-arithmetic.ts';
import type { Stretch } from './intervals.ts';

/** Local working hours where the calendar gives none: 9 to 17, Monday to Friday (METHOD 1). */
export const WORKDAY = { startHour: 9, endHour: 17 } as const;

const HOUR = 3_600_000;

/** The working day in epoch milliseconds; null at the weekend. Wall-clock hours, so right across a clock change. */
export function workdayOf(day: string, zone: string): Stretch | null {
  const date = DateTime.fromISO(day, { zone });
  if (!date.isValid || date.weekday > 5) return null;
  return [date.set({ hour: WORKDAY.startHour }).toMillis(), date.set({ hour: WORKDAY.endHour }).toMillis()];
}

/** Calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function localDay(millis: number, zone: string): string {
  return DateTime.fromMillis(millis, { zone }).toISODate() ?? '';
}

/** Hours of `zone`'s working time between two instants: the recipient's calendar decides a latency (METHOD 1, P1.4). */
export function workingHoursBetween(fromMillis: number, toMillis: number, zone: string): number {
  let total = 0;
  const last = localDay(toMillis, zone);
  for (let day = localDay(fromMillis, zone); day <= last; day = addDays(day, 1)) {
    const workday = workdayOf(day, zone);
    if (workday === null) continue;
    total += Math.max(0, Math.min(workday[1], toMillis) - Math.max(workday[0], fromMillis));
  }
  return total / HOUR;
}

/** Hours east of UTC at an instant. */
export function offsetHours(millis: number, zone: string): number {
  return IANAZone.create(zone).offset(millis) / 60;
}

/** Common hours of two working days whose clocks differ; the difference is taken around the clock (23 h becomes 1 h). */
export function commonWorkingHours(offsetA: number, offsetB: number): number {
  const apart = Math.abs(offsetA - offsetB) % 24;
  const length = WORKDAY.endHour - WORKDAY.startHour;
  return Math.max(0, length - Math.min(apart, 24 - apart));
}

export function isTimeZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}
