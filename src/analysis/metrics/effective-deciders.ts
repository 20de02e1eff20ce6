import { gini, hhi, hill, sharesOf } from './concentration.ts';

/** How decisions spread over deciders (METHOD 1, P5.1). */
export interface DeciderSpread {
  readonly hhi: number;
  /** 1 / sum of squared shares, in deciders. */
  readonly effectiveDeciders: number;
  readonly topShare: number;
  readonly gini: number;
}

/** null without decisions. */
export function deciderSpread(decisionsPerDecider: readonly number[]): DeciderSpread | null {
  const [concentration, effective] = [hhi(decisionsPerDecider), hill(decisionsPerDecider, 2)];
  if (concentration === null || effective === null) return null;
  return {
    hhi: concentration,
    effectiveDeciders: effective,
    topShare: Math.max(...sharesOf(decisionsPerDecider)),
    gini: gini(decisionsPerDecider) ?? 0,
  };
}
