import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from '../../../src/privacy/attack/attack.ts';
import type { ToldFigures } from '../../../src/privacy/attack/told-figures.ts';
import { idsToWithhold } from '../../../src/privacy/attack/withhold.ts';
import { possibleValues, type SeenTable } from '../../support/table-attack.ts';

const K = 4;
const MOST = 14;

/** A table of teams by states with its margins: rows, then columns, then the whole, which is a fact. */
interface Table {
  readonly cells: readonly (readonly number[])[];
  readonly isTold: readonly boolean[];
}

const table: fc.Arbitrary<Table> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.record({
      cells: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      isTold: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
    }),
  );

function figuresOf({ cells, isTold }: Table): ToldFigures {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const [rows, columns] = [cells.map((_, r) => r), (cells[0] ?? []).map((_, c) => c)];
  const inner = rows.flatMap((r) => columns.map((c) => ({ id: `${r},${c}`, people: cells[r]?.[c] ?? 0 })));
  const ofRows = rows.map((r) => ({ id: `row ${r}`, people: sum(cells[r] ?? []) }));
  const ofColumns = columns.map((c) => ({ id: `column ${c}`, people: sum(rows.map((r) => cells[r]?.[c] ?? 0)) }));
  const guarded = [...inner, ...ofRows, ...ofColumns].map((each, at) => ({
    ...each,
    isTold: isTold[at] === true,
    isGuarded: true,
    goes: 'last' as const,
    least: 0 as const,
  }));
  const all = sum(cells.map(sum));
  const whole = { id: 'all', people: all, isTold: true, isGuarded: false, goes: 'never' as const, least: 0 as const };
  return {
    quantities: [...guarded, whole],
    sums: [
      ...rows.map((r) => ({ of: `row ${r}`, parts: columns.map((c) => `${r},${c}`) })),
      ...columns.map((c) => ({ of: `column ${c}`, parts: rows.map((r) => `${r},${c}`) })),
      { of: 'all', parts: rows.map((r) => `row ${r}`) },
      { of: 'all', parts: columns.map((c) => `column ${c}`) },
    ],
  };
}

function seen({ quantities, sums }: ToldFigures): SeenTable {
  const position = new Map(quantities.map(({ id }, at) => [id, at]));
  const at = (id: string) => position.get(id) ?? -1;
  return {
    cells: quantities.map(({ people, isTold }) => (isTold ? people : null)),
    sums: sums.map(({ of, parts }) => ({ of: at(of), parts: parts.map(at) })),
  };
}

/** Small groups that all tables agree on, told or not. */
function known(figures: ToldFigures): readonly string[] {
  const values = possibleValues(seen(figures), MOST);
  return figures.quantities.flatMap(({ id, people, isGuarded }, at) =>
    isGuarded && people > 0 && people < K && values[at]?.size === 1 ? [id] : [],
  );
}

function without(figures: ToldFigures, gone: readonly string[]): ToldFigures {
  return {
    ...figures,
    quantities: figures.quantities.map((each) => (gone.includes(each.id) ? { ...each, isTold: false } : each)),
  };
}

/** Tables whose brute force stays small. */
const small = table.filter((each) => {
  const { quantities } = figuresOf(each);
  return quantities.at(-1)!.people <= MOST && quantities.filter(({ isTold }) => !isTold).length <= 9;
});

describe('the differencing attack', () => {
  it('finds every small group that all tables in agreement with the shown one have in common', () => {
    const seenBy = { leaking: 0, single: 0 };
    fc.assert(
      fc.property(small, (given) => {
        const figures = figuresOf(given);
        const found = attack(figures, K);
        const single = found.flatMap(({ ids }) => (ids.length === 1 ? ids : []));
        for (const id of known(figures)) expect(single).toContain(id);
        // And it names none that could be another number, save where the search was given up, which does not happen here.
        expect([...single].sort()).toEqual([...known(figures)].sort());
        if (found.length > 0) seenBy.leaking += 1;
        if (figures.quantities.some(({ isTold }) => !isTold) && single.length > 0) seenBy.single += 1;
      }),
      { numRuns: 1500 },
    );
    expect(seenBy.leaking).toBeGreaterThan(300);
    expect(seenBy.single).toBeGreaterThan(300);
  });

  it('leaves nothing to find once the gate has withheld what it found', () => {
    const kept = { told: 0, tables: 0 };
    fc.assert(
      fc.property(small, (given) => {
        const figures = figuresOf(given);
        // One row that is the whole, and the whole is a fact below k: nothing can help, and the gate refuses.
        fc.pre(given.cells.length > 1 || figures.quantities.at(-1)!.people >= K);
        const safe = without(figures, idsToWithhold(figures, K));
        expect(attack(safe, K)).toEqual([]);
        if (safe.quantities.filter(({ isTold }) => !isTold).length > 9) return;
        expect(known(safe)).toEqual([]);
        kept.tables += 1;
        if (safe.quantities.some(({ isTold, isGuarded, people }) => isTold && isGuarded && people > 0)) kept.told += 1;
      }),
      { numRuns: 250 },
    );
    expect(kept.tables).toBeGreaterThan(80);
    expect(kept.told).toBeGreaterThan(25);
  });

  it('withholds nothing where every cell and margin is k people or nobody and all are told', () => {
    const large = fc.array(fc.array(fc.constantFrom(0, 4, 5, 9), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(large, (cells) => {
        expect(
          idsToWithhold(
            figuresOf({ cells, isTold: new Array<boolean>(16).fill(true).concat(new Array<boolean>(8).fill(true)) }),
            K,
          ),
        ).toEqual([]);
      }),
    );
  });
});
