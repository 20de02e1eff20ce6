import type { TeamSeats, UnknownUse } from '../../model/audit/structure.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import type { Holder } from './seat-holders.ts';
import type { SeatState } from './seat-state.ts';
import { provesIdle, type Silence } from './silence.ts';

export function countOf(states: readonly SeatState[], state: SeatState): number {
  return states.filter((found) => found === state).length;
}

/**
 * What one threshold makes of the seats; one of unknown use is needed until somebody knows better.
 * @param unseen seats whose holder no source names
 */
export function sorted(
  states: readonly SeatState[],
  unseen: number,
  recommend: (needed: number) => number,
): { [State in 'active' | 'inactive' | 'unknown' | 'grace' | 'recommended']: number } {
  const [active, inactive] = [countOf(states, 'active'), countOf(states, 'inactive')];
  const [unknown, grace] = [countOf(states, 'unknown') + unseen, countOf(states, 'grace')];
  return { active, inactive, unknown, grace, recommended: recommend(active + grace + unknown) };
}

export function unknownBecause(
  holders: readonly Holder[],
  states: readonly SeatState[],
  unseen: number,
  thresholdDays: number,
): UnknownUse[] {
  const reasons = holders.flatMap(({ silence }, i) =>
    states[i] === 'unknown' ? [reasonOf(silence, thresholdDays)] : [],
  );
  return [...new Set<UnknownUse>([...reasons, ...(unseen > 0 ? (['no-source'] as const) : [])])].sort(textOrder);
}

/** Days of use without a date may lie before the threshold: what they tell is not enough, so they count as not told. */
function reasonOf(silence: Silence, thresholdDays: number): UnknownUse {
  if (silence.kind !== 'listed') return silence.kind;
  return provesIdle(silence, thresholdDays) ? 'not-told' : 'out-of-date';
}

/** People without a team, and seats whose holder no source names, are in the counts of the tool alone. */
export function byTeam(
  holders: readonly Holder[],
  states: readonly SeatState[],
  people: Snapshot['people'],
): TeamSeats[] {
  const rows = new Map<string, { active: number; inactive: number; unknown: number }>();
  holders.forEach(({ person }, i) => {
    const [team, state] = [people[person]?.team ?? null, states[i]];
    if (team === null || (state !== 'active' && state !== 'inactive' && state !== 'unknown')) return;
    const row = rows.get(team) ?? { active: 0, inactive: 0, unknown: 0 };
    row[state] += 1;
    rows.set(team, row);
  });
  return [...rows].sort(([a], [b]) => textOrder(a, b)).map(([team, counts]) => ({ team, ...counts }));
}
