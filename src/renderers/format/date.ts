import type { Day, Period } from '../../model/calendar.ts';
import { plainSpaces } from './number.ts';

const MS_PER_DAY = 86_400_000;

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Days since 1970-01-01, for positions on a time axis. */
export function dayNumber(day: Day): number {
  return Math.round(utc(day) / MS_PER_DAY);
}

/** Inverse of {@link dayNumber}. */
export function dayOf(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** `12 October 2026` (`long`), `12 Oct 2026` (`short`) or `Oct 2026` (`month`), in the locale's order. */
export function formatDay(locale: string, day: Day, style: 'long' | 'short' | 'month' = 'long'): string {
  const parts: Intl.DateTimeFormatOptions =
    style === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: style, year: 'numeric' };
  return plainSpaces(
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC', calendar: 'gregory' }).format(utc(day)),
  );
}

/** `1 July 2026 to 30 September 2026`. */
export function formatPeriod(locale: string, period: Period): string {
  return `${formatDay(locale, period.start)} to ${formatDay(locale, period.end)}`;
}

/** `in 19 days`, `today`, `11 days ago`, counted in calendar days. */
export function formatDistance(from: Day, to: Day): string {
  const days = dayNumber(to) - dayNumber(from);
  if (days === 0) return 'today';
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? `in ${count}` : `${count} ago`;
}
