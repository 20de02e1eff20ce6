import type { AuditTool } from '../../model/audit/structure.ts';

/**
 * Whether the seats of a tool hold a group below k. A count beside it, taken from a published total, would tell its size,
 * so sentences then give no exact counts (METHOD 5: differences that isolate fewer than k people).
 */
export function hidesSmallGroup({ seats, users }: AuditTool, k: number): boolean {
  const { active, inactive, unknown, grace, leavers, unassignedActive } = seats;
  return [active, inactive, unknown, grace, leavers, unassignedActive, users].some((count) => isSmall(count, k));
}

/** Rounded down to a multiple of k, so that what is left over may be any group below k. */
export function roundedDown(count: number, k: number): number {
  return Math.floor(count / k) * k;
}

function isSmall(count: AuditTool['users'], k: number): boolean {
  return typeof count === 'number' && count > 0 && count < k;
}
