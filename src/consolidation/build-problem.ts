import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { toMinor } from '../util/minor-units.ts';
import { textOrder } from '../util/text-order.ts';
import type { Condition } from './conditions.ts';
import { contestedCapabilities } from './contested.ts';
import { type Estate, type EstateTool, isBoughtFor, isDecidable } from './estate.ts';
import { linkedGroups } from './groups.ts';
import { HAND_OFF_MINUTES, handOffHours, manualPairs } from './hand-offs.ts';
import type { GroupProblem, GroupTool, HandOffCost, TeamProblem } from './problem.ts';
import { teamNeeds } from './team-needs.ts';

/** A problem and the tools that its positions stand for. */
export interface BuiltGroup {
  readonly id: string;
  readonly tools: readonly EstateTool[];
  readonly capabilities: readonly string[];
  readonly problem: GroupProblem;
  /** People of a team who do this job in this tool today. */
  readonly usersIn: (tool: EstateTool, capability: string, team: string) => readonly number[];
  /** Kept whatever the solver finds, with the reason. */
  readonly forced: ReadonlyMap<string, string>;
}

export interface BuildInput {
  readonly snapshot: Snapshot;
  readonly estate: Estate;
  readonly policy: Policy;
  readonly conditions: readonly Condition[];
}

/** A complete loss of a function weighs this many working hours a person and year (grade D, METHOD 8). */
export const HOURS_LOST = 2;

/** Groups of overlapping tools, each a problem of its own: connected components of the tool-capability graph. */
export function buildGroups(input: BuildInput): BuiltGroup[] {
  const contested = contestedCapabilities(input.estate, input.conditions);
  const forced = forcedTools(input.estate, contested);
  return linkedGroups(input.estate, contested, forced).map(({ tools, capabilities }, index) => {
    const id = `G${index + 1}`;
    const usersIn = (tool: EstateTool, capability: string, team: string) =>
      isBoughtFor(tool, capability)
        ? tool.usersOf(capability).filter((person) => input.estate.teamOf(person) === team)
        : [];
    return { id, tools, capabilities, forced, usersIn, problem: groupProblem(id, tools, capabilities, forced, input) };
  });
}

/**
 * Tools that stay for a job which nothing else in use does (one_home strong, bought for it). Their cost is due in any
 * case, so it is sunk for the contested job; a suite kept for mail is the usual case.
 */
function forcedTools(estate: Estate, contested: readonly string[]): ReadonlyMap<string, string> {
  const forced = new Map<string, string>();
  for (const { id, name, oneHome } of estate.capabilities) {
    if (oneHome !== 'strong' || contested.includes(id)) continue;
    const holders = estate.tools.filter((tool) => isDecidable(tool) && tool.vector[id] === 3);
    const only = holders[0];
    if (holders.length !== 1 || only === undefined) continue;
    if (only.usersOf(id).length > 0 || (only.broad && (only.users?.size ?? 0) > 0)) {
      if (!forced.has(only.id)) forced.set(only.id, `nothing else in use does ${name.toLowerCase()}`);
    }
  }
  return forced;
}

function groupProblem(
  id: string,
  tools: readonly EstateTool[],
  capabilities: readonly string[],
  forced: ReadonlyMap<string, string>,
  input: BuildInput,
): GroupProblem {
  return {
    id,
    years: input.policy.horizon_years,
    tools: tools.map((tool) => groupTool(tool, forced, input)),
    handOffs: handOffCosts(tools, input),
    teams: teamsOf(tools, input.estate).map((team) => teamProblem(team, tools, capabilities, forced, input)),
  };
}

/** Working time that goes into carrying work by hand between two tools of the group. */
function handOffCosts(tools: readonly EstateTool[], { snapshot, estate, policy }: BuildInput): HandOffCost[] {
  const wage = policy.costs.hourly_wage.likely;
  return manualPairs(snapshot, estate).flatMap(({ carrier, other, weekly }) => {
    const a = tools.findIndex(({ id }) => id === carrier);
    const b = tools.findIndex(({ id }) => id === other);
    if (a < 0 || b < 0) return [];
    const hours = handOffHours(weekly, HAND_OFF_MINUTES.likely);
    return [{ between: [a, b] as const, annual: toMinor(hours * wage, snapshot.organisation.currency) }];
  });
}

