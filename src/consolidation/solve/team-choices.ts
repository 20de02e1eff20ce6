import type { GroupProblem, NeedOption, Place, TeamProblem } from '../problem.ts';

/** One way for a team to meet all its needs, priced exactly. `mask` has a bit per tool used. */
export interface TeamChoice {
  readonly mask: number;
  /** Position of the option taken, per need. */
  readonly options: readonly number[];
  readonly annual: number;
  readonly shortfall: number;
  readonly oneOff: number;
  readonly moves: number;
  /** years x (annual + shortfall) + oneOff. */
  readonly cost: number;
}

/** Number of joint assignments of a team: the product over its needs. */
export function choiceCount(team: TeamProblem): number {
  return team.needs.reduce((product, need) => product * need.options.length, 1);
}

/**
 * All joint assignments of a team. They cannot be priced need by need: a seat is charged once per person and tool, a
 * person moves once into a tool, and a rebuild is due only when the team leaves a tool entirely.
 */
export function teamChoices(problem: GroupProblem, team: TeamProblem): TeamChoice[] {
  const choices: TeamChoice[] = [];
  const taken = new Array<number>(team.needs.length).fill(0);
  for (let left = choiceCount(team); left > 0; left--) {
    const choice = price(problem, team, [...taken]);
    const holdsAll = team.holds.every((tool) => (choice.mask & (1 << tool)) !== 0);
    if (holdsAll && (team.moveLimit === null || choice.moves <= team.moveLimit)) choices.push(choice);
    advance(taken, team);
  }
  return choices;
}

/** Next assignment in lexicographic order of the option positions. */
function advance(taken: number[], team: TeamProblem): void {
  for (let need = taken.length - 1; need >= 0; need--) {
    const next = (taken[need] ?? 0) + 1;
    if (next < (team.needs[need]?.options.length ?? 0)) {
      taken[need] = next;
      return;
    }
    taken[need] = 0;
  }
}

function price(problem: GroupProblem, team: TeamProblem, taken: readonly number[]): TeamChoice {
  const options = taken.map((position, need) => team.needs[need]?.options[position]).filter((o) => o !== undefined);
  const places = byTool(options);
  let mask = 0;
  let annual = 0;
  let moves = 0;
  let oneOff = sum(options.map((option) => option.oneOff));
  for (const [tool, at] of places) {
    mask |= 1 << tool;
    annual += (problem.tools[tool]?.seat ?? 0) * seatsOf(at);
    const moved = moversOf(at);
    moves += moved.size;
    oneOff += sum([...moved.values()]);
  }
  for (const tool of team.uses) if ((mask & (1 << tool)) === 0) oneOff += team.rebuild[tool] ?? 0;
  const shortfall = sum(options.map((option) => option.shortfall));
  const cost = Math.round(problem.years * (annual + shortfall)) + oneOff;
  return { mask, options: taken, annual, shortfall, oneOff, moves, cost };
}

function byTool(options: readonly NeedOption[]): Map<number, Place[]> {
  const places = new Map<number, Place[]>();
  for (const option of options) {
    for (const place of option.places) places.set(place.tool, [...(places.get(place.tool) ?? []), place]);
  }
  return places;
}

/** A person is charged once per tool, whatever number of capabilities (METHOD 3.3 rule 5). */
function seatsOf(places: readonly Place[]): number {
  const only = places[0];
  if (places.length === 1 && only !== undefined) return only.seated.length;
  return new Set(places.flatMap((place) => place.seated)).size;
}

/** Movers into one tool with the dearest of the costs that apply to them. */
function moversOf(places: readonly Place[]): Map<number, number> {
  const movers = new Map<number, number>();
  for (const place of places) {
    for (const person of place.movers) {
      movers.set(person, Math.max(place.costPerMover, movers.get(person) ?? 0));
    }
  }
  return movers;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
