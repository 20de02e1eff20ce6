import { DateTime } from 'luxon';

const DAY = 86_400_000;

/** Days are `YYYY-MM-DD` text without a zone; reading them as UTC keeps daylight saving out of the arithmetic. */
function at(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

/** Days since 1970 of the days asked for: records have many dates, but few different ones. */
const numbers = new Map<string, number>();
/** A century and more, so that odd input cannot fill the memory. */
const MOST_NUMBERS = 50_000;

function numberOf(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = at(day).toMillis() / DAY;
  if (numbers.size < MOST_NUMBERS) numbers.set(day, number);
  return number;
}

/** The day `days` later (earlier where negative). */
export function addDays(day: string, days: number): string {
  return at(day).plus({ days }).toFormat('yyyy-MM-dd');
}

/** The same day of the month `months` later; the last day where that month is shorter. */
export function addMonths(day: string, months: number): string {
  return at(day).plus({ months }).toFormat('yyyy-MM-dd');
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(numberOf(to) - numberOf(from));
}

/** Whole months from `from` to `to`, rounded to the nearest. */
export function monthsBetween(from: string, to: string): number {
  return Math.round(at(to).diff(at(from), 'months').months);
}
