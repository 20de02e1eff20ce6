import { type AuditTool, OTHER_TEAMS, type TeamSeats } from '../model/audit/structure.ts';
import { isSmall } from './suppression.ts';

const STATES = ['active', 'inactive', 'unknown'] as const;

function people(row: TeamSeats): number {
  return STATES.reduce((sum, state) => sum + (typeof row[state] === 'number' ? row[state] : 0), 0);
}

/** One or a few of a named team began or ceased to use the tool: beside last quarter's row, this one tells how many. */
function isSmallMove(now: TeamSeats, before: TeamSeats | undefined, k: number): boolean {
  if (before === undefined) return false;
  return STATES.some((state) => {
    const [a, b] = [now[state], before[state]];
    return typeof a === 'number' && typeof b === 'number' && isSmall(Math.abs(a - b), k);
  });
}

function sumOf(rows: readonly TeamSeats[]): TeamSeats {
  const add = (state: (typeof STATES)[number]) =>
    rows.some((row) => row[state] === 'suppressed')
      ? ('suppressed' as const)
      : rows.reduce((sum, row) => sum + Number(row[state] ?? 0), 0);
  return { team: OTHER_TEAMS, active: add('active'), inactive: add('inactive'), unknown: add('unknown') };
}

/**
 * Temporal suppression (METHOD 5): a row of a named team whose count moved by 1 to k - 1 people since the audit before
 * joins the row of the other teams. Colleagues know who joined, left or was trained, so such a movement is about
 * persons. Totals of the organisation move in the open: 40 users who became 42 could be any, and so may headcounts of
 * teams, which are no behaviour. A lone team that has all people of the tool is that total and stands. The row of the
 * others then holds two teams at least, or the rows go altogether.
 */
export function protectMovements(tool: AuditTool, before: AuditTool | undefined, k: number): AuditTool {
  const rows = tool.seats.byTeam ?? [];
  const earlier = new Map((before?.seats.byTeam ?? []).map((row) => [row.team, row]));
  const named = rows.filter(({ team }) => team !== OTHER_TEAMS);
  const others = rows.filter(({ team }) => team === OTHER_TEAMS);
  const moved = named.filter((row) => isSmallMove(row, earlier.get(row.team), k));
  if (moved.length === 0 || rows.length === 1) return tool;
  const folded = new Set(moved);
  if (folded.size + others.length < 2) {
    const left = named.filter((row) => !folded.has(row));
    const next = left.reduce((least, row) => (people(row) < people(least) ? row : least), left[0] as TeamSeats);
    folded.add(next);
  }
  const kept = named.filter((row) => !folded.has(row));
  const byTeam = kept.length === 0 ? [] : [...kept, sumOf([...folded, ...others])];
  return { ...tool, seats: { ...tool.seats, byTeam } };
}
