import { discloses, recommendedFrom } from './disclosure-check.ts';
import {
  hiddenValues,
  type Identity,
  identitiesOf,
  SEAT_CELLS,
  type SeatCell,
  type SeatRow,
  withheldRow,
} from './seat-row.ts';
import { hideEachOther, isSmall } from './suppression.ts';

/** What is withheld beyond what follows from it. */
type Hidden = ReadonlySet<SeatCell | 'users'>;

function count(row: SeatRow, cell: SeatCell): number {
  const value = row.seats[cell];
  return typeof value === 'number' ? value : 0;
}

/** People the breakdown is about: the assigned seats, else everybody counted. */
function population(row: SeatRow): number {
  return row.seats.assigned ?? SEAT_CELLS.reduce((sum, cell) => sum + count(row, cell), 0);
}

/** Users who are hidden themselves, or who are nearly the active ones and so give a hidden one away. */
function hidesUsers({ users }: SeatRow, hidden: Hidden, k: number): boolean {
  if (typeof users !== 'number') return false;
  return isSmall(users, k) || hidden.has('users') || hidden.has('active') || hidden.has('unassignedActive');
}

function hide(row: SeatRow, hidden: Hidden, k: number): SeatRow {
  const seats = { ...row.seats };
  for (const cell of SEAT_CELLS) if (hidden.has(cell) && seats[cell] !== null) seats[cell] = 'suppressed';
  if (recommendedFrom(seats).includes('suppressed') && seats.recommended !== null) seats.recommended = 'suppressed';
  return { seats, users: hidesUsers(row, hidden, k) ? 'suppressed' : row.users };
}

/** The next to hide so that the sum no longer tells; undefined where none is left. The total itself goes if it may. */
function complement(identity: Identity, row: SeatRow, hidden: Hidden): SeatCell | 'users' | undefined {
  if (identity.of === 'users') return 'users';
  const shown = identity.cells.filter((cell) => !hidden.has(cell));
  // At equal size the earlier column stays last to go: the active count is the one that readers come for.
  return shown.sort((a, b) => count(row, a) - count(row, b) || SEAT_CELLS.indexOf(b) - SEAT_CELLS.indexOf(a))[0];
}

function unsafeIdentity(row: SeatRow, published: SeatRow, k: number): Identity | undefined {
  return identitiesOf(row).find((identity) => {
    if (identity.of === 'users' && published.users === 'suppressed') return false;
    const values = hiddenValues(identity, row, published);
    const sum = values.reduce((all, value) => all + value, 0);
    return values.length > 0 && (isSmall(sum, k) || !hideEachOther(values));
  });
}

/**
 * Seats of one tool with groups under k withheld (METHOD 6a.14): purchased, assigned and spare are contract facts and
 * stand; a population under k loses its whole breakdown; cells from 1 to k - 1 go, and with them the next smallest
 * until no sum with a published total tells them. Whatever still tells after that goes altogether.
 */
export function protectSeats(row: SeatRow, k: number): SeatRow {
  if (isSmall(population(row), k)) return withheldRow(row);
  let hidden: Hidden = new Set(SEAT_CELLS.filter((cell) => isSmall(count(row, cell), k)));
  for (;;) {
    const published = hide(row, hidden, k);
    const identity = unsafeIdentity(row, published, k);
    if (identity === undefined) return discloses(row, published, k) ? withheldRow(row) : published;
    const next = complement(identity, row, hidden);
    if (next === undefined) return withheldRow(row);
    hidden = new Set([...hidden, next]);
  }
}
