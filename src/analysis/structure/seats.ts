import type { Seats } from '../../model/audit/structure.ts';
import type { Account, Contract, Snapshot } from '../../model/snapshot.ts';
import { byTeam, countOf, sorted, unknownBecause } from './seat-counts.ts';
import { type Holder, holdersOf } from './seat-holders.ts';
import { type SeatRules, type SeatState, seatSorter } from './seat-state.ts';
import { inForce } from './terms.ts';

/** Thresholds that are in use elsewhere: the choice changes the headline, so the others stand beside it. */
const OTHER_THRESHOLDS = [30, 60, 90, 120];

/** `lastDays`: last day with usage by person, from person-days. Counts are of people; null = no source tells. */
export function seatsOf(
  accounts: readonly Account[],
  lastDays: ReadonlyMap<number, string>,
  contracts: readonly Contract[],
  people: Snapshot['people'],
  rules: SeatRules,
): Seats {
  const running = inForce(contracts, rules.period.end);
  const purchased = seatsBought(running);
  const holders = holdersOf(accounts, lastDays, rules.silenceOf);
  if (holders.length === 0) return unseen(purchased, rules);
  const statesAt = (thresholdDays: number) => {
    const stateOf = seatSorter({ ...rules, thresholdDays });
    return holders.map((holder) => stateOf(holder, people[holder.person]));
  };
  const states = statesAt(rules.thresholdDays);
  const assigned = assignedSeats(holders);
  const recommend = (needed: number) => recommendedSeats(needed, minimumOf(running), rules.buffer, purchased);
  const thresholds = [...new Set([...OTHER_THRESHOLDS, rules.thresholdDays])].sort((a, b) => a - b);
  const unseenAt = (found: readonly SeatState[]) => (assigned === null ? unseenSeats(purchased, found) : 0);
  const { recommended, ...counts } = sorted(states, unseenAt(states), recommend);
  return {
    thresholdDays: rules.thresholdDays,
    purchased,
    assigned,
    spare: purchased === null || assigned === null ? null : Math.max(0, purchased - assigned),
    ...counts,
    leavers: countOf(states, 'leaver'),
    unassignedActive: countOf(states, 'active without a seat'),
    recommended,
    neverUsed: holders.filter((holder, i) => states[i] === 'inactive' && holder.lastActive === null).length,
    unknownBecause: unknownBecause(holders, states, unseenAt(states), rules.thresholdDays),
    sensitivity: thresholds.map((thresholdDays) => {
      const found = statesAt(thresholdDays);
      return { thresholdDays, ...sorted(found, unseenAt(found), recommend) };
    }),
    byTeam: byTeam(holders, states, people),
  };
}

/**
 * Needed seats and the reserve, rounded up, not under the contract's minimum; never more than are bought, unless more are
 * needed. `purchased` null = not known, which caps nothing.
 */
export function recommendedSeats(needed: number, minimum: number, buffer: number, purchased: number | null): number {
  // 20 x 1.1 is 22.000000000000004 in binary: without the epsilon it would buy a seat.
  const wanted = Math.max(minimum, Math.ceil(needed * (1 + buffer) - 1e-9));
  return purchased === null ? wanted : Math.min(wanted, Math.max(purchased, needed));
}

/** null where no source states assignment; where one does, the people it leaves out have no assigned seat. */
function assignedSeats(holders: readonly Holder[]): number | null {
  if (holders.every((holder) => holder.assigned === null)) return null;
  return holders.filter((holder) => holder.assigned === true && holder.hasOpenAccount).length;
}

/**
 * Seats bought beside those of the people seen, where no source lists who holds one: whoever did not sign in may hold
 * one all the same (METHOD, Annex), so they are of unknown use and not spare.
 */
function unseenSeats(purchased: number | null, states: readonly SeatState[]): number {
  const seen = states.length - countOf(states, 'no seat');
  return purchased === null ? 0 : Math.max(0, purchased - seen);
}

function seatsBought(contracts: readonly Contract[]): number | null {
  if (contracts.length === 0 || contracts.some(({ seats }) => seats === null)) return null;
  return contracts.reduce((total, { seats }) => total + (seats ?? 0), 0);
}

function minimumOf(contracts: readonly Contract[]): number {
  return contracts.reduce((total, { minimumSeats }) => total + (minimumSeats ?? 0), 0);
}

/** No source sees an account: every bought seat is of unknown use. */
function unseen(purchased: number | null, { thresholdDays }: SeatRules): Seats {
  return {
    thresholdDays,
    purchased,
    assigned: null,
    spare: null,
    active: null,
    inactive: null,
    unknown: purchased,
    grace: null,
    leavers: null,
    unassignedActive: null,
    recommended: null,
    unknownBecause: purchased === null ? [] : ['no-source'],
  };
}
