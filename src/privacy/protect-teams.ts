import type { AuditCapability, PeopleSection } from '../model/audit/structure.ts';
import { isSmall, suppressCells } from './suppression.ts';

/** The row in which the analysis sums teams under the threshold. */
const SMALL_TEAMS = '(small teams)';

/** People whom no team names. */
const NO_TEAM = '(no team)';

export interface TeamProtection {
  readonly teams: PeopleSection['teams'];
  /** Whether activity may be shown under this team's name. */
  readonly mayShow: (team: string) => boolean;
}

/**
 * Sizes of teams under k are withheld, with the next smallest where the total would tell them. The same teams have no
 * row of activity; the sum of the small ones has one only where it stands for two teams and k people at least.
 */
export function protectTeams({ teams, counted }: Pick<PeopleSection, 'teams' | 'counted'>, k: number): TeamProtection {
  const cells = teams.flatMap(({ id, size }) => (typeof size === 'number' ? [{ id, value: size }] : []));
  const total = counted ?? cells.reduce((sum, cell) => sum + cell.value, 0);
  // The total beside the teams tells how many are of none: they are a group like a team.
  const ofNone = { id: NO_TEAM, value: Math.max(0, total - cells.reduce((sum, cell) => sum + cell.value, 0)) };
  const hidden = new Set(suppressCells({ cells: [...cells, ofNone], total, k }).hidden);
  const small = cells.filter((cell) => isSmall(cell.value, k));
  const people = small.reduce((sum, cell) => sum + cell.value, 0);
  const sumMayShow =
    small.length >= 2 && people >= k && cells.filter(({ id }) => hidden.has(id)).length === small.length;
  const shown = new Set(cells.filter((cell) => !hidden.has(cell.id)).map((cell) => cell.id));
  return {
    teams: teams.map(({ id, size }) => ({ id, size: hidden.has(id) ? 'suppressed' : size })),
    mayShow: (team) => (team === SMALL_TEAMS ? sumMayShow : shown.has(team)),
  };
}

/** Activity by team and tool without the rows of withheld teams; a team of unknown size has no row either. */
export function protectTeamTool(
  rows: AuditCapability['teamTool'],
  { mayShow }: TeamProtection,
): AuditCapability['teamTool'] {
  return rows.filter((row) => mayShow(row.team));
}
