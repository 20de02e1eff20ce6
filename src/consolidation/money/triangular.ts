/** Inverse of the triangular distribution function (METHOD 3.5): `u` in [0, 1) to a value in [low, high]. */
export function triangular(u: number, low: number, mode: number, high: number): number {
  if (high <= low) return mode;
  const turn = (mode - low) / (high - low);
  if (u < turn) return low + Math.sqrt(u * (high - low) * (mode - low));
  return high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

/** Linear quantile (type 7) of a sorted list. */
export function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
