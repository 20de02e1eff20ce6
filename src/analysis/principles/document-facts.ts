import type { Document } from '../../model/snapshot.ts';
import { daysBetween } from '../../util/day-arithmetic.ts';
import type { SignalInput } from './signal-unit.ts';

/** Reliability of a page signal that cannot be weighted by views (Annex A, availability traps). */
export const WITHOUT_VIEWS = 0.7;

/** Pages that exist at the end of the period. */
export function livePages({ snapshot }: SignalInput): readonly Document[] {
  return snapshot.documents.filter((d) => d.created === null || d.created <= snapshot.period.end);
}

/** Days from a date to the end of the period; null where unknown. */
export function ageInDays(day: string | null, periodEnd: string): number | null {
  return day === null ? null : daysBetween(day, periodEnd);
}

/** Viewer counts that can carry a weight: at least half of the pages have one, and somebody looked. */
export function hasViews(pages: readonly Document[]): boolean {
  const known = pages.filter((d) => d.viewers90d !== null);
  return known.length * 2 >= pages.length && known.some((d) => (d.viewers90d ?? 0) > 0);
}
