import { DEFAULT_KAPPA } from './shrinkage.ts';

/** One group's values, a value for each member. */
export type Group = readonly number[];

/** Fewest groups between which a variance says something. */
const ENOUGH_GROUPS = 4;

/**
 * kappa of METHOD 0.2: variance within groups over variance between them, by the moments of a one-way layout with
 * unequal groups. Its default where there are too few groups, or where they differ no more than chance would have it
 * (then the ratio has no finite estimate).
 */
export function varianceRatio(groups: readonly Group[]): number {
  const sizes = groups.map((group) => group.length);
  const n = sizes.reduce((a, b) => a + b, 0);
  if (groups.length < ENOUGH_GROUPS || n <= groups.length) return DEFAULT_KAPPA;
  const means = groups.map(mean);
  const all = mean(groups.flat());
  const within = groups.reduce((sum, group, j) => sum + squaresAround(group, means[j] ?? 0), 0) / (n - groups.length);
  const spread = sizes.reduce((sum, size, j) => sum + size * ((means[j] ?? 0) - all) ** 2, 0) / (groups.length - 1);
  const usualSize = (n - sizes.reduce((sum, size) => sum + size ** 2, 0) / n) / (groups.length - 1);
  const between = (spread - within) / usualSize;
  return between > 0 && within > 0 ? within / between : DEFAULT_KAPPA;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}

function squaresAround(values: readonly number[], centre: number): number {
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
