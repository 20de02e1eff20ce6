/** A waiting time; `ended` false = still open when observation stopped (censored at `time`). */
export interface Waiting {
  readonly time: number;
  readonly ended: boolean;
  /** How often the observation counts, for resampling; 1 unless given. */
  readonly weight?: number;
}

/** Survival after each time at which something ended, rising in time (METHOD 0.2: open items are censored, not dropped). */
export function survivalCurve(waitings: readonly Waiting[]): readonly (readonly [time: number, share: number])[] {
  const sorted = [...waitings].sort((a, b) => a.time - b.time);
  const steps: (readonly [number, number])[] = [];
  let atRisk = sorted.reduce((n, w) => n + weightOf(w), 0);
  let share = 1;
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.time ?? 0;
    let ended = 0;
    let leaving = 0;
    for (let w = sorted[i]; w !== undefined && w.time === time; w = sorted[i]) {
      leaving += weightOf(w);
      if (w.ended) ended += weightOf(w);
      i += 1;
    }
    if (ended > 0) {
      share *= 1 - ended / atRisk;
      steps.push([time, share]);
    }
    atRisk -= leaving;
  }
  return steps;
}

/** First time at which at most half still wait; null when more than half are still open at the end. */
export function kaplanMeierMedian(waitings: readonly Waiting[]): number | null {
  // 1e-12: 0.8 x 0.625 should count as one half.
  return survivalCurve(waitings).find(([, share]) => share <= 0.5 + 1e-12)?.[0] ?? null;
}

function weightOf(w: Waiting): number {
  return w.weight ?? 1;
}
