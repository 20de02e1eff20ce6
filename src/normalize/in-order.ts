import { textOrder } from '../util/text-order.ts';

/** A copy without repetitions, in code-point order. */
export function sortedUnique(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(textOrder);
}

/** The later of two days; unknown gives way to known. */
export function latest(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  if (b === null) return a;
  return a > b ? a : b;
}

/** The larger of two counts; unknown gives way to known. */
export function largest(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  if (b === null) return a;
  return Math.max(a, b);
}
