/** One part of a composite: `score` null = unknown, which keeps its weight in the denominator (METHOD 0.2). */
export interface Part {
  readonly score: number | null;
  readonly weight: number;
  /** Where the score could lie, were everything seen that is not, both 0..100; absent = `score` is exact. */
  readonly range?: readonly [number, number];
}

export interface Composite {
  /** Known-weight mean, 0..100; null when nothing is known. Not yet gated. */
  readonly score: number | null;
  /** Known weight over all weight, 0..1. */
  readonly coverage: number;
  /**
   * Identification bounds: every unknown part at 0, and at 100, every partly seen one at the ends of its range. No
   * assumption about the missing part (METHOD 0.2), so they can only widen when a source goes.
   */
  readonly bounds: readonly [number, number];
  readonly known: number;
}

export function compose(parts: readonly Part[]): Composite {
  const all = sum(parts.map((p) => p.weight));
  const known = parts.filter((p): p is Part & { score: number } => p.score !== null && p.weight > 0);
  const weight = sum(known.map((p) => p.weight));
  if (weight === 0) return { score: null, coverage: 0, bounds: [0, 100], known: 0 };
  const total = sum(known.map((p) => p.weight * p.score));
  const end = (at: 0 | 1) => sum(parts.map((p) => p.weight * (rangeOf(p)[at] ?? 0))) / all;
  return {
    score: total / weight,
    coverage: Math.min(1, weight / all),
    bounds: [end(0), Math.min(100, end(1))],
    known: known.length,
  };
}

/** The score itself lies in its range, whatever a draw makes of it. */
function rangeOf({ score, range }: Part): readonly [number, number] {
  if (score === null) return [0, 100];
  return range === undefined ? [score, score] : [Math.min(range[0], score), Math.max(range[1], score)];
}

/** Publication gate: at least two known signals and half of the weight (METHOD 0.2). */
export function isPublishable(composite: Composite): boolean {
  // 1e-9 keeps three weights of 1/6 from missing the gate by rounding.
  return composite.known >= 2 && composite.coverage >= 0.5 - 1e-9;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
