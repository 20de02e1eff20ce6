import { textOrder } from '../util/text-order.ts';
import type { Outcome } from './outcome.ts';

export interface ManualPair {
  /** Tool whose decision carries the integration. */
  readonly carrier: string;
  readonly other: string;
  readonly weekly: number;
}

/** Needed pairs of tools that stay and are joined by hand only, most hand-offs first (METHOD 2.6). */
export function manualHandOffs(outcome: Outcome): ManualPair[] {
  const { estate, snapshot, retired } = outcome;
  const known = new Set(estate.tools.map((tool) => tool.id));
  const weekly = new Map<string, number>();
  const live = new Set<string>();
  for (const { from, to, state, weeklyHandoffs } of snapshot.integrations) {
    const [a = '', b = ''] = [estate.rootOf(from), estate.rootOf(to)].sort(textOrder);
    const pair = `${a}\n${b}`;
    if (state === 'live') live.add(pair);
    const stay = [a, b].every((id) => known.has(id) && !retired.has(id));
    if (a !== b && stay && (weeklyHandoffs ?? 0) > 0) weekly.set(pair, (weekly.get(pair) ?? 0) + (weeklyHandoffs ?? 0));
  }
  return [...weekly]
    .filter(([pair]) => !live.has(pair))
    .map(([pair, count]) => {
      const [carrier = '', other = ''] = pair.split('\n');
      return { carrier, other, weekly: count };
    })
    .sort((a, b) => b.weekly - a.weekly || textOrder(a.carrier, b.carrier) || textOrder(a.other, b.other));
}
