import type { Consolidation, Savings, ToolDecision } from '../model/audit/consolidation.ts';
import type { Structure } from '../model/audit/structure.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { textOrder } from '../util/text-order.ts';
import { findTool, type Override, readConditions } from './conditions.ts';
import { decideTool } from './decide-tool.ts';
import { planEffects } from './effects.ts';
import { type EstateTool, readEstate } from './estate.ts';
import { groupsOf, toldPresent } from './group-report.ts';
import { ledger } from './money/ledger.ts';
import { savingsOf } from './money/savings.ts';
import { exitDates } from './move-terms.ts';
import { type Outcome, toldSetting } from './outcome.ts';
import { partDecisions } from './part-decisions.ts';
import { frontierPoints, planVariants, toldPlan } from './plans.ts';
import { type EstateSolution, solveEstate } from './solve-groups.ts';
import { isIdle, verdictOn } from './verdicts.ts';

export interface ConsolidateOptions {
  /** Of the draws for the savings range. */
  readonly seed: number;
  /** Verdicts that people set in `decisions.yaml`. */
  readonly overrides: readonly Override[];
}

/**
 * Which tools stay: exact inside each group of overlapping tools, a verdict and a decision record for every tool, and
 * the cash it releases from gross to net. Expects the unsuppressed structure; prints no count of people below k.
 */
export function consolidate(
  snapshot: Snapshot,
  structure: Structure,
  policy: Policy,
  options: ConsolidateOptions,
): { consolidation: Consolidation; savings: Savings } {
  const outcome = outcomeOf(snapshot, structure, policy, options.overrides);
  const decisions = outcome.estate.tools.map((tool) => decideTool(tool, verdictOn(tool, outcome), outcome));
  const all = [...decisions, ...partDecisions(structure, outcome)].sort((a, b) => textOrder(a.tool, b.tool));
  return {
    consolidation: consolidationOf(all, outcome),
    savings: savingsOf(decisions, outcome, options.seed),
  };
}

function outcomeOf(snapshot: Snapshot, structure: Structure, policy: Policy, given: readonly Override[]): Outcome {
  const estate = readEstate(snapshot, structure, policy);
  const conditions = readConditions(snapshot, policy, estate, given);
  const solution = solveEstate({ snapshot, estate, policy, conditions });
  const overrides = new Map(given.flatMap((o) => namedTool(findTool(estate, o.tool), o)));
  const effects = solution.chosen === null ? new Map() : planEffects(solution.chosen);
  const retired = retiredTools(estate.tools, solution, effects, conditions, overrides);
  const base = {
    snapshot,
    policy,
    currency: snapshot.organisation.currency,
    k: snapshot.privacy.k.usage,
    estate,
    conditions,
    overrides,
    solution,
    groupOf: new Map(
      solution.groups.flatMap((group) => group.built.tools.map((tool) => [tool.id, group] as const)).reverse(),
    ),
    effects,
    retired,
    ledger: ledger(estate, effects, retired, policy.seat_buffer, snapshot.privacy.k.usage),
  };
  return { ...base, dates: datesOf(base) };
}

function namedTool(tool: EstateTool | undefined, override: Override): [string, Override][] {
  return tool === undefined ? [] : [[tool.id, override]];
}

/** Given up by the plan, idle outside every group, or by a person's word. */
function retiredTools(
  tools: readonly EstateTool[],
  solution: EstateSolution,
  effects: Outcome['effects'],
  conditions: Outcome['conditions'],
  overrides: Outcome['overrides'],
): Set<string> {
  const held = new Set(conditions.flatMap((c) => (c.kind === 'keep' ? [c.tool] : [])));
  const grouped = new Set(solution.groups.flatMap(({ built }) => built.tools.map(({ id }) => id)));
  const isRetired = (tool: EstateTool): boolean => {
    const said = overrides.get(tool.id)?.verdict;
    if (said !== undefined) return said === 'retire';
    if (effects.get(tool.id)?.kept === false) return true;
    return !held.has(tool.id) && !grouped.has(tool.id) && isIdle(tool);
  };
  return new Set(tools.filter(isRetired).map(({ id }) => id));
}

function datesOf(outcome: Omit<Outcome, 'dates'>): Outcome['dates'] {
  const { estate, snapshot, policy, retired, ledger: rows } = outcome;
  return new Map(
    estate.tools
      .filter((tool) => retired.has(tool.id) || tool.audit.contract !== null || (rows.get(tool.id)?.seatsCut ?? 0) > 0)
      .map((tool) => {
        const teams = [...new Set([...(tool.users ?? [])].map(estate.teamOf))];
        const withMigration = (retired.has(tool.id) && tool.users?.size !== 0) || (rows.get(tool.id)?.movers ?? 0) > 0;
        return [tool.id, exitDates(tool, snapshot, policy, teams, withMigration)];
      }),
  );
}

function consolidationOf(decisions: readonly ToolDecision[], outcome: Outcome): Consolidation {
  const { solution, currency, policy } = outcome;
  const idle = new Set([...outcome.retired].filter((id) => !outcome.effects.has(id)));
  const setting = { ...toldSetting(outcome), currency, buffer: policy.seat_buffer, idle };
  const chosen = solution.chosen === null ? null : toldPlan(solution.chosen, setting);
  const baseline = solution.groups.reduce<number | null>(
    (sum, group) => (group.solution.status === 'optimal' ? (sum ?? 0) + (toldPresent(group, outcome) ?? 0) : sum),
    null,
  );
  return {
    status: statusOf(solution),
    gap: toldGap(solution.gap, chosen?.hidesGroup ?? false),
    horizonYears: policy.horizon_years,
    baseline: baseline === null ? null : { minor: baseline, currency },
    objective: chosen === null ? null : { minor: chosen.cost, currency },
    groups: groupsOf(outcome),
    decisions: [...decisions],
    plans: planVariants(solution, setting),
    frontier: frontierPoints(solution, setting),
    conflicts: [...solution.conflicts],
  };
}

/** Of an exact share and the cost that is shown, the true cost could be worked out; then the share is rounded up. */
function toldGap(gap: number | null, hidesGroup: boolean): number | null {
  return gap === null || !hidesGroup ? gap : Math.ceil(gap * 100) / 100;
}

/** `optimal` only at a closed gap and with every group solved. */
function statusOf({ groups, gap }: EstateSolution): Consolidation['status'] {
  if (groups.some(({ solution }) => solution.status === 'infeasible')) return 'infeasible';
  if (!groups.some(({ solution }) => solution.status === 'optimal')) return 'not decided';
  if (groups.some(({ solution }) => solution.status === 'not decided')) return 'feasible';
  return gap === 0 ? 'optimal' : 'feasible';
}
