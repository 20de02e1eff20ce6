export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** Weighted arithmetic mean; null without weight. */
export function arithmeticMean(items: readonly Weighted[]): number | null {
  const weight = items.reduce((n, i) => n + i.weight, 0);
  return weight > 0 ? items.reduce((n, i) => n + i.weight * i.value, 0) / weight : null;
}

/** Weighted geometric mean of scores, each floored at 1 so that one zero does not erase the rest (METHOD 0.3). */
export function geometricMean(items: readonly Weighted[]): number | null {
  const logs = items.map(({ value, weight }) => ({ value: Math.log(Math.max(1, value)), weight }));
  const mean = arithmeticMean(logs);
  return mean === null ? null : Math.exp(mean);
}
