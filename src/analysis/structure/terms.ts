import type { Day } from '../../model/calendar.ts';
import type { Contract } from '../../model/snapshot.ts';

/**
 * Contracts that run on a day. Where none does, those that ended last before it and renew by themselves stand for the
 * term that followed.
 */
export function inForce(contracts: readonly Contract[], day: Day): readonly Contract[] {
  const running = contracts.filter(({ start, end }) => (start === null || start <= day) && end >= day);
  if (running.length > 0) return running;
  const renewed = contracts.filter(({ end, autoRenew }) => end < day && autoRenew === true);
  const last = latestEnd(renewed);
  return renewed.filter(({ end }) => end === last);
}

export function latestEnd(contracts: readonly Contract[]): Day | null {
  return contracts.reduce<Day | null>((last, { end }) => (last === null || end > last ? end : last), null);
}
