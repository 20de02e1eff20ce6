import type { ClusterSample } from '../scoring/cluster-bootstrap.ts';
import { quantile } from '../scoring/quantile.ts';
import type { SignalInput } from './signal-unit.ts';
import { closedInWindow, cycleDays, ownerOf } from './work-item-facts.ts';

export interface Delivery {
  /** Median of the items closed in the window, calendar days from started to closed (METHOD 6a.11); null = unknown. */
  readonly cycleDays: number | null;
  readonly items: number;
  readonly sample?: ClusterSample;
}

/** How long work takes, in natural units, beside the ratios of P3; people who close items are resampled. */
export function delivery({ snapshot, facts }: SignalInput): Delivery {
  const items = closedInWindow(snapshot.workItems, facts.window).flatMap((item) =>
    cycleDays(item).map((days) => ({ days, owner: ownerOf(item) })),
  );
  const median = quantile(
    items.map((item) => item.days),
    0.5,
  );
  if (median === null) return { cycleDays: null, items: 0 };
  const sorted = [...items].sort((a, b) => a.days - b.days);
  const days = sorted.map((item) => item.days);
  const sample: ClusterSample = {
    kind: 'statistic',
    people: sorted.map((item) => item.owner),
    evaluate: (weights) => weightedMedian(days, weights),
  };
  return { cycleDays: median, items: items.length, sample };
}

/** Type-7 median of values that rise, each counted `weights` times; null where all weights are zero. */
export function weightedMedian(rising: readonly number[], weights: readonly number[]): number | null {
  const total = weights.reduce((n, weight) => n + weight, 0);
  if (total === 0) return null;
  const position = (total - 1) / 2;
  const at = (rank: number) => {
    let seen = 0;
    for (let i = 0; i < rising.length; i += 1) {
      seen += weights[i] ?? 0;
      if (seen > rank) return rising[i] ?? 0;
    }
    return rising.at(-1) ?? 0;
  };
  const [below, above] = [at(Math.floor(position)), at(Math.ceil(position))];
  return (below + above) / 2;
}
