import type { WorkItem } from '../../model/snapshot.ts';
import { daysBetween } from '../../util/day-arithmetic.ts';
import type { WeekWindow } from '../scoring/iso-weeks.ts';

export function isInWindow(day: string | null, window: WeekWindow): day is string {
  return day !== null && window.start !== null && window.end !== null && day >= window.start && day <= window.end;
}

export function closedInWindow(items: readonly WorkItem[], window: WeekWindow): readonly WorkItem[] {
  return items.filter((item) => isInWindow(item.closed, window));
}

/** Calendar days from started to closed (METHOD 6a.11); none where one is unknown or the order is wrong. */
export function cycleDays(item: WorkItem): readonly number[] {
  if (item.started === null || item.closed === null || item.closed < item.started) return [];
  return [daysBetween(item.started, item.closed)];
}

/** A person to whom an item belongs when people are resampled: the first contributor. */
export function ownerOf(item: WorkItem): number | null {
  return item.contributors?.[0] ?? null;
}
