/** Sizes of two sets of people drawn from one population. */
export interface Draw {
  readonly population: number;
  readonly a: number;
  readonly b: number;
}

/** People whom two independent sets would share by chance: |A||B|/N; null without a population. */
export function expectedShared({ population, a, b }: Draw): number | null {
  return population > 0 ? (a * b) / population : null;
}

/** Shared over expected: 1 = chance, 2 = twice as many as chance; null where nothing is expected. */
export function lift(draw: Draw, shared: number): number | null {
  const expected = expectedShared(draw);
  return expected === null || expected === 0 ? null : shared / expected;
}

/** Exact hypergeometric P(shared >= observed), 0..1, summed in log space so that large populations do not overflow. */
export function pAtLeast({ population, a, b }: Draw, shared: number): number {
  const [first, last] = [Math.max(0, a + b - population), Math.min(a, b)];
  if (shared <= first) return 1;
  const all = logChoose(population, b);
  let total = 0;
  for (let k = shared; k <= last; k += 1) total += Math.exp(logChoose(a, k) + logChoose(population - a, b - k) - all);
  return Math.min(1, total);
}

const logFactorials = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i += 1) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  return logFactorials[n] ?? 0;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
