import type { Condition } from './conditions.ts';
import { type Estate, type EstateTool, isBoughtFor } from './estate.ts';
import { type NeedFacts, type NeedTool, needOptions } from './options.ts';
import type { NeedOption, TeamNeed } from './problem.ts';

export interface NeedInput {
  readonly team: string;
  readonly tools: readonly EstateTool[];
  readonly capabilities: readonly string[];
  readonly forced: ReadonlyMap<string, string>;
  readonly estate: Estate;
  readonly conditions: readonly Condition[];
  readonly floor: number;
  readonly switchCost: number;
  readonly shortfallPerPerson: number;
}

/** Needs of a team, inferred from use: it does the job in a tool that was bought for it. */
export function teamNeeds(input: NeedInput): TeamNeed[] {
  const contested = input.capabilities.map((capability) => contestedNeed(capability, input));
  const beside = sideCapabilities(input).map((capability) => sideNeed(capability, input));
  return [...contested, ...beside].filter((need) => need !== null);
}

function contestedNeed(capability: string, input: NeedInput): TeamNeed | null {
  const tools = needTools(capability, input);
  const inUse = tools.filter((tool) => tool.users.length > 0);
  if (inUse.length === 0) return null;
  return { capability, options: needOptions(facts(capability, tools, input)) };
}

function facts(capability: string, tools: readonly NeedTool[], input: NeedInput): NeedFacts {
  const floors = input.conditions.flatMap((c) =>
    c.kind === 'quality' && c.team === input.team && c.capability === capability ? [c.floor] : [],
  );
  const inUse = tools.filter((tool) => tool.users.length > 0);
  return {
    tools,
    floor: Math.max(input.floor, ...floors),
    switchCost: input.switchCost,
    shortfallPerPerson: input.shortfallPerPerson,
    mayStay: inUse.every(
      ({ tool, quality }) =>
        floors.every((floor) => quality >= floor) && lacks(input.tools[tool], capability, input) !== 'yes',
    ),
  };
}

function needTools(capability: string, input: NeedInput): NeedTool[] {
  const { estate, tools, team, forced } = input;
  const oneHome = estate.capabilities.find(({ id }) => id === capability)?.oneHome;
  const list = tools.map((tool, at) => {
    const users = isBoughtFor(tool, capability) ? inTeam(tool.usersOf(capability), input) : [];
    return { tool, at, users };
  });
  const used = list.filter(({ users }) => users.length > 0).length;
  return list.map(({ tool, at, users }) => ({
    tool: at,
    quality: (tool.vector[capability] ?? 0) / 3,
    users,
    // One tool a team is normal for a `team` job: only teams with two choose, and only among their own.
    target:
      (tool.vector[capability] ?? 0) >= 2 &&
      lacks(tool, capability, input) === 'no' &&
      (oneHome !== 'team' || (used >= 2 && users.length > 0) || isDropped(list, input)),
    seatless: forced.has(tool.id) ? [...(tool.users ?? [])].filter((p) => estate.teamOf(p) === team) : [],
  }));
}

function isDropped(list: readonly { tool: EstateTool; users: readonly number[] }[], input: NeedInput): boolean {
  return list.some(
    ({ tool, users }) => users.length > 0 && input.conditions.some((c) => c.kind === 'drop' && c.tool === tool.id),
  );
}

/** Does the tool lack an attribute that is required here? What is not known does not count as there. */
function lacks(tool: EstateTool | undefined, capability: string, input: NeedInput): 'yes' | 'no' | 'unknown' {
  const wanted = input.conditions.flatMap((c) =>
    c.kind === 'attribute' && c.capability === capability && (c.team === null || c.team === input.team)
      ? [c.attribute.toLowerCase()]
      : [],
  );
  const has = wanted.map((attribute) => attributeOf(tool, attribute));
  if (has.includes(false)) return 'yes';
  return has.includes(null) ? 'unknown' : 'no';
}

function attributeOf(tool: EstateTool | undefined, attribute: string): boolean | null {
  if (attribute === 'sso') return tool?.listed?.sso ?? null;
  if (attribute === 'scim') return tool?.listed?.scim ?? null;
  return null;
}

/** Jobs that one of the group's tools was bought for and that are not contested: giving it up loses them. */
function sideCapabilities(input: NeedInput): string[] {
  return input.estate.capabilities
    .filter(({ id, oneHome }) => oneHome === 'team' && !input.capabilities.includes(id))
    .filter(({ id }) => input.tools.some((tool) => tool.vector[id] === 3 && !input.forced.has(tool.id)))
    .map(({ id }) => id);
}

function sideNeed(capability: string, input: NeedInput): TeamNeed | null {
  const tools = needTools(capability, input);
  const users = new Set(tools.flatMap((tool) => tool.users));
  if (users.size === 0) return null;
  const given = facts(capability, tools, input);
  const others = tools.map((tool) => ({ ...tool, target: (input.tools[tool.tool]?.vector[capability] ?? 0) >= 2 }));
  const lost: NeedOption = { places: [], shortfall: Math.round(users.size * input.shortfallPerPerson), oneOff: 0 };
  return { capability, options: [...needOptions({ ...given, tools: others, mayStay: true }), lost] };
}

function inTeam(people: readonly number[], input: NeedInput): number[] {
  return people.filter((person) => input.estate.teamOf(person) === input.team);
}
