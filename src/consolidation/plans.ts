import type { Consolidation } from '../model/audit/consolidation.ts';
import { planEffects } from './effects.ts';
import { type LedgerRow, ledger } from './money/ledger.ts';
import { hidesGroup, type ToldSetting, toldSupplement } from './money/told-cost.ts';
import type { EstatePoint, EstateSolution } from './solve-groups.ts';
import { isWorthCutting } from './verdicts.ts';

interface Setting extends ToldSetting {
  readonly currency: string;
  readonly buffer: number;
  /** Given up in every plan, because nobody works in them. */
  readonly idle: ReadonlySet<string>;
}

/** A plan in the figures that are shown: groups below k count as k in its moves and in its cost (METHOD 6a.14). */
export interface ToldPlan {
  readonly point: EstatePoint;
  readonly retires: readonly string[];
  readonly rows: ReadonlyMap<string, LedgerRow>;
  /** Sum of the moves that the decisions count. */
  readonly moves: number;
  readonly cost: number;
  readonly hidesGroup: boolean;
}

export function toldPlan(point: EstatePoint, setting: Setting): ToldPlan {
  const retires = retiredBy(point, setting);
  const rows = ledger(setting.estate, planEffects(point), new Set(retires), setting.buffer, setting.k);
  return {
    point,
    retires,
    rows,
    moves: [...rows.values()].reduce((sum, { movers }) => sum + movers, 0),
    cost: point.parts.reduce((sum, part) => sum + toldSupplement(part, setting), point.cost),
    hidesGroup: point.parts.some((part) => hidesGroup(part, setting)),
  };
}

/** No more exact points than a reader can step through; both ends and the knee stay. */
const MOST_POINTS = 60;

/** Three named plans on the frontier (METHOD 3.5); the recommended one is what the decisions follow. */
export function planVariants(solution: EstateSolution, setting: Setting): Consolidation['plans'] {
  const { frontier, chosen } = solution;
  const first = frontier[0];
  if (first === undefined || chosen === null) return [];
  const last = frontier.at(-1) ?? chosen;
  const recommended = toldPlan(chosen, setting);
  const beside = (point: EstatePoint) => (point === chosen ? recommended : toldPlan(point, setting));
  const fewest = beside(first);
  return [
    variant(
      'no-regret',
      fewest.moves === 0 ? 'Nobody moves' : 'Fewest moves that the conditions allow',
      fewest,
      recommended,
      setting,
    ),
    variant(
      'recommended',
      'Least cost within the policy; the decision sheets follow this plan',
      recommended,
      recommended,
      setting,
    ),
    variant(
      'furthest',
      last === chosen
        ? 'The recommended plan is the furthest: no budget holds it back'
        : 'Least cost without the budget',
      beside(last),
      recommended,
      setting,
    ),
  ];
}

function variant(
  id: Consolidation['plans'][number]['id'],
  title: string,
  plan: ToldPlan,
  recommended: ToldPlan,
  setting: Setting,
): Consolidation['plans'][number] {
  const { k, currency } = setting;
  const retires = [...plan.retires];
  if (plan !== recommended && Math.abs(plan.moves - recommended.moves) < k) {
    const why = `fewer than ${k} people do otherwise than in the recommended plan, so its moves are shown and the amounts are withheld`;
    return { id, title: `${title} (${why})`, retires, moves: recommended.moves, total: null, cashRunRate: null };
  }
  return {
    id,
    title: plan.hidesGroup && plan.moves > 0 ? `${title} (a group of fewer than ${k} people counts as ${k})` : title,
    retires,
    moves: plan.moves,
    total: { minor: plan.cost, currency },
    cashRunRate: { minor: runRateOf(plan, setting), currency },
  };
}

