import type { Period } from '../../model/calendar.ts';
import type { Policy } from '../../model/policy.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { addDays } from '../scoring/iso-weeks.ts';
import type { Holder } from './seat-holders.ts';

/** Where a person's seat in one tool belongs (METHOD 6a.13). */
export type SeatState = 'active' | 'inactive' | 'unknown' | 'grace' | 'leaver' | 'active without a seat' | 'no seat';

export interface SeatRules {
  readonly period: Period;
  readonly thresholdDays: number;
  readonly graceDays: number;
  readonly buffer: number;
}

export function seatRules({ period }: Snapshot, policy: Policy): SeatRules {
  return {
    period,
    thresholdDays: policy.seat_threshold_days,
    graceDays: policy.grace_days,
    buffer: policy.seat_buffer,
  };
}

export function seatState(holder: Holder, person: Snapshot['people'][number] | undefined, rules: SeatRules): SeatState {
  const { period, thresholdDays, graceDays } = rules;
  // The Nth day before the period's end is still inside the threshold (METHOD 6a.1).
  const active = isActive(holder, addDays(period.end, -thresholdDays));
  const end = person?.end ?? null;
  if (!holder.hasOpenAccount && active !== true) return 'no seat';
  if (end !== null && end <= period.end) return holdsOnAfter(holder, end) ? 'leaver' : 'no seat';
  if (holder.assigned === false) return active === true ? 'active without a seat' : 'no seat';
  if (active === true) return 'active';
  const start = person?.start ?? null;
  // A newcomer's untouched seat is in grace whether or not a source could have seen activity: the seat is kept.
  if (start !== null && start >= addDays(period.end, -graceDays)) return 'grace';
  return active === null ? 'unknown' : 'inactive';
}

function isActive({ lastActive, activeDays }: Holder, since: string): boolean | null {
  if (lastActive !== null) return lastActive >= since;
  return activeDays === null ? null : activeDays > 0;
}

/** An open account of someone who left; one without a seat counts only where it was used after they went. */
function holdsOnAfter({ hasOpenAccount, assigned, lastActive }: Holder, end: string): boolean {
  return hasOpenAccount && (assigned !== false || (lastActive !== null && lastActive > end));
}
