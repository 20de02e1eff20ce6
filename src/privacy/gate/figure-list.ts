import type { PeopleCount } from '../../model/audit/figures.ts';
import type { Quantity, Sum, ToldFigures } from '../attack/told-figures.ts';

/** Counts are withheld where they tell; detail goes before them, and facts are shown whatever they are. */
type Kind = 'count' | 'detail' | 'fact';
const GOES = { count: 'last', detail: 'first', fact: 'never' } as const;

/** Gathers figures and how they add up, in the order of the document. */
export interface FigureList {
  /** A figure of the document; nothing where it is not known. */
  readonly add: (id: string, counted: PeopleCount | undefined, published: PeopleCount | undefined, kind?: Kind) => void;
  /** `of` counts the people of all parts; left out where one of the figures is not known or it does not hold. */
  readonly sum: (of: string, parts: readonly string[]) => void;
  /** Everybody of `part` is of `whole`: those who are not are a group that is never printed. */
  readonly within: (part: string, whole: string) => void;
  /** Groups that overlap nearly: how far one exceeds the other is about a group that is never printed. */
  readonly apart: (a: string, b: string) => void;
  readonly figures: () => ToldFigures;
}

/** `leastHidden`: 1 where a withheld figure cannot be zero, because zeros are shown. */
export function figureList(leastHidden: 0 | 1 = 0): FigureList {
  const quantities = new Map<string, Quantity>();
  const sums: Sum[] = [];
  const people = (id: string) => quantities.get(id)?.people ?? Number.NaN;
  const addRest = (part: string, whole: string, least: 0 | null) => {
    const rest = people(whole) - people(part);
    if (Number.isNaN(rest)) return;
    const id = `${whole} less ${part}`;
    quantities.set(id, { id, people: rest, isTold: false, isGuarded: true, goes: 'never', least });
    sums.push({ of: whole, parts: [part, id] });
  };
  return {
    add: (id, counted, published, kind = 'count') => {
      if (typeof counted !== 'number') return;
      const isTold = typeof published === 'number';
      const isGuarded = kind !== 'fact';
      const least = counted > 0 ? leastHidden : 0;
      quantities.set(id, { id, people: counted, isTold, isGuarded, goes: GOES[kind], least });
    },
    sum: (of, parts) => {
      const total = parts.reduce((all, part) => all + people(part), 0);
      if (total === people(of)) sums.push({ of, parts });
    },
    within: (part, whole) => {
      if (people(part) <= people(whole)) addRest(part, whole, 0);
    },
    apart: (a, b) => (people(a) <= people(b) ? addRest(a, b, null) : addRest(b, a, null)),
    figures: () => ({ quantities: [...quantities.values()], sums }),
  };
}
