import { CellProblem } from './cells/cell.ts';
import { readInstant } from './cells/instant.ts';
import { type ColumnOrder, type DayOrder, orderProvedBy, writtenDay } from './cells/written-day.ts';

/** Times of a log as this stage reads them, to judge by whether another reader reads them alike. */
export interface SampledTimes {
  /** Some of them are written with day and month in an order that the whole column has to tell. */
  readonly hasOrder: boolean;
  /** Without the order some of them cannot be read. */
  readonly needsOrder: boolean;
  readonly read: (order: ColumnOrder) => readonly ReadTime[];
}

/** Seconds since 1970, or why the text is no time. */
export type ReadTime = number | { readonly reason: string };

/** @param zone IANA zone of times that name none */
export function readTime(text: string, zone: string, order: ColumnOrder): ReadTime {
  try {
    const instant = readInstant(text, zone, order);
    return instant === null ? { reason: 'is empty' } : Math.floor(Date.parse(instant) / 1000);
  } catch (thrown) {
    if (thrown instanceof CellProblem) return { reason: thrown.reason };
    throw thrown;
  }
}

const isRead = (time: ReadTime | undefined): boolean => typeof time === 'number';

/** The order that some texts prove together. */
export function orderOfTimes(texts: readonly string[]): ColumnOrder {
  const orders = new Set(
    texts.flatMap((text) => {
      const written = writtenDay(text.trim());
      return written === null ? [] : (orderProvedBy(written) ?? []);
    }),
  );
  return orders.size > 1 ? 'mixed' : ([...orders][0] ?? null);
}

/** @param zone IANA zone of times that name none */
export function sampleTimes(texts: readonly string[], zone: string): SampledTimes {
  const read = (order: ColumnOrder) => texts.map((text) => readTime(text, zone, order));
  const [open, days, months] = [read(null), read('day-first'), read('month-first')];
  return {
    hasOrder: texts.some((text) => writtenDay(text.trim())?.kind === 'ordered'),
    needsOrder: open.some((time, at) => !isRead(time) && (isRead(days[at]) || isRead(months[at]))),
    read: (order) => (order === 'day-first' ? days : order === 'month-first' ? months : open),
  };
}

export type { DayOrder };
