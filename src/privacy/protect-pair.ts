import type { PeopleCount } from '../model/audit/figures.ts';
import type { ToolPair } from '../model/audit/structure.ts';
import { isSmall } from './suppression.ts';

/** Users of the pair's two tools: as counted, and as published. */
export interface PairUsers {
  readonly counted: readonly [PeopleCount, PeopleCount];
  readonly published: readonly [PeopleCount, PeopleCount];
}

type Range = ToolPair['userOverlapRange'];

/** Bounds of the overlap that the reader may know: the group is small, or the rest beside it is. */
function rangeOf(shared: number, [a, b]: PairUsers['published'], k: number): Range {
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  const [least, most] = [Math.min(a, b), Math.max(a, b)];
  if (least === 0) return null;
  if (isSmall(shared, k)) return [1 / least, Math.min(1, (k - 1) / least)];
  const floor = isSmall(least - shared, k) ? least - k + 1 : most - k + 1;
  return [Math.max(0, floor) / least, 1];
}

function mustWithhold(shared: number, { counted, published }: PairUsers, k: number): boolean {
  if (isSmall(shared, k)) return true;
  if (shared > 0 && published.includes('suppressed')) return true;
  // Difference of overlapping groups (METHOD 5): those who use one of the two and not the other.
  return shared > 0 && counted.some((users) => typeof users === 'number' && isSmall(users - shared, k));
}

/** The pair without what is made of a withheld count of users, or without the people of both and all that tells them. */
export function withoutFigures(
  pair: ToolPair,
  gone: { readonly users: boolean; readonly shared: boolean },
  range: Range = null,
): ToolPair {
  // Expected share and size bound are made of the two user counts alone.
  const sized = gone.users ? { ...pair, jaccardMax: null, expectedShared: null, pAtLeast: null } : pair;
  if (!gone.shared) return sized;
  return {
    ...sized,
    shared: 'suppressed',
    userOverlap: null,
    userOverlapRange: range,
    jaccard: null,
    ruzicka: null,
    weightedOverlap: null,
    lift: null,
    pAtLeast: null,
    duplicateSeats: null,
    parallelTools: null,
  };
}

/**
 * The pair with `shared` withheld where it, or the rest of either tool's users beside it, is a group under k. Every
 * figure that gives it back (overlap, Jaccard, lift, duplicate seats) goes with it; the overlap keeps its range.
 */
export function protectPair(pair: ToolPair, users: PairUsers, k: number): ToolPair {
  const { shared } = pair;
  if (typeof shared !== 'number') return pair;
  const gone = { users: users.published.includes('suppressed'), shared: mustWithhold(shared, users, k) };
  return withoutFigures(pair, gone, gone.shared ? rangeOf(shared, users.published, k) : null);
}
