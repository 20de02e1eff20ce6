import type { Consolidation } from '../model/audit/consolidation.ts';
import { planEffects } from './effects.ts';
import type { Estate } from './estate.ts';
import { ledger } from './money/ledger.ts';
import type { EstatePoint, EstateSolution } from './solve-groups.ts';
import { isWorthCutting } from './verdicts.ts';

interface Setting {
  readonly estate: Estate;
  readonly currency: string;
  readonly k: number;
  readonly buffer: number;
  /** Given up in every plan, because nobody works in them. */
  readonly idle: ReadonlySet<string>;
}

/** No more exact points than a reader can step through; both ends and the knee stay. */
const MOST_POINTS = 60;

/** Three named plans on the frontier (METHOD 3.5); the recommended one is what the decisions follow. */
export function planVariants(solution: EstateSolution, setting: Setting): Consolidation['plans'] {
  const { frontier, chosen } = solution;
  const first = frontier[0];
  if (first === undefined || chosen === null) return [];
  const last = frontier.at(-1) ?? chosen;
  return [
    variant('no-regret', first.moves === 0 ? 'Nobody moves' : 'Fewest moves that the conditions allow', first, setting),
    variant('recommended', 'Least cost within the policy; the decision sheets follow this plan', chosen, setting),
    variant(
      'furthest',
      last === chosen
        ? 'The recommended plan is the furthest: no budget holds it back'
        : 'Least cost without the budget',
      last,
      setting,
    ),
  ];
}

function variant(id: Consolidation['plans'][number]['id'], title: string, point: EstatePoint, setting: Setting) {
  const retires = retiredBy(point, setting);
  const runRate = runRateOf(point, new Set(retires), setting);
  const isSmall = point.moves > 0 && point.moves < setting.k;
  return {
    id,
    title: isSmall ? `${title} (a small group moves; the number shown is its upper bound)` : title,
    retires,
    moves: isSmall ? setting.k : point.moves,
    total: { minor: point.cost, currency: setting.currency },
    cashRunRate: { minor: runRate, currency: setting.currency },
  };
}

/** Cash a year of what would be decided under the plan: tools given up, and seats where cutting is worth a decision. */
function runRateOf(point: EstatePoint, retires: ReadonlySet<string>, { estate, buffer }: Setting): number {
  const rows = ledger(estate, planEffects(point), retires, buffer);
  return estate.tools.reduce((sum, tool) => {
    const row = rows.get(tool.id);
    if (row === undefined || !(retires.has(tool.id) || isWorthCutting(tool, row))) return sum;
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
  const knee = kneeOf(frontier.filter((point) => point.moves <= chosen.moves));
  const names = (point: EstatePoint) => {
    if (point === chosen) return 'recommended';
    if (point === frontier.at(-1)) return 'furthest';
    if (point === frontier[0]) return 'no-regret';
    return point === knee ? 'knee' : null;
  };
  return spaced(frontier, setting.k, (point) => names(point) !== null).map((point) => ({
    moves: point.moves,
    total: { minor: point.cost, currency: setting.currency },
    retires: retiredBy(point, setting),
    plan: names(point),
  }));
}

/** Points at least `k` moves apart: the difference of two would tell of a small group. Named ones come first. */
function spaced<T extends { readonly moves: number }>(
  points: readonly T[],
  k: number,
  isNamed: (p: T) => boolean,
): T[] {
  const apart = (a: T, b: T) => a.moves === b.moves || Math.abs(a.moves - b.moves) >= k;
  const shown: T[] = points.filter((point) => point.moves === 0);
  const wanted = [...points].reverse();
  for (const point of [...wanted.filter(isNamed), ...thinned(wanted, isNamed)]) {
    if (point.moves >= k && shown.every((other) => other !== point && apart(other, point))) shown.push(point);
  }
  return shown.sort((a, b) => a.moves - b.moves);
}

function thinned<T>(points: readonly T[], mustStay: (point: T) => boolean): T[] {
  if (points.length <= MOST_POINTS) return [...points];
  const every = points.length / MOST_POINTS;
  return points.filter(
    (point, at) =>
      mustStay(point) || Math.floor(at / every) !== Math.floor((at - 1) / every) || at === points.length - 1,
  );
}
