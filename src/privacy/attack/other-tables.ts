import type { Equation, Solved } from './equations.ts';
import type { Quantity } from './told-figures.ts';

/** Changes of hidden quantities (position -> whole number) that no told figure notices. */
type Change = ReadonlyMap<number, number>;

/** Steps of the search for one quantity; where they do not suffice, it counts as disclosed. */
const STEPS = 4000;

function lowestMultiple(a: number, b: number): number {
  let [left, right] = [a, b];
  while (right !== 0) [left, right] = [right, left % right];
  return (a / left) * b;
}

/** One change for each quantity that has no equation of its own. */
function changesOf(solved: Solved): readonly Change[] {
  const uses = new Map<number, number[]>();
  for (const [pivot, { terms }] of solved)
    for (const at of terms.keys()) if (at !== pivot) uses.set(at, [...(uses.get(at) ?? []), pivot]);
  return [...uses].map(([free, pivots]) => {
    const factorOf = (pivot: number, at: number) => solved.get(pivot)?.terms.get(at) ?? 0;
    const step = pivots.reduce((all, pivot) => lowestMultiple(all, Math.abs(factorOf(pivot, pivot))), 1);
    return new Map([
      [free, step],
      ...pivots.map((pivot) => [pivot, (-factorOf(pivot, free) * step) / factorOf(pivot, pivot)] as const),
    ]);
  });
}

function joined(a: Change, b: Change, factor: number): Change {
  const all = new Map(a);
  for (const [at, by] of b) all.set(at, (all.get(at) ?? 0) + factor * by);
  return all;
}

/** Range of each hidden quantity, narrowed in place by the equations; false where no table fits. */
type Ranges = Map<number, [number, number]>;

function narrow(equations: readonly Equation[], ranges: Ranges): boolean {
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    for (const { terms, value } of equations) {
      let [least, most] = [0, 0];
      for (const [at, factor] of terms) {
        const [low, high] = ranges.get(at) ?? [0, 0];
        least += factor > 0 ? factor * low : factor * high;
        most += factor > 0 ? factor * high : factor * low;
      }
      if (least > value || most < value) return false;
      for (const [at, factor] of terms) {
        const [low, high] = ranges.get(at) ?? [0, 0];
        const [mine, yours] = factor > 0 ? [factor * low, factor * high] : [factor * high, factor * low];
        // The others take at least `least - mine` and at most `most - yours` of the value.
        const bounds = [(value - (most - yours)) / factor, (value - (least - mine)) / factor].sort((a, b) => a - b);
        const next: [number, number] = [
          Math.max(low, Math.ceil((bounds[0] ?? 0) - 1e-9)),
          Math.min(high, Math.floor((bounds[1] ?? 0) + 1e-9)),
        ];
        if (next[0] > next[1]) return false;
        if (next[0] === low && next[1] === high) continue;
        ranges.set(at, next);
        hasMoved = true;
        [least, most] = [
          least + (factor > 0 ? factor * next[0] : factor * next[1]) - mine,
          most + (factor > 0 ? factor * next[1] : factor * next[0]) - yours,
        ];
      }
    }
  }
  return true;
}

/** Whether some table fits the ranges: values near the counted ones are tried first. */
function fits(
  equations: readonly Equation[],
  ranges: Ranges,
  counted: (at: number) => number,
  left: { steps: number },
): boolean {
  left.steps -= 1;
  if (left.steps < 0 || !narrow(equations, ranges)) return false;
  let next: number | undefined;
  let width = Number.POSITIVE_INFINITY;
  for (const [at, [low, high]] of ranges) if (high > low && high - low < width) [next, width] = [at, high - low];
  if (next === undefined) return true;
  const [low, high] = ranges.get(next) ?? [0, 0];
  const near = Math.min(high, Math.max(low, counted(next)));
  const values = Array.from({ length: high - low + 1 }, (_, i) => low + i).sort(
    (a, b) => Math.abs(a - near) - Math.abs(b - near),
  );
  return values.some((value) => fits(equations, new Map(ranges).set(next, [value, value]), counted, left));
}

/**
 * Positions of hidden quantities that a reader cannot pin down: another table of whole people gives them another value
 * and agrees with everything that is told. Exact where the search ends; a search that is given up proves nothing, and
 * the quantity is then not among them.
 * @param wanted positions that matter
 * @param reach how far from the counted values other tables are looked for
 */
export function undetermined(
  quantities: readonly Quantity[],
  equations: readonly Equation[],
  solved: Solved,
  wanted: readonly number[],
  reach: number,
): ReadonlySet<number> {
  const counted = (at: number) => quantities[at]?.people ?? 0;
  const least = (at: number) => quantities[at]?.least ?? Number.NEGATIVE_INFINITY;
  const open = new Set<number>();
  const take = (change: Change) => {
    for (const sign of [1, -1]) {
      if (![...change].every(([at, by]) => by === 0 || counted(at) + sign * by >= least(at))) continue;
      for (const [at, by] of change) if (by !== 0) open.add(at);
    }
  };
  const changes = changesOf(solved);
  for (const change of changes) take(change);
  const isMissing = () => wanted.some((at) => !open.has(at));
  if (isMissing() && changes.length <= 60)
    for (const [i, a] of changes.entries())
      for (const b of changes.slice(i + 1)) for (const factor of [1, -1]) take(joined(a, b, factor));
  for (const at of wanted) {
    if (open.has(at)) continue;
    const around = (each: number): [number, number] => [
      Math.max(least(each), counted(each) - reach),
      counted(each) + reach,
    ];
    const ranges: Ranges = new Map(
      equations.flatMap(({ terms }) => [...terms.keys()].map((each) => [each, around(each)] as const)),
    );
    const [low, high] = ranges.get(at) ?? [0, 0];
    const left = { steps: STEPS };
    const sides: [number, number][] = [
      [counted(at) + 1, high],
      [low, counted(at) - 1],
    ];
    if (sides.some((side) => side[0] <= side[1] && fits(equations, new Map(ranges).set(at, side), counted, left)))
      open.add(at);
  }
  return open;
}
