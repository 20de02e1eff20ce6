import type { GroupProblem } from '../problem.ts';
import { isSetAllowed } from '../solve/allowed-sets.ts';
import { setCost } from '../solve/set-cost.ts';
import { subsetMinimum } from '../solve/subset-minimum.ts';
import { teamChoices } from '../solve/team-choices.ts';

/** Groups up to this size are solved again some dozens of times in well under a second. */
export const MAX_TOOLS_FOR_FLIP = 10;
const STEPS = 24;
/** How far a parameter is moved before "does not flip" is said. */
export const FARTHEST = 10;

export interface FlipPoint {
  readonly parameter: 'price' | 'migration';
  /** Times its present value at which the decision turns. */
  readonly factor: number;
}

/**
 * Break-even of one decision by bisection (METHOD 3.6): the price of the tool or the cost of moving a person at which
 * the optimum turns. A tool given up comes back when moving is dearer or it is cheaper; a tool kept goes when it is
 * dearer or moving is cheaper. null = neither turns it within ten times and nothing.
 */
export function flipPoint(problem: GroupProblem, position: number, kept: boolean): FlipPoint | null {
  if (problem.tools.length > MAX_TOOLS_FOR_FLIP) return null;
  const wanted: readonly (readonly [FlipPoint['parameter'], number])[] = kept
    ? [
        ['price', FARTHEST],
        ['migration', 0],
      ]
    : [
        ['migration', FARTHEST],
        ['price', 0],
      ];
  for (const [parameter, far] of wanted) {
    const isKept = keptAt(problem, position, parameter);
    if (isKept(far) !== kept) return { parameter, factor: bisect((factor) => isKept(factor) !== kept, 1, far) };
  }
  return null;
}

function bisect(turned: (factor: number) => boolean, from: number, to: number): number {
  let same = from;
  let other = to;
  for (let step = 0; step < STEPS; step++) {
    const middle = (same + other) / 2;
    if (turned(middle)) other = middle;
    else same = middle;
  }
  return other;
}

/**
 * Is the tool in a cheapest set when the parameter is so many times itself? Every cost is linear in it, so each choice
 * is priced at nothing and at once, and all other values lie on the line through both.
 */
function keptAt(problem: GroupProblem, position: number, parameter: FlipPoint['parameter']) {
  const free = scaled(problem, position, parameter, 0);
  const teams = problem.teams.map((team, at) => {
    const withoutIt = teamChoices(free, free.teams[at] ?? team);
    return teamChoices(problem, team).map((choice, index) => {
      const base = withoutIt[index]?.cost ?? choice.cost;
      return { mask: choice.mask, base, slope: choice.cost - base };
    });
  });
  const sets = Array.from({ length: 2 ** problem.tools.length }, (_, kept) => kept).filter((kept) =>
    isSetAllowed(problem, kept),
  );
  const own = sets.map((kept) => ({ kept, base: setCost(free, kept), full: setCost(problem, kept) }));
  return (factor: number): boolean => {
    const tables = teams.map((choices) =>
      subsetMinimum(choices, problem.tools.length, ({ base, slope }) => base + factor * slope),
    );
    let within = Number.POSITIVE_INFINITY;
    let without = Number.POSITIVE_INFINITY;
    for (const { kept, base, full } of own) {
      const total = tables.reduce((sum, table) => sum + (table[kept] ?? 0), base + factor * (full - base));
      if ((kept & (1 << position)) !== 0) within = Math.min(within, total);
      else without = Math.min(without, total);
    }
    return within < without;
  };
}

function scaled(
  problem: GroupProblem,
  position: number,
  parameter: FlipPoint['parameter'],
  factor: number,
): GroupProblem {
  if (parameter === 'price') {
    const tools = problem.tools.map((tool, at) =>
      at === position ? { ...tool, platform: tool.platform * factor, seat: tool.seat * factor } : tool,
    );
    return { ...problem, tools };
  }
  const teams = problem.teams.map((team) => ({
    ...team,
    needs: team.needs.map((need) => ({
      ...need,
      options: need.options.map((option) => ({
        ...option,
        places: option.places.map((place) => ({ ...place, costPerMover: place.costPerMover * factor })),
      })),
    })),
  }));
  return { ...problem, teams };
}
