import type { RejectedRow } from '../../model/observation.ts';
import { counted } from '../../util/counted.ts';

/** Rows that were rejected, those told in bulk included. */
export function rejectedCount(rejected: readonly RejectedRow[]): number {
  return rejected.reduce((sum, { rows }) => sum + (rows ?? 1), 0);
}

/** Why a row was rejected, or how many were for one reason. */
export function rejectReason({ reason, rows }: RejectedRow): string {
  return rows === undefined ? reason : `${counted(rows, 'row')}: ${reason}`;
}
