import { toMinor } from '../util/minor-units.ts';
import { type BuildInput, type BuiltGroup, buildGroups } from './build-problem.ts';
import { allConflicts } from './solve/conflict.ts';
import { enumerateGroup, type GroupPlan, type GroupSolution, planOf, setTotals } from './solve/enumerate.ts';
import { combine, efficient, type FrontierPoint } from './solve/frontier.ts';

export interface SolvedGroupOf {
  readonly built: BuiltGroup;
  readonly solution: GroupSolution;
}

/** One efficient plan over all groups; `parts` follows the groups that were solved. */
export interface EstatePoint {
  readonly moves: number;
  readonly cost: number;
  readonly parts: readonly { readonly built: BuiltGroup; readonly point: FrontierPoint; readonly plan: GroupPlan }[];
}

export interface EstateSolution {
  readonly groups: readonly SolvedGroupOf[];
  readonly frontier: readonly EstatePoint[];
  /** The plan that the decisions follow: least cost within the one-off budget; null = nothing was solved. */
  readonly chosen: EstatePoint | null;
  /** Relative distance of the chosen plan from a proven lower bound; null = nothing was optimised. */
  readonly gap: number | null;
  readonly conflicts: readonly string[];
}

export function solveEstate(input: BuildInput): EstateSolution {
  const groups = buildGroups(input).map((built) => ({ built, solution: enumerateGroup(built.problem) }));
  const frontier = mergedFrontier(groups);
  const cheapest = frontier.at(-1) ?? null;
  const chosen = withinBudget(frontier, input);
  return {
    groups,
    frontier,
    chosen,
    // The cheapest plan without the budget bounds every plan with it from below.
    gap:
      chosen === null || cheapest === null ? null : chosen.cost === 0 ? 0 : (chosen.cost - cheapest.cost) / chosen.cost,
    conflicts: conflictsOf(groups, input),
  };
}

/** Groups are independent, so their frontiers add up point by point. */
function mergedFrontier(groups: readonly SolvedGroupOf[]): EstatePoint[] {
  let merged: EstatePoint[] = [];
  for (const { built, solution } of groups) {
    if (solution.status !== 'optimal') continue;
    const own = solution.frontier.map((point) => ({
      moves: point.moves,
      cost: point.cost,
      parts: [{ built, point, plan: planOf(built.problem, point) }],
    }));
    merged = merged.length === 0 ? own : combine(merged, own, (a, b) => ({ parts: [...a.parts, ...b.parts] }));
  }
  return efficient(merged);
}

function withinBudget(frontier: readonly EstatePoint[], { policy, snapshot }: BuildInput): EstatePoint | null {
  const budget = policy.budgets.one_off;
  if (budget === undefined || budget.currency !== snapshot.organisation.currency) return frontier.at(-1) ?? null;
  const limit = toMinor(budget.amount, budget.currency);
  const oneOff = (point: EstatePoint) => point.parts.reduce((total, part) => total + part.plan.oneOff, 0);
  return frontier.findLast((point) => oneOff(point) <= limit) ?? frontier[0] ?? null;
}

function conflictsOf(groups: readonly SolvedGroupOf[], input: BuildInput): string[] {
  if (groups.every(({ solution }) => solution.status !== 'infeasible')) return [];
  const isPossible = (conditions: BuildInput['conditions']) => infeasible({ ...input, conditions }).length === 0;
  return allConflicts(input.conditions, isPossible).map((conflict) => {
    const homeless = infeasible({ ...input, conditions: conflict }).flatMap(({ capabilities }) => capabilities);
    const names = homeless.map((id) => input.snapshot.capabilities.find((c) => c.id === id)?.name ?? id);
    const together = conflict.map(({ words }) => words).join('; ');
    return `${conflict.length === 1 ? 'This cannot be met' : 'These cannot hold together'}: ${together}. No other tool in use may take over: ${names.join(', ')}.`;
  });
}

function infeasible(input: BuildInput): BuiltGroup[] {
  return buildGroups(input).filter(({ problem }) => {
    const totals = setTotals(problem);
    return totals?.every((total) => total === Number.POSITIVE_INFINITY) ?? false;
  });
}
