import type { NeedOption } from './problem.ts';

/** A capability as one team needs it, before the ways to meet it are laid out. */
export interface NeedFacts {
  readonly tools: readonly NeedTool[];
  /** Lowest quality that a new home may have, 0..1. */
  readonly floor: number;
  /** Per mover, once. */
  readonly switchCost: number;
  /** Per person and year at a complete loss of the function (lambda of METHOD 3.3). */
  readonly shortfallPerPerson: number;
  /** May the team go on with what it uses today? */
  readonly mayStay: boolean;
}

export interface NeedTool {
  /** Position in the group. */
  readonly tool: number;
  /** 0..1. */
  readonly quality: number;
  /** People of the team who do this job in this tool today. */
  readonly users: readonly number[];
  /** May the work move here? */
  readonly target: boolean;
  /** Their seats are paid for in any case. */
  readonly seatless: readonly number[];
}

/**
 * Ways to meet a need: go on as today (with every tool in use for it), or one primary tool for all
 * (METHOD 3.3 rules 1, 3, 4). Going on comes first, so it wins ties.
 */
export function needOptions(facts: NeedFacts): NeedOption[] {
  const inUse = facts.tools.filter((tool) => tool.users.length > 0);
  const everyone = distinct(inUse.flatMap((tool) => tool.users));
  const stay = facts.mayStay && inUse.length > 0 ? [staying(facts, inUse)] : [];
  const alone = inUse.length === 1 ? inUse[0] : undefined;
  const single = facts.tools
    .filter((tool) => tool.target && tool.quality >= facts.floor && (tool !== alone || !facts.mayStay))
    .map((tool) => moving(facts, tool, everyone));
  return [...stay, ...single];
}

function staying(facts: NeedFacts, inUse: readonly NeedTool[]): NeedOption {
  return {
    places: inUse.map((tool) => place(tool, tool.users, facts)),
    shortfall: Math.round(
      inUse.reduce((loss, tool) => loss + (1 - tool.quality) * tool.users.length, 0) * facts.shortfallPerPerson,
    ),
    oneOff: 0,
  };
}

function moving(facts: NeedFacts, tool: NeedTool, everyone: readonly number[]): NeedOption {
  return {
    places: [place(tool, everyone, facts)],
    shortfall: Math.round((1 - tool.quality) * everyone.length * facts.shortfallPerPerson),
    oneOff: 0,
  };
}

function place(tool: NeedTool, people: readonly number[], facts: NeedFacts) {
  const here = new Set(tool.users);
  const paid = new Set(tool.seatless);
  return {
    tool: tool.tool,
    seated: people.filter((person) => !paid.has(person)),
    movers: people.filter((person) => !here.has(person)),
    costPerMover: facts.switchCost,
  };
}

function distinct(people: readonly number[]): number[] {
  return [...new Set(people)].sort((a, b) => a - b);
}
