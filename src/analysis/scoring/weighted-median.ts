/** A value and how many observations it stands for. */
export type Weighted = readonly [value: number, weight: number];

/**
 * Median of values that each stand for `weight` observations: for whole weights the linear (type 7) median of the list
 * with every value repeated so often. Null where nothing weighs.
 */
export function weightedMedian(values: readonly Weighted[]): number | null {
  const sorted = values.filter(([, weight]) => weight > 0).sort(([a], [b]) => a - b);
  const total = sorted.reduce((n, [, weight]) => n + weight, 0);
  const middle = (total - 1) / 2;
  const below = valueAt(sorted, Math.floor(middle));
  const above = valueAt(sorted, Math.ceil(middle));
  return below === null || above === null ? null : (below + above) / 2;
}

/** Value of the observation at a position counted from 0. */
function valueAt(sorted: readonly Weighted[], position: number): number | null {
  let end = 0;
  for (const [value, weight] of sorted) {
    end += weight;
    if (position < end) return value;
  }
  return sorted.at(-1)?.[0] ?? null;
}
