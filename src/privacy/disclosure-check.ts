import type { PeopleCount } from '../model/audit/figures.ts';
import type { Structure } from '../model/audit/structure.ts';
import { hiddenValues, identitiesOf, SEAT_CELLS, type SeatRow, seatRow } from './seat-row.ts';
import { hideEachOther, isSmall } from './suppression.ts';

function publishesSmallGroup({ seats, users }: SeatRow, k: number): boolean {
  const counts = [...SEAT_CELLS.map((cell) => seats[cell]), users];
  return counts.some((count) => typeof count === 'number' && isSmall(count, k));
}

/** `recommended` is the sum of these and a known buffer: shown beside a hidden one of them it gives it away. */
export function recommendedFrom({ active, grace, unknown }: SeatRow['seats']): readonly PeopleCount[] {
  return [active, grace, unknown];
}

function recommendationTells({ seats }: SeatRow): boolean {
  return typeof seats.recommended === 'number' && recommendedFrom(seats).includes('suppressed');
}

/**
 * The differencing attack on one row: every sum that truly holds is solved for its hidden cells. True where a group
 * under k, or any single hidden cell, comes out.
 */
export function discloses(row: SeatRow, published: SeatRow, k: number): boolean {
  if (publishesSmallGroup(published, k) || recommendationTells(published)) return true;
  return identitiesOf(row).some((identity) => {
    const total = identity.of === 'users' ? published.users : published.seats[identity.of];
    if (typeof total !== 'number') return false;
    const hidden = hiddenValues(identity, row, published);
    if (hidden.length === 0) return false;
    // A total below k whose parts are all hidden tells only itself, and assigned seats are a contract fact (6a.14).
    if (identity.of !== 'users' && hidden.length === identity.cells.length && isSmall(total, k)) return false;
    const sum = hidden.reduce((all, value) => all + value, 0);
    return isSmall(sum, k) || !hideEachOther(hidden);
  });
}

/** Ids of tools whose published seats still tell a withheld count. Must be empty; `protectStructure` fails closed. */
export function disclosingTools(original: Structure, published: Structure, k: number): string[] {
  const rows = new Map(original.tools.map((tool) => [tool.id, seatRow(tool)]));
  return published.tools.flatMap((tool) => {
    const row = rows.get(tool.id);
    return row === undefined || discloses(row, seatRow(tool), k) ? [tool.id] : [];
  });
}
