import type { GroupProblem } from '../problem.ts';
import { setCost } from './set-cost.ts';
import { subsetMinimum } from './subset-minimum.ts';
import type { TeamChoice } from './team-choices.ts';

/** One efficient plan: no other has both fewer moves and less cost. */
export interface FrontierPoint {
  readonly moves: number;
  readonly cost: number;
  readonly kept: number;
  readonly choices: readonly TeamChoice[];
}
/** Moves strictly rising, cost strictly falling. */
export type Frontier = readonly FrontierPoint[];

/** Sets looked at before bounds are drawn from what they gave. */
const OPENING_SETS = 32;

/** Exact frontier of user moves against total cost over all sets of kept tools (METHOD 3.5). */
export function groupFrontier(
  problem: GroupProblem,
  teams: readonly (readonly TeamChoice[])[],
  totals: Float64Array,
): Frontier {
  const fewest = teams.map((choices) => subsetMinimum(choices, problem.tools.length, ({ moves }) => moves));
  const sets = setsByCost(problem, totals);
  let frontier: Frontier = [];
  let bounds: readonly MoveBound[] = [];
  sets.forEach((kept, at) => {
    if (at === OPENING_SETS) bounds = moveBounds(problem, teams, frontier);
    const least = fewest.reduce((moves, table) => moves + (table[kept] ?? 0), 0);
    const cost = totals[kept] ?? 0;
    if (!mayImprove(frontier, least, (moves) => boundAt(bounds, kept, moves, cost))) return;
    frontier = efficient([...frontier, ...plansOfSet(problem, teams, kept)]);
  });
  return frontier;
}

/** Least of cost + price x moves for each set: a straight line under all its plans. */
interface MoveBound {
  readonly price: number;
  readonly least: Float64Array;
}

/** Lines at the slopes that the frontier found so far has. */
function moveBounds(
  problem: GroupProblem,
  teams: readonly (readonly TeamChoice[])[],
  frontier: Frontier,
): readonly MoveBound[] {
  const [first, last] = [frontier[0], frontier.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const slope = (first.cost - last.cost) / (last.moves - first.moves);
  return [0.25, 0.5, 1, 2, 4].map((times) => {
    const price = slope * times;
    const tables = teams.map((choices) =>
      subsetMinimum(choices, problem.tools.length, ({ cost, moves }) => cost + price * moves),
    );
    const least = new Float64Array(2 ** problem.tools.length);
    for (let kept = 0; kept < least.length; kept++) {
      least[kept] = tables.reduce((sum, table) => sum + (table[kept] ?? 0), setCost(problem, kept));
    }
    return { price, least };
  });
}

/** No plan of the set with at most so many moves costs less than this. */
function boundAt(bounds: readonly MoveBound[], kept: number, moves: number, cost: number): number {
  return bounds.reduce((bound, { price, least }) => Math.max(bound, (least[kept] ?? 0) - price * moves), cost);
}

/**
 * Could the set hold a plan that no known one matches? Between two known points a new plan has fewer moves than the
 * second and costs less than the first. Half a unit keeps rounding of the lines from throwing away a tie.
 */
function mayImprove(frontier: Frontier, fewest: number, boundFor: (moves: number) => number): boolean {
  const first = frontier[0];
  if (first === undefined || fewest < first.moves) return true;
  return frontier.some((point, at) => {
    const next = frontier[at + 1]?.moves ?? Number.POSITIVE_INFINITY;
    if (fewest >= next) return false;
    return boundFor(next - 1) < point.cost - 0.5;
  });
}

function setsByCost(problem: GroupProblem, totals: Float64Array): number[] {
  const sets: number[] = [];
  totals.forEach((total, kept) => {
    if (total < Number.POSITIVE_INFINITY) sets.push(kept);
  });
  return sets.sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0) || size(a) - size(b) || preference(problem, a, b));
}

/** At equal cost and number, the set that keeps the earlier tools of the list. */
function preference(problem: GroupProblem, a: number, b: number): number {
  for (let tool = 0; tool < problem.tools.length; tool++) {
    const difference = ((b >> tool) & 1) - ((a >> tool) & 1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function size(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

function plansOfSet(
  problem: GroupProblem,
  teams: readonly (readonly TeamChoice[])[],
  kept: number,
): readonly FrontierPoint[] {
  let plans: Frontier = [{ moves: 0, cost: setCost(problem, kept), kept, choices: [] }];
  for (const choices of teams) {
    const possible = efficient(
      choices
        .filter((choice) => (choice.mask & ~kept) === 0)
        .map((choice) => ({ moves: choice.moves, cost: choice.cost, kept, choices: [choice] })),
    );
    plans = combine(plans, possible, (a, b) => ({ kept, choices: [...a.choices, ...b.choices] }));
  }
  return plans;
}

/** All sums of a point of each, efficient ones only: the frontier of two independent choices. */
export function combine<T extends { readonly moves: number; readonly cost: number }>(
  left: readonly T[],
  right: readonly T[],
  join: (a: T, b: T) => Omit<T, 'moves' | 'cost'>,
): T[] {
  const pairs = left.flatMap((a) => right.map((b) => ({ a, b, moves: a.moves + b.moves, cost: a.cost + b.cost })));
  return efficient(pairs).map(({ a, b, moves, cost }) => ({ ...join(a, b), moves, cost }) as T);
}

/** Efficient points, moves rising; of equal points the first given stays. */
export function efficient<T extends { readonly moves: number; readonly cost: number }>(points: readonly T[]): T[] {
  const sorted = [...points].sort((a, b) => a.moves - b.moves || a.cost - b.cost);
  const kept: T[] = [];
  for (const point of sorted) {
    const last = kept.at(-1);
    if (last === undefined || point.cost < last.cost) kept.push(point);
  }
  return kept;
}
