import type { PeopleCount } from '../model/audit/figures.ts';
import type { AuditTool, Seats } from '../model/audit/structure.ts';

/** Counts of people in one row of seats: they split the accounts, save `unassignedActive`, which stands outside. */
export const SEAT_CELLS = ['active', 'inactive', 'unknown', 'grace', 'leavers', 'unassignedActive'] as const;
export type SeatCell = (typeof SEAT_CELLS)[number];

/** What stands beside the row of counts and is withheld by rules of its own. */
export type SeatDetail = Pick<Seats, 'neverUsed' | 'unknownBecause' | 'sensitivity' | 'byTeam'>;

/** What is published of one tool about people. */
export interface SeatRow {
  readonly seats: Omit<Seats, keyof SeatDetail>;
  readonly users: PeopleCount;
}

export function seatRow({ seats: detailed, users }: AuditTool): SeatRow {
  const { neverUsed, unknownBecause, sensitivity, byTeam, ...seats } = detailed;
  return { seats, users };
}

/** Sums that may hold between cells and a published total, whatever the definitions of the row. */
export interface Identity {
  readonly cells: readonly SeatCell[];
  readonly of: 'assigned' | 'purchased' | 'users';
}

const TOTALS = ['assigned', 'purchased', 'users'] as const;

function totalOf(row: SeatRow, of: Identity['of']): number | null {
  const total = of === 'users' ? row.users : row.seats[of];
  return typeof total === 'number' ? total : null;
}

/** Every non-empty choice of the cells. */
function choices(cells: readonly SeatCell[]): readonly (readonly SeatCell[])[] {
  const made: (readonly SeatCell[])[] = [];
  for (const cell of cells) made.push(...made.map((choice) => [...choice, cell]), [cell]);
  return made;
}

/**
 * All sums that truly hold in the row. Somebody who knows how the counts are defined knows some of them; trying every
 * one makes the check independent of the definitions.
 */
export function identitiesOf(row: SeatRow): readonly Identity[] {
  const value = (cell: SeatCell) => {
    const count = row.seats[cell];
    return typeof count === 'number' ? count : 0;
  };
  const filled = SEAT_CELLS.filter((cell) => value(cell) > 0);
  return choices(filled).flatMap((cells) => {
    const sum = cells.reduce((all, cell) => all + value(cell), 0);
    return TOTALS.filter((of) => totalOf(row, of) === sum).map((of) => ({ cells, of }));
  });
}

/** True values of the identity's cells that are not published. */
export function hiddenValues(identity: Identity, row: SeatRow, published: SeatRow): readonly number[] {
  return identity.cells.flatMap((cell) => {
    const value = row.seats[cell];
    return published.seats[cell] === 'suppressed' && typeof value === 'number' ? [value] : [];
  });
}

/** Every count of people withheld; what is unknown stays unknown, and contract facts stand. */
export function withheldRow({ seats, users }: SeatRow): SeatRow {
  const hide = (count: PeopleCount): PeopleCount => (count === null ? null : 'suppressed');
  return {
    seats: {
      ...seats,
      active: hide(seats.active),
      inactive: hide(seats.inactive),
      unknown: hide(seats.unknown),
      grace: hide(seats.grace),
      leavers: hide(seats.leavers),
      unassignedActive: hide(seats.unassignedActive),
      recommended: hide(seats.recommended),
    },
    users: hide(users),
  };
}
