import type { PeopleCount } from '../model/audit/figures.ts';
import {
  type AuditCapability,
  type AuditTool,
  OTHER_TEAMS,
  type Seats,
  type Structure,
  type TeamSeats,
  type ToolPair,
} from '../model/audit/structure.ts';
import { disclosingTools } from './disclosure-check.ts';
import { protectPair } from './protect-pair.ts';
import { protectSeatDetail } from './protect-seat-detail.ts';
import { protectSeats } from './protect-seats.ts';
import { protectTeams, protectTeamTool, type TeamProtection } from './protect-teams.ts';
import { seatRow, withheldRow } from './seat-row.ts';
import { isSmall } from './suppression.ts';

/** Smallest groups shown: of tool usage, and of calendar and message figures. */
export interface Thresholds {
  readonly usage: number;
  readonly collaboration: number;
}

type Users = ReadonlyMap<string, PeopleCount>;

function usersOf(tools: readonly AuditTool[]): Users {
  return new Map(tools.map((tool) => [tool.id, tool.users]));
}

function protectCapability(
  capability: AuditCapability,
  published: Users,
  teams: TeamProtection,
  k: number,
): AuditCapability {
  const hides = (tool: string, users: PeopleCount) =>
    published.get(tool) === 'suppressed' || (typeof users === 'number' && isSmall(users, k));
  return {
    ...capability,
    tools: capability.tools.map((entry) =>
      entry.users !== null && hides(entry.tool, entry.users) ? { ...entry, users: 'suppressed' as const } : entry,
    ),
    teamTool: protectTeamTool(capability.teamTool, teams),
  };
}

function protectPairs(pairs: readonly ToolPair[], counted: Users, published: Users, k: number): ToolPair[] {
  const both = (users: Users, pair: ToolPair) => [users.get(pair.a) ?? null, users.get(pair.b) ?? null] as const;
  return pairs.map((pair) => protectPair(pair, { counted: both(counted, pair), published: both(published, pair) }, k));
}

/** The row, and what stands beside it of counts. */
function seatCells(tool: AuditTool): unknown {
  const { neverUsed, sensitivity } = tool.seats;
  return [seatRow(tool), neverUsed, sensitivity];
}

function teamsOf({ byTeam = [] }: Seats): readonly TeamSeats[] {
  return byTeam.filter(({ team }) => team !== OTHER_TEAMS);
}

/** Cells withheld in the document, with rows of activity that are left out. */
export function countWithheld(original: Structure, published: Structure): number {
  const cells = (structure: Structure) =>
    [
      structure.tools.map(seatCells),
      structure.pairs,
      structure.people.teams,
      structure.capabilities.map((c) => c.tools),
    ]
      .map((part) => JSON.stringify(part).split('"suppressed"').length - 1)
      .reduce((sum, count) => sum + count, 0);
  const rows = (structure: Structure) =>
    structure.capabilities.reduce((sum, c) => sum + c.teamTool.length, 0) +
    structure.tools.reduce((sum, { seats }) => sum + teamsOf(seats).length, 0);
  return cells(published) - cells(original) + rows(original) - rows(published);
}

/**
 * The structure as it may be published: counts of people in groups under k are withheld (METHOD 5, 6a.14), and rows
 * that would still tell after the differencing attack are withheld altogether. Contract facts stand. `people.privacy`
 * says how many cells and rows went.
 */
export function protectStructure(structure: Structure, k: Thresholds): Structure {
  const counted = usersOf(structure.tools);
  const tools = structure.tools.map((tool) => ({ ...tool, ...protectSeats(seatRow(tool), k.usage) }));
  const telling = new Set(disclosingTools(structure, { ...structure, tools }, k.usage));
  const teams = protectTeams(structure.people, k.usage);
  const safeTools = structure.tools.map((tool, at) => {
    const kept = seatRow(tools[at] ?? tool);
    const row = telling.has(tool.id) ? withheldRow(kept) : kept;
    const detail = protectSeatDetail(tool, row, teams, k.usage);
    return { ...tool, users: row.users, seats: { ...row.seats, ...detail } };
  });
  const published = usersOf(safeTools);
  const safe = {
    ...structure,
    tools: safeTools,
    capabilities: structure.capabilities.map((entry) => protectCapability(entry, published, teams, k.usage)),
    pairs: protectPairs(structure.pairs, counted, published, k.usage),
    people: { ...structure.people, teams: teams.teams },
  };
  const suppressed = structure.people.privacy.suppressed + countWithheld(structure, safe);
  return { ...safe, people: { ...safe.people, privacy: { k: { ...k }, suppressed, withheld: [] } } };
}
