import { addDays } from '../../util/day-arithmetic.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** Milliseconds of working time that have passed at an instant (epoch milliseconds). */
export type WorkingClock = (millis: number) => number;

/**
 * Working time of a zone as a running total from the day `first` to the day `last`, so that each of many latencies is one
 * subtraction; equals `workingHoursBetween` inside these days. It stands still before and after them.
 */
export function workingClock(
  first: string,
  last: string,
  zone: string,
  calendar: Pick<WorkCalendar, 'workday'>,
): WorkingClock {
  const begins: number[] = [];
  const ends: number[] = [];
  const before: number[] = [];
  let total = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const workday = calendar.workday(day, zone);
    if (workday === null) continue;
    begins.push(workday[0]);
    ends.push(workday[1]);
    before.push(total);
    total += workday[1] - workday[0];
  }
  return (millis) => {
    const at = lastBegun(begins, millis);
    if (at < 0) return 0;
    return (before[at] ?? 0) + Math.min(millis, ends[at] ?? 0) - (begins[at] ?? 0);
  };
}

/** Place of the last value that is not later; -1 = none. */
function lastBegun(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
