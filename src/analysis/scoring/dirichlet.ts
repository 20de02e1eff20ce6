import type { Random } from './seeded-random.ts';

/**
 * One draw of weights that sum to 1, centred on `weights`; higher concentration stays closer to them (METHOD 0.3: 20).
 * A weight of zero stays zero.
 */
export function dirichletDraw(weights: readonly number[], concentration: number, random: Random): readonly number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const gammas = weights.map((w) => (w > 0 ? gammaDraw((concentration * w) / total, random) : 0));
  const sum = gammas.reduce((a, b) => a + b, 0);
  return gammas.map((g) => g / sum);
}

/** Gamma(shape, 1) after Marsaglia and Tsang (2000); shapes below 1 by their boost. */
function gammaDraw(shape: number, random: Random): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Box-Muller. */
function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
