/** 97.5th percentile of the standard normal. */
const Z95 = 1.959963984540054;

/** 95 % Wilson score interval of a proportion; null without trials (METHOD 0.2). */
export function wilson(successes: number, trials: number): readonly [number, number] | null {
  if (trials <= 0) return null;
  const p = successes / trials;
  const z2 = Z95 * Z95;
  const centre = p + z2 / (2 * trials);
  const spread = Z95 * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials));
  const scale = 1 + z2 / trials;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
