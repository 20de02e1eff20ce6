/** Things seen by two sources, and by both. */
export interface TwoSources {
  readonly source1: number;
  readonly source2: number;
  readonly both: number;
}

export interface HiddenPart {
  readonly seen: number;
  readonly estimatedTotal: number;
  readonly unseen: number;
  readonly standardError: number;
}

/**
 * Chapman's two-source estimate. Sources depend on each other in practice (expensed tools get sign-on), so it is a floor
 * (METHOD 2.8).
 */
export function chapman({ source1, source2, both }: TwoSources): HiddenPart {
  const seen = source1 + source2 - both;
  const estimatedTotal = ((source1 + 1) * (source2 + 1)) / (both + 1) - 1;
  const variance =
    ((source1 + 1) * (source2 + 1) * (source1 - both) * (source2 - both)) / ((both + 1) ** 2 * (both + 2));
  return { seen, estimatedTotal, unseen: estimatedTotal - seen, standardError: Math.sqrt(variance) };
}
