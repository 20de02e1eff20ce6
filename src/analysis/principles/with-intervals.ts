import type { Construct } from '../../model/audit/profile.ts';
import type { Resampled } from '../scoring/cluster-bootstrap.ts';
import { quantile } from '../scoring/quantile.ts';

/** The construct with the 95 % interval of each signal that was resampled, in the unit of its value (METHOD 0.2). */
export function withIntervals(construct: Construct, resampled: Resampled): Construct {
  return {
    ...construct,
    signals: construct.signals.map((signal) => ({
      ...signal,
      interval: signal.value === null ? null : intervalIn(resampled, signal.id),
    })),
  };
}

/** 2.5 % and 97.5 % of the draws of what `key` names; null where it was not resampled. */
export function intervalIn({ values }: Resampled, key: string): [number, number] | null {
  const drawn = (values.get(key) ?? []).filter((value): value is number => value !== null);
  const [low, high] = [quantile(drawn, 0.025), quantile(drawn, 0.975)];
  return low === null || high === null ? null : [low, high];
}
