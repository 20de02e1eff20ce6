import type { ClusterSample } from './cluster-bootstrap.ts';
import type { Waiting } from './kaplan-meier.ts';

/** A waiting time of one person. */
export interface PersonWaiting extends Waiting {
  readonly person: number;
}

/**
 * Kaplan-Meier median as a sample of people, each with all of his waiting times. The times are sorted once and each draw is
 * one pass up to the median, so hundreds of thousands of them can be resampled; equals `kaplanMeierMedian` under the weights.
 */
export function clusteredMedian(waitings: readonly PersonWaiting[]): ClusterSample & { readonly kind: 'statistic' } {
  const people = [...new Set(waitings.map((w) => w.person))].sort((a, b) => a - b);
  const place = new Map(people.map((person, i) => [person, i]));
  const sorted = [...waitings].sort((a, b) => a.time - b.time);
  const times = Float64Array.from(sorted, (w) => w.time);
  const ended = Uint8Array.from(sorted, (w) => (w.ended ? 1 : 0));
  const owners = Int32Array.from(sorted, (w) => place.get(w.person) ?? 0);
  const counts = new Float64Array(people.length);
  for (const owner of owners) counts[owner] = (counts[owner] ?? 0) + 1;
  return { kind: 'statistic', people, evaluate: (weights) => medianUnder(weights, { times, ended, owners, counts }) };
}

interface SortedWaitings {
  readonly times: Float64Array;
  readonly ended: Uint8Array;
  /** Place of the person of each waiting time. */
  readonly owners: Int32Array;
  /** Waiting times of each person. */
  readonly counts: Float64Array;
}

function medianUnder(weights: readonly number[], { times, ended, owners, counts }: SortedWaitings): number | null {
  let atRisk = counts.reduce((n, count, i) => n + count * (weights[i] ?? 0), 0);
  let share = 1;
  for (let i = 0; i < times.length; ) {
    const time = times[i] ?? 0;
    let answered = 0;
    let leaving = 0;
    for (; i < times.length && times[i] === time; i += 1) {
      const weight = weights[owners[i] ?? 0] ?? 0;
      leaving += weight;
      if (ended[i] === 1) answered += weight;
    }
    if (answered > 0) {
      share *= 1 - answered / atRisk;
      // 1e-12: as kaplanMeierMedian, 0.8 x 0.625 should count as one half.
      if (share <= 0.5 + 1e-12) return time;
    }
    atRisk -= leaving;
  }
  return null;
}
