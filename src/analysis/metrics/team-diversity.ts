import { entropy, sharesOf } from './concentration.ts';
import { sum } from './sum.ts';

/** Diversity of tools within and between teams (METHOD 2.5). gamma = alpha beta, in tools; JSD and VI in nats. */
export interface TeamDiversity {
  readonly gamma: number;
  readonly alpha: number;
  readonly beta: number;
  readonly jsd: number;
  /** JSD / H(team shares), 0 = all teams alike .. 1 = each its own tool; 0 for a single team. */
  readonly jsdNormalised: number;
  /** Mixes silos and duplicates: for the appendix only. */
  readonly variationOfInformation: number;
}

/** Rows are teams, columns tools, cells activity. Teams without activity do not count; null without any. */
export function teamDiversity(activity: readonly (readonly number[])[]): TeamDiversity | null {
  const totals = activity.map(sum);
  const all = sum(totals);
  if (all <= 0) return null;
  const pooled = poolOf(activity);
  const within = sum(activity.map((row, g) => ((totals[g] ?? 0) / all) * (entropy(row) ?? 0)));
  const between = entropy(totals) ?? 0;
  const together = entropy(pooled) ?? 0;
  // Rounding can leave a difference of equal entropies a hair outside 0..H(team).
  const jsd = Math.min(between, Math.max(0, together - within));
  return {
    gamma: Math.exp(together),
    alpha: Math.exp(within),
    beta: Math.exp(jsd),
    jsd,
    jsdNormalised: between > 0 ? jsd / between : 0,
    variationOfInformation: between + together - 2 * jsd,
  };
}

/** Team distributions with given weights, as activity: row g is weight g spread by its distribution. */
export function weightedRows(
  distributions: readonly (readonly number[])[],
  weights: readonly number[],
): readonly (readonly number[])[] {
  const shares = sharesOf(weights);
  return distributions.map((row, g) => row.map((part) => part * (shares[g] ?? 0)));
}

function poolOf(activity: readonly (readonly number[])[]): readonly number[] {
  const width = Math.max(0, ...activity.map((row) => row.length));
  return Array.from({ length: width }, (_, t) => sum(activity.map((row) => row[t] ?? 0)));
}
