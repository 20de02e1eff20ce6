import type { AuditTool } from '../model/audit/structure.ts';

/** Somebody is in it, but fewer than k. Zero is nobody, and tells of nobody (METHOD 5). */
export function isSmall(count: number, k: number): boolean {
  return count > 0 && count < k;
}

/**
 * People in a group as every figure counts them (METHOD 6a.14): one to k - 1 count as k, and where fewer than k of one
 * of the `wholes` would be left, they count as in it. Never less than the count itself, so no saving is made larger.
 */
export function toldCount(count: number, wholes: readonly number[], k: number): number {
  if (isSmall(count, k)) return k;
  if (count === 0) return 0;
  return [...wholes].sort((a, b) => a - b).reduce((told, whole) => (isSmall(whole - told, k) ? whole : told), count);
}

/** The next whole step of k: for counts that are withheld because a group below k can be told from them. */
export function stepUp(count: number, k: number): number {
  return Math.ceil(count / k) * k;
}

/**
 * People who leave a tool that stays, as its seats count them: a small group frees no seat, and one that stays keeps k.
 * Whole steps of k where the users of the tool are withheld.
 */
export function toldLeaving(leaving: number, users: number, k: number, usersAreHidden: boolean): number {
  if (isSmall(leaving, k)) return 0;
  const told = isSmall(users - leaving, k) ? Math.max(0, users - k) : leaving;
  return usersAreHidden ? Math.floor(told / k) * k : told;
}

/** A count among the seats of a tool is a group below k: exact figures beside it would tell it (METHOD 5). */
export function hidesSmallGroup({ seats, users }: Pick<AuditTool, 'seats' | 'users'>, k: number): boolean {
  const { active, inactive, unknown, grace, leavers, unassignedActive } = seats;
  return [active, inactive, unknown, grace, leavers, unassignedActive, users].some(
    (count) => typeof count === 'number' && isSmall(count, k),
  );
}
