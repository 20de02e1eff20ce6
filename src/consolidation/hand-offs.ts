import type { Snapshot } from '../model/snapshot.ts';
import { textOrder } from '../util/text-order.ts';
import type { Estate } from './estate.ts';
import type { Outcome } from './outcome.ts';

/** Minutes that a hand-off made by hand takes: low, likely, high (grade D; 6 is the specification's example). */
export const HAND_OFF_MINUTES = { low: 3, likely: 6, high: 10 } as const;
const WEEKS = 52;

export interface ManualPair {
  /** Tool whose decision carries the integration: the first of the two by id. */
  readonly carrier: string;
  readonly other: string;
  readonly weekly: number;
}

/** Needed pairs of tools that are joined by hand only, most hand-offs first (METHOD 2.6). */
export function manualPairs(snapshot: Snapshot, estate: Estate): ManualPair[] {
  const known = new Set(estate.tools.map((tool) => tool.id));
  const weekly = new Map<string, number>();
  const live = new Set<string>();
  for (const { from, to, state, weeklyHandoffs } of snapshot.integrations) {
    const [a = '', b = ''] = [estate.rootOf(from), estate.rootOf(to)].sort(textOrder);
    const pair = `${a}\n${b}`;
    if (state === 'live') live.add(pair);
    const counts = a !== b && known.has(a) && known.has(b) && (weeklyHandoffs ?? 0) > 0;
    if (counts) weekly.set(pair, (weekly.get(pair) ?? 0) + (weeklyHandoffs ?? 0));
  }
  return [...weekly]
    .filter(([pair]) => !live.has(pair))
    .map(([pair, count]) => {
      const [carrier = '', other = ''] = pair.split('\n');
      return { carrier, other, weekly: count };
    })
    .sort((a, b) => b.weekly - a.weekly || textOrder(a.carrier, b.carrier) || textOrder(a.other, b.other));
}

/** Pairs that both stay, so that an integration is what helps. */
export function manualHandOffs({ snapshot, estate, retired }: Outcome): ManualPair[] {
  return manualPairs(snapshot, estate).filter(({ carrier, other }) => !retired.has(carrier) && !retired.has(other));
}

/** Pairs inside one group of which one goes: the work is then in one tool and nothing is handed over. */
export function endedHandOffs({ snapshot, estate, retired, groupOf }: Outcome): ManualPair[] {
  return manualPairs(snapshot, estate).filter(
    ({ carrier, other }) =>
      retired.has(carrier) !== retired.has(other) &&
      groupOf.get(carrier) !== undefined &&
      groupOf.get(carrier) === groupOf.get(other),
  );
}

/** Hours a year. */
export function handOffHours(weekly: number, minutes: number): number {
  return (weekly * minutes * WEEKS) / 60;
}
