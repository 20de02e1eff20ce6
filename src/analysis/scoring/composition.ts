/** One part of a composite: `score` null = unknown, which keeps its weight in the denominator (METHOD 0.2). */
export interface Part {
  readonly score: number | null;
  readonly weight: number;
}

export interface Composite {
  /** Known-weight mean, 0..100; null when nothing is known. Not yet gated. */
  readonly score: number | null;
  /** Known weight over all weight, 0..1. */
  readonly coverage: number;
  /** Identification bounds: every unknown part at 0, and at 100. No assumption about the missing part (METHOD 0.2). */
  readonly bounds: readonly [number, number];
  readonly known: number;
}

export function compose(parts: readonly Part[]): Composite {
  const all = sum(parts.map((p) => p.weight));
  const known = parts.filter((p): p is Part & { score: number } => p.score !== null && p.weight > 0);
  const weight = sum(known.map((p) => p.weight));
  if (weight === 0) return { score: null, coverage: 0, bounds: [0, 100], known: 0 };
  const total = sum(known.map((p) => p.weight * p.score));
  const unknown = Math.max(0, all - weight);
  return {
    score: total / weight,
    coverage: Math.min(1, weight / all),
    bounds: [total / all, Math.min(100, (total + 100 * unknown) / all)],
    known: known.length,
  };
}

/** Publication gate: at least two known signals and half of the weight (METHOD 0.2). */
export function isPublishable(composite: Composite): boolean {
  // 1e-9 keeps three weights of 1/6 from missing the gate by rounding.
  return composite.known >= 2 && composite.coverage >= 0.5 - 1e-9;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
