import type { Period } from '../../model/calendar.ts';
import type { Policy } from '../../model/policy.ts';
import type { Account, Snapshot } from '../../model/snapshot.ts';
import { addDays, daysBetween } from '../../util/day-arithmetic.ts';
import type { Holder } from './seat-holders.ts';
import { provesIdle, type Silence, silenceOf } from './silence.ts';

/** Where a person's seat in one tool belongs (METHOD 6a.13). */
export type SeatState = 'active' | 'inactive' | 'unknown' | 'grace' | 'leaver' | 'active without a seat' | 'no seat';

export interface SeatRules {
  readonly period: Period;
  readonly thresholdDays: number;
  readonly graceDays: number;
  readonly buffer: number;
  readonly silenceOf: (account: Account) => Silence;
}

export function seatRules(snapshot: Snapshot, policy: Policy): SeatRules {
  return {
    period: snapshot.period,
    thresholdDays: policy.seat_threshold_days,
    graceDays: policy.grace_days,
    buffer: policy.seat_buffer,
    silenceOf: silenceOf(snapshot),
  };
}

/** Sorts one person's seat after the other: the days that the rules draw are worked out once. */
export function seatSorter({ period, thresholdDays, graceDays }: SeatRules) {
  // The Nth day before the period's end is still inside the threshold (METHOD 6a.1).
  const since = addDays(period.end, -thresholdDays);
  const graceSince = addDays(period.end, -graceDays);
  const beforeSince = daysBetween(period.start, since);
  return (holder: Holder, person: Snapshot['people'][number] | undefined): SeatState => {
    const active = isActive(holder, since, beforeSince);
    const [start, end] = [person?.start ?? null, person?.end ?? null];
    if (!holder.hasOpenAccount && active !== true) return 'no seat';
    if (end !== null && end <= period.end) return holdsOnAfter(holder, end) ? 'leaver' : 'no seat';
    if (holder.assigned === false) return active === true ? 'active without a seat' : 'no seat';
    if (active === true) return 'active';
    // A newcomer's untouched seat is in grace whether or not a source could have seen activity: the seat is kept.
    if (start !== null && start >= graceSince) return 'grace';
    return active === false && provesIdle(holder.silence, thresholdDays) ? 'inactive' : 'unknown';
  };
}

/**
 * Days without a date lie somewhere in the period: those that fill every day before `since` reach beyond it.
 * `beforeSince` = days of the period before it, 0 or less where the whole period counts.
 */
function isActive({ lastActive, activeDays }: Holder, since: string, beforeSince: number): boolean | null {
  if (lastActive !== null) return lastActive >= since;
  if (activeDays === null || activeDays === 0) return activeDays === null ? null : false;
  return beforeSince <= 0 || activeDays > beforeSince ? true : null;
}

/** An open account of someone who left; one without a seat counts only where it was used after they went. */
function holdsOnAfter({ hasOpenAccount, assigned, lastActive }: Holder, end: string): boolean {
  return hasOpenAccount && (assigned !== false || (lastActive !== null && lastActive > end));
}