/** Cash a year of what would be decided under the plan: tools given up, and seats where cutting is worth a decision. */
function runRateOf({ rows, retires }: ToldPlan, { estate }: Setting): number {
  return estate.tools.reduce((sum, tool) => {
    const row = rows.get(tool.id);
    if (row === undefined || !(retires.includes(tool.id) || isWorthCutting(tool, row))) return sum;
    return sum + row.released - row.added;
  }, 0);
}

function retiredBy(point: EstatePoint, { idle }: Setting): string[] {
  const dropped = point.parts.flatMap(({ built, point: { kept } }) =>
    built.tools.flatMap((tool, at) => ((kept & (1 << at)) === 0 ? [tool.id] : [])),
  );
  return [...new Set([...dropped, ...idle])];
}

/** The point farthest from the chord between the first and the last; the last where none lies below the chord. */
export function kneeOf<T extends { readonly moves: number; readonly cost: number }>(points: readonly T[]): T {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a frontier has at least one point');
  const slope = last.moves === first.moves ? 0 : (last.cost - first.cost) / (last.moves - first.moves);
  // Points are compared with one chord, so the vertical distance ranks them as the perpendicular one does.
  const below = (point: T) => first.cost + slope * (point.moves - first.moves) - point.cost;
  return points.reduce((best, point) => (below(point) > below(best) ? point : best), last);
}

/** Exact points for the trade-off. */
export function frontierPoints(solution: EstateSolution, setting: Setting): Consolidation['frontier'] {
  const { frontier, chosen } = solution;
  if (chosen === null) return [];
  const nameOf = (point: EstatePoint) => {
    if (point === chosen) return 'recommended';
    if (point === frontier.at(-1)) return 'furthest';
    return point === frontier[0] ? 'no-regret' : null;
  };
  const isNamed = (point: EstatePoint) => nameOf(point) !== null;
  const named = [...frontier].reverse().filter(isNamed);
  const candidates = [...named, ...thinned(frontier.filter((point) => !isNamed(point)))];
  const spread = spaced(
    candidates.map((point) => toldPlan(point, setting)),
    setting.k,
  );
  const shown = falling(spread, isNamed);
  // Of the figures that are shown: the true ones may turn at another point, and that would tell of a small group.
  const most = shown.find(({ point }) => point === chosen)?.moves ?? Number.POSITIVE_INFINITY;
  const reached = shown.filter(({ moves }) => moves <= most);
  const knee = reached.length === 0 ? undefined : kneeOf(reached);
  return shown.map((plan) => ({
    moves: plan.moves,
    total: { minor: plan.cost, currency: setting.currency },
    retires: [...plan.retires],
    plan: nameOf(plan.point) ?? (plan === knee ? 'knee' : null),
  }));
}

/** Plans at least `k` moves apart: the difference of two would tell of a small group. The first given come first. */
function spaced(plans: readonly ToldPlan[], k: number): ToldPlan[] {
  const shown: ToldPlan[] = plans.filter(({ moves }) => moves === 0).slice(0, 1);
  for (const plan of plans) {
    if (shown.every((other) => Math.abs(other.moves - plan.moves) >= k)) shown.push(plan);
  }
  return shown.sort((a, b) => a.moves - b.moves);
}

/**
 * The curve falls: no point beside the named ones that costs no less than one with fewer moves, or no more than a named
 * one with more, as the figures count them.
 */
function falling(plans: readonly ToldPlan[], isNamed: (point: EstatePoint) => boolean): ToldPlan[] {
  return plans.filter(
    (plan, at) =>
      isNamed(plan.point) ||
      (plans.slice(0, at).every((before) => before.cost > plan.cost) &&
        plans.slice(at + 1).every((after) => !isNamed(after.point) || after.cost < plan.cost)),
  );
}

/** Evenly over the curve, from its far end. */
function thinned(points: readonly EstatePoint[]): EstatePoint[] {
  const wanted = [...points].reverse();
  if (wanted.length <= MOST_POINTS) return wanted;
  const every = wanted.length / MOST_POINTS;
  return wanted.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every) || at === wanted.length - 1);
}
