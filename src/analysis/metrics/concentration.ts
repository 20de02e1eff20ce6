import { sum } from './sum.ts';

/** Non-negative amounts as parts of 1; empty where there is nothing to share out. */
export function sharesOf(amounts: readonly number[]): readonly number[] {
  const total = sum(amounts);
  return total > 0 ? amounts.filter((amount) => amount > 0).map((amount) => amount / total) : [];
}

/** Herfindahl-Hirschman index, 1/n..1; null without activity. High = consolidated (METHOD 2.1). */
export function hhi(amounts: readonly number[]): number | null {
  const shares = sharesOf(amounts);
  return shares.length === 0 ? null : sum(shares.map((share) => share ** 2));
}

/** Simpson's estimator without the upward bias of small samples: sum n(n-1) / N(N-1); null under two counts. */
export function hhiUnbiased(counts: readonly number[]): number | null {
  const total = sum(counts);
  return total > 1 ? sum(counts.map((count) => count * Math.max(0, count - 1))) / (total * (total - 1)) : null;
}

/** Shannon entropy in nats, 0..ln n; null without activity. */
export function entropy(amounts: readonly number[]): number | null {
  const shares = sharesOf(amounts);
  return shares.length === 0 ? null : Math.max(0, -sum(shares.map((share) => share * Math.log(share))));
}

/** Entropy plus (S-1)/2N, Miller and Madow's correction for a sample of N. */
export function entropyMillerMadow(counts: readonly number[]): number | null {
  const plain = entropy(counts);
  const seen = counts.filter((count) => count > 0).length;
  return plain === null ? null : plain + (seen - 1) / (2 * sum(counts));
}

/** Effective number of tools D_q of order 0, 1 or 2, in tools; null without activity (METHOD 2.1). */
export function hill(amounts: readonly number[], order: 0 | 1 | 2): number | null {
  const shares = sharesOf(amounts);
  if (shares.length === 0) return null;
  if (order === 0) return shares.length;
  const concentration = hhi(amounts);
  return order === 1 ? Math.exp(entropy(amounts) ?? 0) : 1 / (concentration ?? 1);
}

/** 100 (1 - 1/D1): 0 = one tool, towards 100 = spread over many. */
export function fragmentation(amounts: readonly number[]): number | null {
  const effective = hill(amounts, 1);
  return effective === null ? null : 100 * (1 - 1 / effective);
}

/** Inequality of the shares, 0..(n-1)/n. 0 both for one tool and for ten equal ones: never read alone (METHOD 2.1). */
export function gini(amounts: readonly number[]): number | null {
  const sorted = amounts.filter((amount) => amount > 0).sort((a, b) => a - b);
  const [n, total] = [sorted.length, sum(sorted)];
  if (n === 0) return null;
  const ranked = sum(sorted.map((amount, index) => (index + 1) * amount));
  return Math.max(0, (2 * ranked) / (n * total) - (n + 1) / n);
}

/** Gini over its largest value (n-1)/n, 0..1; null for fewer than two. */
export function giniNormalised(amounts: readonly number[]): number | null {
  const n = amounts.filter((amount) => amount > 0).length;
  const plain = gini(amounts);
  return plain === null || n < 2 ? null : (plain * n) / (n - 1);
}
