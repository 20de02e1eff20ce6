import type { GroupProblem } from '../problem.ts';
import { setTotals } from '../solve/enumerate.ts';

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
  const dearer: readonly (readonly [FlipPoint['parameter'], number])[] = kept
    ? [
        ['price', FARTHEST],
        ['migration', 0],
      ]
    : [
        ['migration', FARTHEST],
        ['price', 0],
      ];
  for (const [parameter, far] of dearer) {
    const turned = (factor: number) => isKept(scaled(problem, position, parameter, factor), position) !== kept;
    if (turned(far)) return { parameter, factor: bisect(turned, 1, far) };
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

/** Is the tool in a cheapest set? Of equal sets the smaller one counts, as in the enumeration. */
function isKept(problem: GroupProblem, position: number): boolean {
  const totals = setTotals(problem) ?? new Float64Array();
  let within = Number.POSITIVE_INFINITY;
  let without = Number.POSITIVE_INFINITY;
  totals.forEach((total, kept) => {
    if ((kept & (1 << position)) !== 0) within = Math.min(within, total);
    else without = Math.min(without, total);
  });
  return within < without;
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