function groupTool(tool: EstateTool, forced: ReadonlyMap<string, string>, input: BuildInput): GroupTool {
  const { conditions } = input;
  const said = (kind: 'keep' | 'drop') => conditions.some((c) => c.kind === kind && c.tool === tool.id);
  const sunk = forced.has(tool.id);
  return {
    id: tool.id,
    name: tool.name,
    platform: sunk ? 0 : (tool.cost?.platform ?? 0),
    seat: tool.cost?.seat ?? 0,
    retirement: 0,
    state: said('drop') ? 'drop' : sunk || said('keep') || hasUntiedUsers(tool) ? 'keep' : 'open',
  };
}

/** A suite with people in it whose work no source ties to a job cannot be judged job by job. */
function hasUntiedUsers(tool: EstateTool): boolean {
  if (!tool.broad) return false;
  const tied = new Set(Object.keys(tool.vector).flatMap((capability) => tool.usersOf(capability)));
  return [...(tool.users ?? [])].some((person) => !tied.has(person));
}

/** Tools joined to this one by a live integration, by id. */
export function partners(tool: EstateTool, snapshot: Snapshot): string[] {
  const own = new Set(tool.ids);
  const others = snapshot.integrations
    .filter(({ state, from, to }) => state === 'live' && own.has(from) !== own.has(to))
    .map(({ from, to }) => (own.has(from) ? to : from));
  return [...new Set(others)].sort(textOrder);
}

function teamsOf(tools: readonly EstateTool[], estate: Estate): string[] {
  return [...new Set(tools.flatMap((tool) => [...(tool.users ?? [])].map(estate.teamOf)))].sort(textOrder);
}

function teamProblem(
  team: string,
  tools: readonly EstateTool[],
  capabilities: readonly string[],
  forced: ReadonlyMap<string, string>,
  input: BuildInput,
): TeamProblem {
  const { estate, policy, snapshot, conditions } = input;
  const currency = snapshot.organisation.currency;
  const needs = teamNeeds({
    team,
    tools,
    capabilities,
    forced,
    estate,
    conditions,
    floor: policy.minimum_quality,
    switchCost: toMinor(policy.costs.migration_per_person.likely, currency),
    shortfallPerPerson: toMinor(policy.costs.hourly_wage.likely * HOURS_LOST, currency),
  });
  const uses = tools.flatMap((tool, at) =>
    [...(tool.users ?? [])].some((p) => estate.teamOf(p) === team) ? [at] : [],
  );
  const pinned = new Set(conditions.flatMap((c) => (c.kind === 'keep' ? [c.tool] : [])));
  const holds = uses.filter((at) => pinned.has(tools[at]?.id ?? ''));
  const rebuild = tools.map((tool) => rebuildShare(tool, team, input));
  return { id: team, needs, uses, holds, rebuild, moveLimit: moveLimit(team, conditions) };
}

/**
 * Integrations to rebuild, shared out over the teams by their people in the tool: a team that leaves pays its part, and
 * all parts are paid when the last one has left. Priced with the tool alone, an empty tool would be kept to dodge them.
 */
function rebuildShare(tool: EstateTool, team: string, { estate, snapshot, policy }: BuildInput): number {
  const users = [...(tool.users ?? [])];
  if (users.length === 0) return 0;
  const each = toMinor(policy.costs.integration_rebuild.likely, snapshot.organisation.currency);
  const own = users.filter((person) => estate.teamOf(person) === team).length;
  return Math.round((each * partners(tool, snapshot).length * own) / users.length);
}

function moveLimit(team: string, conditions: readonly Condition[]): number | null {
  const limits = conditions.filter((condition) => condition.kind === 'moves');
  const own = limits.find((condition) => condition.team === team) ?? limits.find(({ team: whose }) => whose === null);
  return own?.limit ?? null;
}
