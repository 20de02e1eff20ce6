import { InternalError } from '../../errors/audit-error.ts';
import type { ToldFigures } from './told-figures.ts';

/** Sum of `terms` (position of a hidden quantity -> whole factor) is `value`. */
export interface Equation {
  readonly terms: ReadonlyMap<number, number>;
  readonly value: number;
}

function greatestDivisor(a: number, b: number): number {
  let [left, right] = [Math.abs(a), Math.abs(b)];
  while (right !== 0) [left, right] = [right, left % right];
  return left;
}

/** Arithmetic stays exact or stops: a rounded factor could hide what a reader works out. */
function exact(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new InternalError({
    code: 'disclosure-check-overflow',
    message: 'The check for small groups met a number that it cannot hold exactly.',
    nextSteps: ['Run the command again with --debug and report what it prints.'],
  });
}

function inLowestTerms(terms: Map<number, number>, value: number): Equation {
  let divisor = Math.abs(value);
  for (const factor of terms.values()) divisor = greatestDivisor(divisor, factor);
  if (divisor <= 1) return { terms, value };
  return { terms: new Map([...terms].map(([at, factor]) => [at, factor / divisor])), value: value / divisor };
}

/** `equation` without its term at `pivot`, which the other equation holds too. */
function without(equation: Equation, pivot: number, by: Equation): Equation {
  const factor = equation.terms.get(pivot) ?? 0;
  const of = by.terms.get(pivot) ?? 0;
  if (factor === 0 || of === 0) return equation;
  const terms = new Map<number, number>();
  for (const [at, each] of equation.terms) terms.set(at, exact(each * of));
  for (const [at, each] of by.terms) {
    const left = exact((terms.get(at) ?? 0) - each * factor);
    if (left === 0) terms.delete(at);
    else terms.set(at, left);
  }
  return inLowestTerms(terms, exact(equation.value * of - by.value * factor));
}

/** What is left of each sum once a reader puts in what is told; those without a hidden quantity say nothing. */
export function equationsOf({ quantities, sums }: ToldFigures): readonly Equation[] {
  const position = new Map(quantities.map(({ id }, at) => [id, at]));
  return sums.flatMap(({ of, parts }) => {
    const terms = new Map<number, number>();
    let value = 0;
    const add = (id: string, factor: number) => {
      const at = position.get(id) ?? -1;
      const quantity = quantities[at];
      if (quantity === undefined) return;
      if (quantity.isTold) value -= factor * quantity.people;
      else terms.set(at, (terms.get(at) ?? 0) + factor);
    };
    add(of, -1);
    for (const part of parts) add(part, 1);
    for (const [at, factor] of terms) if (factor === 0) terms.delete(at);
    return terms.size === 0 ? [] : [{ terms, value }];
  });
}

/** Equations by the quantity that each of them, and no other, is solved for. */
export type Solved = ReadonlyMap<number, Equation>;

/** Gaussian elimination in whole numbers: every quantity with an equation of its own is gone from all others. */
export function solve(equations: readonly Equation[]): Solved {
  const solved = new Map<number, Equation>();
  for (const equation of equations) {
    let left = equation;
    for (const at of equation.terms.keys()) {
      const by = solved.get(at);
      if (by !== undefined) left = without(left, at, by);
    }
    const pivot = left.terms.keys().next().value;
    if (pivot === undefined) continue;
    for (const [at, other] of solved) if (other.terms.has(pivot)) solved.set(at, without(other, pivot, left));
    solved.set(pivot, left);
  }
  return solved;
}

/** Groups of equations that share no hidden quantity: what one group tells says nothing about another. */
export function componentsOf(equations: readonly Equation[]): readonly (readonly Equation[])[] {
  const leader = new Map<number, number>();
  const find = (at: number): number => {
    let root = at;
    while ((leader.get(root) ?? root) !== root) root = leader.get(root) ?? root;
    leader.set(at, root);
    return root;
  };
  for (const { terms } of equations) {
    const [first, ...rest] = terms.keys();
    if (first === undefined) continue;
    for (const at of rest) leader.set(find(at), find(first));
  }
  const groups = new Map<number, Equation[]>();
  for (const equation of equations) {
    const [first] = equation.terms.keys();
    if (first === undefined) continue;
    const root = find(first);
    groups.set(root, [...(groups.get(root) ?? []), equation]);
  }
  return [...groups.values()];
}
