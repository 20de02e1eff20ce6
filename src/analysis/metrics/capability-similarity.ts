import type { CapabilityVector } from '../../model/capability.ts';
import { cosine } from './set-overlap.ts';
import { sum } from './sum.ts';

/** How far two capability vectors agree, each 0..1; 0 where one has nothing (METHOD 2.3). */
export interface CapabilitySimilarity {
  /** Weighted Jaccard: the C of METHOD 2.4. */
  readonly similarity: number;
  readonly cosine: number;
  /** Share of A that B also does: can B replace A? */
  readonly aCoveredByB: number;
  readonly bCoveredByA: number;
}

/** Vectors of one length with entries in 0..1; weights default to 1 each. */
export function similarityOf(
  a: readonly number[],
  b: readonly number[],
  weights: readonly number[] = a.map(() => 1),
): CapabilitySimilarity {
  const total = (value: (i: number) => number) => sum(weights.map((weight, i) => weight * value(i)));
  const common = total((i) => Math.min(a[i] ?? 0, b[i] ?? 0));
  const either = total((i) => Math.max(a[i] ?? 0, b[i] ?? 0));
  const [massA, massB] = [total((i) => a[i] ?? 0), total((i) => b[i] ?? 0)];
  return {
    similarity: either > 0 ? common / either : 0,
    cosine: cosine(a, b, weights) ?? 0,
    aCoveredByB: massA > 0 ? common / massA : 0,
    bCoveredByA: massB > 0 ? common / massB : 0,
  };
}

/** Strengths 1..3 as 0..1 over the given capabilities only: suites list more than an organisation uses. */
export function maskedVector(vector: CapabilityVector, inUse: readonly string[]): readonly number[] {
  return inUse.map((id) => (vector[id] ?? 0) / 3);
}
