import type { CostParts, GroupProblem } from '../problem.ts';
import { isSetAllowed } from './allowed-sets.ts';
import { type Frontier, type FrontierPoint, groupFrontier } from './frontier.ts';
import { setCost, setCostParts } from './set-cost.ts';
import { subsetMinimum } from './subset-minimum.ts';
import { choiceCount, type TeamChoice, teamChoices } from './team-choices.ts';

/** 2^16 sets of kept tools are looked at in well under a second; larger groups need a MIP solver. */
export const MAX_TOOLS = 16;
/** Joint assignments of one team. */
export const MAX_CHOICES = 50_000;

export type GroupSolution =
  | { readonly status: 'not decided'; readonly note: string }
  | { readonly status: 'infeasible' }
  | SolvedGroup;

export interface SolvedGroup {
  readonly status: 'optimal';
  readonly best: GroupPlan;
  /** Least cost for every number of user moves, efficient points only, moves rising. */
  readonly frontier: Frontier;
  /** Least cost per set of kept tools (bit per tool); Infinity where the set is not allowed. */
  readonly totals: Float64Array;
  readonly enumerated: number;
  /** Cost of going on as today: every tool, and the first way of each team. null = the conditions rule it out. */
  readonly present: number | null;
}

/** Which tools are kept (bit per tool) and what each team does, with its cost. */
export interface GroupPlan extends CostParts {
  readonly kept: number;
  readonly choices: readonly TeamChoice[];
}

/**
 * Exact optimum of one group by enumeration: for each set of kept tools the teams are independent, since platform
 * cost hangs on the set alone. Ties: fewer moves, then fewer tools, then the set that keeps the earlier names.
 */
export function enumerateGroup(problem: GroupProblem): GroupSolution {
  const refusal = tooLarge(problem);
  if (refusal !== null) return { status: 'not decided', note: refusal };
  const teams = problem.teams.map((team) => teamChoices(problem, team));
  const totals = totalsBySet(problem, teams);
  const frontier = groupFrontier(problem, teams, totals);
  const cheapest = frontier.at(-1);
  if (cheapest === undefined) return { status: 'infeasible' };
  return {
    status: 'optimal',
    best: planOf(problem, cheapest),
    frontier,
    totals,
    present: presentCost(problem, teams),
    enumerated: totals.length + teams.reduce((count, choices) => count + choices.length, 0),
  };
}

/** What each team does today, where the conditions let it. */
export function presentChoices(problem: GroupProblem): TeamChoice[] {
  return problem.teams.flatMap((team) => teamChoices(problem, team)[0] ?? []);
}

/** Nobody moves and nothing is given up; options that go on as today come first. */
function presentCost(problem: GroupProblem, teams: readonly (readonly TeamChoice[])[]): number | null {
  const all = 2 ** problem.tools.length - 1;
  let cost = setCost(problem, all);
  for (const choices of teams) {
    const going = choices[0];
    if (going === undefined || going.moves > 0) return null;
    cost += going.cost;
  }
  return cost;
}

/** Full cost of a point of the frontier. */
export function planOf(problem: GroupProblem, point: FrontierPoint): GroupPlan {
  const add = (pick: (choice: TeamChoice) => number) => point.choices.reduce((total, c) => total + pick(c), 0);
  const fixed = setCostParts(problem, point.kept);
  return {
    kept: point.kept,
    choices: point.choices,
    annual: fixed.annual + add((c) => c.annual),
    shortfall: fixed.handOffs + add((c) => c.shortfall),
    oneOff: fixed.oneOff + add((c) => c.oneOff),
    moves: point.moves,
    total: point.cost,
  };
}

function tooLarge(problem: GroupProblem): string | null {
  if (problem.tools.length > MAX_TOOLS) return `not decided: ${problem.tools.length} tools in one group`;
  const widest = Math.max(0, ...problem.teams.map(choiceCount));
  if (widest <= MAX_CHOICES) return null;
  return `not decided: ${problem.tools.length} tools in one group give one team ${widest} ways to work`;
}

/**
 * Least cost for every set of kept tools, or null where the group is too large to enumerate. With `staysWith`, the
 * teams that use this tool today go on using it where they can.
 */
export function setTotals(problem: GroupProblem, staysWith: number | null = null): Float64Array | null {
  if (tooLarge(problem) !== null) return null;
  return totalsBySet(problem, choicesWith(problem, staysWith));
}

/** What each team does at the least cost in this set of kept tools; `staysWith` as for the totals. */
export function cheapestChoices(problem: GroupProblem, kept: number, staysWith: number | null = null): TeamChoice[] {
  return choicesWith(problem, staysWith).flatMap((choices) => {
    const possible = choices.filter(({ mask }) => (mask & ~kept) === 0);
    const first = possible[0];
    return first === undefined
      ? []
      : [possible.reduce((best, choice) => (choice.cost < best.cost ? choice : best), first)];
  });
}

function choicesWith(problem: GroupProblem, staysWith: number | null): TeamChoice[][] {
  return problem.teams.map((team) => {
    const choices = teamChoices(problem, team);
    const within = choices.filter(({ mask }) => staysWith !== null && (mask & (1 << staysWith)) !== 0);
    const isUser = staysWith !== null && team.uses.includes(staysWith);
    return isUser && within.length > 0 ? within : choices;
  });
}

function totalsBySet(problem: GroupProblem, teams: readonly (readonly TeamChoice[])[]): Float64Array {
  const totals = new Float64Array(2 ** problem.tools.length);
  for (let kept = 0; kept < totals.length; kept++) {
    totals[kept] = isSetAllowed(problem, kept) ? setCost(problem, kept) : Number.POSITIVE_INFINITY;
  }
  for (const choices of teams) {
    const least = subsetMinimum(choices, problem.tools.length, ({ cost }) => cost);
    for (let kept = 0; kept < totals.length; kept++) totals[kept] = (totals[kept] ?? 0) + (least[kept] ?? 0);
  }
  return totals;
}
