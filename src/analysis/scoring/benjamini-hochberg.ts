/**
 * Which of several tests stand when a share `rate` of those that stand may be false (Benjamini and Hochberg): the largest
 * rank i with p(i) <= i / m x rate, and everything before it. In the order given.
 */
export function discoveries(pValues: readonly number[], rate: number): readonly boolean[] {
  const ranked = pValues.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p || a.at - b.at);
  const last = ranked.findLastIndex(({ p }, i) => p <= ((i + 1) / ranked.length) * rate);
  const standing = new Set(ranked.slice(0, last + 1).map(({ at }) => at));
  return pValues.map((_, at) => standing.has(at));
}
