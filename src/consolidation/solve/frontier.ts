import type { GroupProblem } from '../problem.ts';
import { setCost } from './set-cost.ts';
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

/** Exact frontier of user moves against total cost over all sets of kept tools (METHOD 3.5). */
export function groupFrontier(
  problem: GroupProblem,
  teams: readonly (readonly TeamChoice[])[],
  fewestMoves: readonly Float64Array[],
  totals: Float64Array,
): Frontier {
  let frontier: Frontier = [];
  for (const kept of setsByCost(problem, totals)) {
    const fewest = fewestMoves.reduce((moves, table) => moves + (table[kept] ?? 0), 0);
    // The set's plans all lie above and to the right of this corner; a dominated corner settles them all.
    if (isDominated(frontier, fewest, totals[kept] ?? 0)) continue;
    frontier = efficient([...frontier, ...plansOfSet(problem, teams, kept)]);
  }
  return frontier;
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

function isDominated(frontier: Frontier, moves: number, cost: number): boolean {
  return frontier.some((point) => point.moves <= moves && point.cost <= cost);
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
