import type { PeopleCount } from '../model/audit/figures.ts';
import { type AuditTool, OTHER_TEAMS, type SeatsAt, type TeamSeats } from '../model/audit/structure.ts';
import { protectSeats } from './protect-seats.ts';
import type { TeamProtection } from './protect-teams.ts';
import { SEAT_CELLS, type SeatDetail, type SeatRow, seatRow } from './seat-row.ts';
import { isSmall } from './suppression.ts';

const STATES = ['active', 'inactive', 'unknown'] as const;
/** Of another threshold grace counts too: a recommendation is made of it. */
const MOVING = [...STATES, 'grace'] as const;

type Counts = Readonly<Record<(typeof STATES)[number], PeopleCount>>;

function isShown(counts: Counts): counts is Readonly<Record<(typeof STATES)[number], number>> {
  return STATES.every((state) => typeof counts[state] === 'number');
}

function numberOf(count: PeopleCount | undefined): number {
  return typeof count === 'number' ? count : 0;
}

/** Those who never used it, where neither they nor the rest of the inactive, at any threshold shown, are under k. */
function protectNever(neverUsed: PeopleCount, inactive: readonly PeopleCount[], k: number): PeopleCount {
  if (typeof neverUsed !== 'number') return neverUsed;
  const tells = inactive.some((count) => typeof count === 'number' && isSmall(Math.abs(count - neverUsed), k));
  return isSmall(neverUsed, k) || tells || inactive[0] === 'suppressed' ? 'suppressed' : neverUsed;
}

function withheldAt(at: SeatsAt): SeatsAt {
  const hide = (count: PeopleCount): PeopleCount => (count === null ? null : 'suppressed');
  return {
    thresholdDays: at.thresholdDays,
    active: hide(at.active),
    inactive: hide(at.inactive),
    unknown: hide(at.unknown),
    grace: hide(at.grace),
    recommended: hide(at.recommended),
  };
}

/** Whether nobody, or a group of k at least, changes its state between two thresholds (METHOD 5: differences). */
function areApart(a: Pick<SeatsAt, (typeof MOVING)[number]>, b: typeof a, k: number): boolean {
  const moves = MOVING.map((state) => numberOf(a[state]) - numberOf(b[state]));
  const all = moves.reduce((sum, move) => sum + move, 0);
  return [...moves, all].every((move) => !isSmall(Math.abs(move), k));
}

/** People who used the tool in the window and not within the threshold, or the other way round. */
function isApartFromUsers(at: SeatsAt, { seats, users }: SeatRow, k: number): boolean {
  if (typeof users !== 'number' || at.active === seats.active) return true;
  return !isSmall(Math.abs(users - numberOf(at.active)), k);
}

/** A cell that this threshold would withhold and the row in force shows could be worked out from there. */
function hidesMore(row: SeatRow, published: SeatRow): boolean {
  const isHidden = (a: PeopleCount, b: PeopleCount) => a === 'suppressed' && b !== 'suppressed';
  return isHidden(row.users, published.users) || SEAT_CELLS.some((s) => isHidden(row.seats[s], published.seats[s]));
}

/**
 * Other thresholds with those withheld that would be withheld as the threshold in force, or that differ by a group under
 * k from it or from another one that is shown. Where the row itself is withheld in part, so are they.
 */
function protectSensitivity(tool: AuditTool, published: SeatRow, k: number): SeatsAt[] {
  const counted = seatRow(tool);
  const shown: (typeof counted.seats | SeatsAt)[] = [counted.seats];
  return (tool.seats.sensitivity ?? []).map((at) => {
    const row = protectSeats({ ...counted, seats: { ...counted.seats, ...at } }, k);
    const isSafe =
      isShown(published.seats) &&
      !hidesMore(row, published) &&
      isApartFromUsers(at, published, k) &&
      shown.every((other) => areApart(other, at, k));
    if (!isSafe) return withheldAt(at);
    shown.push(at);
    const hideWith = (inForce: PeopleCount, count: PeopleCount) => (inForce === 'suppressed' ? inForce : count);
    const { grace, recommended } = published.seats;
    return { ...at, grace: hideWith(grace, at.grace), recommended: hideWith(recommended, at.recommended) };
  });
}

function hasNoSmallGroup(counts: Counts, k: number): boolean {
  return STATES.every((state) => !isSmall(numberOf(counts[state]), k));
}

function without(total: Counts, rows: readonly TeamSeats[]): Omit<TeamSeats, 'team'> {
  const left = (state: (typeof STATES)[number]) =>
    numberOf(total[state]) - rows.reduce((sum, row) => sum + numberOf(row[state]), 0);
  return { active: left('active'), inactive: left('inactive'), unknown: left('unknown') };
}

function people(row: TeamSeats): number {
  return STATES.reduce((sum, state) => sum + numberOf(row[state]), 0);
}

/** Whom a team's size beside its row would show: those without a seat, in grace, or gone. */
function isApartFromSize(row: TeamSeats, size: PeopleCount, k: number): boolean {
  return typeof size !== 'number' || !isSmall(Math.abs(size - people(row)), k);
}

/**
 * Teams of k people whose every count is zero or k at least, and one row for all others, for which the same holds: a
 * reader who subtracts the rows from the tool's counts finds that row and no smaller group. Where it does not hold, the
 * smallest team joins the others, until it does.
 */
function protectTeamSeats(tool: AuditTool, published: SeatRow, { teams, mayShow }: TeamProtection, k: number) {
  const rows = tool.seats.byTeam ?? [];
  if (!isShown(published.seats)) return [];
  const sizes = new Map(teams.map(({ id, size }) => [id, size]));
  let shown = rows.filter(
    (row) => mayShow(row.team) && hasNoSmallGroup(row, k) && isApartFromSize(row, sizes.get(row.team) ?? null, k),
  );
  while (shown.length > 0 && !hasNoSmallGroup(without(published.seats, shown), k)) {
    const smallest = shown.reduce((least, row) => (people(row) < people(least) ? row : least));
    shown = shown.filter((row) => row !== smallest);
  }
  if (shown.length === 0) return [];
  const rest = { team: OTHER_TEAMS, ...without(published.seats, shown) };
  return people(rest) === 0 ? shown : [...shown, rest];
}

/** What may be told beside the published row of a tool; absent where the analysis tells nothing of it. */
export function protectSeatDetail(tool: AuditTool, published: SeatRow, teams: TeamProtection, k: number): SeatDetail {
  const { neverUsed, unknownBecause, byTeam } = tool.seats;
  const sensitivity = tool.seats.sensitivity === undefined ? undefined : protectSensitivity(tool, published, k);
  const inactive = [published.seats.inactive, ...(sensitivity ?? []).map((at) => at.inactive)];
  return {
    ...(neverUsed === undefined ? {} : { neverUsed: protectNever(neverUsed, inactive, k) }),
    // A reason tells that somebody is of unknown use: of three people, nearly who.
    ...(unknownBecause === undefined || published.seats.unknown === 'suppressed' ? {} : { unknownBecause }),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(byTeam === undefined ? {} : { byTeam: protectTeamSeats(tool, published, teams, k) }),
  };
}
