import { isSmall } from '../suppression.ts';
import { componentsOf, type Equation, equationsOf, solve } from './equations.ts';
import { undetermined } from './other-tables.ts';
import type { Quantity, ToldFigures } from './told-figures.ts';

/** A group below the threshold that a reader sees or works out. */
export interface Disclosure {
  /** Quantities that make up the group; several where only their sum comes out. */
  readonly ids: readonly string[];
  readonly people: number;
  readonly how: 'told' | 'worked out';
}

/** People of an equation that counts one group: all factors the same, every quantity guarded. Null where it does not. */
function groupOf({ terms, value }: Equation, quantities: readonly Quantity[]): number | null {
  const [factor = 0, ...others] = terms.values();
  if (others.some((each) => each !== factor)) return null;
  const members = [...terms.keys()].map((at) => quantities[at]);
  const isGroup = members.every((each) => each?.isGuarded === true && (members.length === 1 || each.least !== null));
  return isGroup ? Math.abs(value / factor) : null;
}

/** Totals that are shown whatever they are: below the threshold, with nothing of them told, they tell only themselves. */
function standsAlone(figures: ToldFigures, k: number): (equation: Equation) => boolean {
  const byId = new Map(figures.quantities.map((quantity, at) => [quantity.id, { ...quantity, at }]));
  const alone = new Set(
    figures.sums.flatMap(({ of, parts }) => {
      const total = byId.get(of);
      const isAlone =
        total?.isTold === true &&
        !total.isGuarded &&
        isSmall(total.people, k) &&
        parts.every((part) => byId.get(part)?.isTold === false);
      return isAlone ? parts.map((part) => byId.get(part)?.at ?? -1) : [];
    }),
  );
  return ({ terms }) => [...terms.keys()].some((at) => alone.has(at));
}

function workedOut(figures: ToldFigures, equations: readonly Equation[], k: number): readonly Disclosure[] {
  const { quantities } = figures;
  const idsOf = (positions: Iterable<number>) => [...positions].map((at) => quantities[at]?.id ?? '');
  const isAlone = standsAlone(figures, k);
  const found: Disclosure[] = [];
  for (const component of componentsOf(equations)) {
    const solved = solve(component);
    const groups = component.some(isAlone) ? [] : [...component, ...solved.values()];
    for (const equation of groups) {
      const people = groupOf(equation, quantities);
      if (people !== null && isSmall(people, k))
        found.push({ ids: idsOf(equation.terms.keys()), people, how: 'worked out' });
    }
    const hidden = new Set(component.flatMap(({ terms }) => [...terms.keys()]));
    const wanted = [...hidden].filter((at) => {
      const quantity = quantities[at];
      return quantity?.isGuarded === true && isSmall(quantity.people, k);
    });
    if (wanted.length === 0) continue;
    const open = undetermined(quantities, component, solved, wanted, k);
    for (const at of wanted)
      if (!open.has(at)) found.push({ ids: idsOf([at]), people: quantities[at]?.people ?? 0, how: 'worked out' });
  }
  return found;
}

/**
 * The differencing attack (METHOD 5): every group of 1 to k - 1 people that is told, follows from the sums by
 * elimination, or is the only whole number of people that fits them. Empty = a reader learns of none. Works on what is
 * handed in alone: figures that share no sum are best attacked apart, since time grows with the hidden ones together.
 */
export function attack(figures: ToldFigures, k: number): readonly Disclosure[] {
  const told = figures.quantities.flatMap(({ id, people, isTold, isGuarded }): Disclosure[] =>
    isTold && isGuarded && isSmall(people, k) ? [{ ids: [id], people, how: 'told' }] : [],
  );
  const found = [...told, ...workedOut(figures, equationsOf(figures), k)];
  return [...new Map(found.map((each) => [[...each.ids].sort().join('\n'), each])).values()];
}
