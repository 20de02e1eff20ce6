import { CellProblem } from './cells/cell.ts';
import { readInstant } from './cells/instant.ts';
import type { DayOrder } from './cells/written-day.ts';

/** Times of a log as this stage reads them, to judge by whether another reader reads them alike. */
export interface SampledTimes {
  /** Either order of day and month gives the same; else which of them has to be known. */
  readonly isClear: boolean;
  readonly seconds: (order: DayOrder) => readonly (number | null)[];
}

function secondsOf(text: string, zone: string, order: DayOrder): number | null {
  try {
    const instant = readInstant(text, zone, order);
    return instant === null ? null : Date.parse(instant) / 1000;
  } catch (thrown) {
    if (thrown instanceof CellProblem) return null;
    throw thrown;
  }
}

/** @param zone IANA zone of times that name none */
export function sampleTimes(texts: readonly string[], zone: string): SampledTimes {
  const byOrder = (order: DayOrder) => texts.map((text) => secondsOf(text, zone, order));
  const [days, months] = [byOrder('day-first'), byOrder('month-first')];
  const isClear = days.every((seconds, position) => seconds === months[position]);
  return { isClear, seconds: (order) => (order === 'day-first' ? days : months) };
}
