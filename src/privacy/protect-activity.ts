import type { AuditCapability, PeopleSection } from '../model/audit/structure.ts';
import { protectIndices } from './protect-indices.ts';
import { isSmall } from './suppression.ts';
import type { TeamActivity, TeamUse } from './team-activity.ts';
import { mayTell, NOBODY, together } from './tellable-use.ts';

/** The row in which the analysis sums teams under the threshold. */
const SMALL_TEAMS = '(small teams)';

type Row = AuditCapability['teamTool'][number];

/**
 * Teams whose activity in the tool may be told, and the rest with it: the tool's own share less all rows that are shown
 * is the activity of everybody else, so the team with the fewest users goes too until that may be told as well.
 */
function teamsToTell(
  uses: ReadonlyMap<string | null, TeamUse>,
  rows: ReadonlySet<string>,
  inSmallTeams: (team: string | null) => boolean,
  k: number,
): ReadonlySet<string> {
  const useOf = (row: string) =>
    row === SMALL_TEAMS
      ? together([...uses].filter(([team]) => inSmallTeams(team)).map(([, use]) => use))
      : (uses.get(row) ?? NOBODY);
  const all = together([...uses.values()]);
  const told = new Map([...rows].map((row) => [row, useOf(row)] as const).filter(([, use]) => mayTell(use, k)));
  const rest = (): TeamUse => {
    const others = [...uses].filter(([team]) => team === null || !told.has(team));
    const left = told.has(SMALL_TEAMS) ? others.filter(([team]) => !inSmallTeams(team)) : others;
    return together(left.map(([, use]) => use));
  };
  while (told.size > 0 && rest().people < all.people && !mayTell(rest(), k)) {
    const [fewest] = [...told].reduce((least, each) => (each[1].people < least[1].people ? each : least));
    told.delete(fewest);
  }
  return new Set(told.keys());
}

/**
 * Rows of activity by team and tool that rest on k people at least, no one of whom makes up more than 40 % (METHOD 5),
 * neither told nor left over. `teams`: sizes as counted. A tool of which no use by person is at hand loses its rows: they could not be judged.
 */
export function protectActivity(
  capabilities: readonly AuditCapability[],
  activity: TeamActivity,
  teams: PeopleSection['teams'],
  k: number,
): AuditCapability[] {
  const small = new Set(teams.filter(({ size }) => typeof size === 'number' && isSmall(size, k)).map(({ id }) => id));
  const inSmallTeams = (team: string | null) => team !== null && small.has(team);
  const rowsOf = new Map<string, Set<string>>();
  for (const { teamTool } of capabilities)
    for (const { tool, team } of teamTool) rowsOf.set(tool, (rowsOf.get(tool) ?? new Set()).add(team));
  const told = new Map(
    [...rowsOf].map(
      ([tool, rows]) => [tool, teamsToTell(activity.get(tool) ?? new Map(), rows, inSmallTeams, k)] as const,
    ),
  );
  const mayTellRow = ({ tool, team }: Row) => activity.has(tool) && told.get(tool)?.has(team) === true;
  return capabilities.map((capability) =>
    protectIndices({ ...capability, teamTool: capability.teamTool.filter(mayTellRow) }, activity, k),
  );
}
