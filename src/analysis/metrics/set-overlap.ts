import { sum } from './sum.ts';

/** Sizes of two sets and of what they share: all that the measures of METHOD 2.2 need. */
export interface SetSizes {
  readonly a: number;
  readonly b: number;
  readonly shared: number;
}

export function setSizes<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): SetSizes {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const member of small) if (large.has(member)) shared += 1;
  return { a: a.size, b: b.size, shared };
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** Shared over all, 0..1; null for two empty sets. */
export function jaccard({ a, b, shared }: SetSizes): number | null {
  return ratio(shared, a + b - shared);
}

/** Largest Jaccard that sets of these sizes can reach: the smaller over the larger. */
export function jaccardMax({ a, b }: SetSizes): number | null {
  return ratio(Math.min(a, b), Math.max(a, b));
}

/** Shared over the smaller set, 0..1; null where one is empty. The O of METHOD 2.4. */
export function overlapCoefficient({ a, b, shared }: SetSizes): number | null {
  return ratio(shared, Math.min(a, b));
}

export function dice({ a, b, shared }: SetSizes): number | null {
  return ratio(2 * shared, a + b);
}

/** Sum of the smaller over sum of the larger of two activity vectors, 0..1. */
export function ruzicka(a: readonly number[], b: readonly number[]): number | null {
  return ratio(sum(a.map((x, i) => Math.min(x, b[i] ?? 0))), sum(a.map((x, i) => Math.max(x, b[i] ?? 0))));
}

/** Sum of the smaller over the smaller total, 0..1. */
export function weightedOverlap(a: readonly number[], b: readonly number[]): number | null {
  return ratio(sum(a.map((x, i) => Math.min(x, b[i] ?? 0))), Math.min(sum(a), sum(b)));
}

/** Cosine of two vectors, 0..1 for non-negative ones. Ignores magnitude: for search, not for retirement (METHOD 2.3). */
export function cosine(a: readonly number[], b: readonly number[], weights?: readonly number[]): number | null {
  const w = (i: number) => weights?.[i] ?? 1;
  const dot = sum(a.map((x, i) => w(i) * x * (b[i] ?? 0)));
  const norms = sum(a.map((x, i) => w(i) * x * x)) * sum(b.map((x, i) => w(i) * x * x));
  return ratio(dot, Math.sqrt(norms));
}

/**
 * What O can be where the sources see only part of the users: O to min(1, O / min(coverage)). A range, not a
 * correction, since two sources that miss the same people have no such bias. null where both cover 0.9 or more.
 */
export function overlapRange(overlap: number, coverageA: number, coverageB: number): [number, number] | null {
  const least = Math.min(coverageA, coverageB);
  if (least >= 0.9) return null;
  return [overlap, least > 0 ? Math.min(1, overlap / least) : 1];
}
