import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeopleCount } from '../../src/model/audit/figures.ts';
import { protectSeats } from '../../src/privacy/protect-seats.ts';
import type { SeatRow } from '../../src/privacy/seat-row.ts';
import { suppressCells } from '../../src/privacy/suppression.ts';

/**
 * All values that a cell can have for somebody who knows the published cells, the total, and whether zeros are shown:
 * the hidden ones are `least` each at least and add up to the residual. Enumerated, not calculated.
 */
function possible(count: number, residual: number, least = 1): readonly ReadonlySet<number>[] {
  const values = Array.from({ length: count }, () => new Set<number>());
  const walk = (position: number, left: number, chosen: readonly number[]): void => {
    if (position === count) {
      if (left === 0) chosen.forEach((value, i) => void values[i]?.add(value));
      return;
    }
    for (let value = least; value <= left - least * (count - position - 1); value += 1)
      walk(position + 1, left - value, [...chosen, value]);
  };
  walk(0, residual, []);
  return values;
}

const small = fc.integer({ min: 0, max: 9 });

describe('suppressCells', () => {
  it('leaves no hidden cell that published cells and total determine, and no residual under k', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 5 }), fc.integer({ min: 5, max: 7 }), (values, k) => {
        const cells = values.map((value, i) => ({ id: `c${i}`, value }));
        const total = values.reduce((sum, value) => sum + value, 0);
        const { hidden, hideTotal } = suppressCells({ cells, total, k });
        const shown = cells.filter((cell) => !hidden.includes(cell.id));
        expect(shown.filter((cell) => cell.value > 0 && cell.value < k)).toEqual([]);
        if (hideTotal || hidden.length === 0) return;
        const residual = total - shown.reduce((sum, cell) => sum + cell.value, 0);
        expect(residual).toBeGreaterThanOrEqual(k);
        for (const values of possible(hidden.length, residual)) expect(values.size).toBeGreaterThan(1);
      }),
    );
  });

  it('hides nothing where nothing is small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 1, maxLength: 9 }), (values) => {
        const cells = values.map((value, i) => ({ id: `c${i}`, value }));
        const total = values.reduce((sum, value) => sum + value, 0);
        expect(suppressCells({ cells, total, k: 5 })).toEqual({ hidden: [], hideTotal: false });
      }),
    );
  });
});

describe('protectSeats', () => {
  const counts = fc.tuple(small, small, small, small, small, small, fc.boolean(), fc.boolean());

  it('lets no small group be derived by subtraction from assigned seats or users', () => {
    fc.assert(
      fc.property(counts, ([active, inactive, unknown, grace, leavers, unassignedActive, apart, others]) => {
        // Two definitions a reader may know: leavers among the assigned seats, or apart from them.
        const inside = [
          'active',
          'inactive',
          'unknown',
          'grace',
          ...(apart ? [] : ['leavers']),
        ] as (keyof SeatRow['seats'])[];
        const all = { active, inactive, unknown, grace, leavers, unassignedActive };
        const assigned = inside.reduce((sum, cell) => sum + all[cell as keyof typeof all], 0);
        const users = active + (others ? unassignedActive : leavers);
        const seats: SeatRow['seats'] = {
          thresholdDays: 90,
          purchased: assigned,
          assigned,
          spare: 0,
          ...all,
          recommended: active + grace,
        };
        const row = protectSeats({ seats, users }, 5);
        const shown = (cell: string) => row.seats[cell as keyof SeatRow['seats']] as PeopleCount;
        const isHidden = (cell: string) => shown(cell) === 'suppressed';
        for (const cell of Object.keys(all)) expect([1, 2, 3, 4]).not.toContain(shown(cell));
        if (assigned > 0 && assigned < 5) return;
        const attack = (cells: readonly string[], total: PeopleCount): void => {
          const hidden = cells.filter(isHidden);
          if (hidden.length === 0 || typeof total !== 'number') return;
          const residual = cells.reduce(
            (left, cell) => left - (hidden.includes(cell) ? 0 : (shown(cell) as number)),
            total,
          );
          // A row that is withheld altogether hides its zeros too.
          const known = possible(hidden.length, residual, Object.keys(all).every(isHidden) ? 0 : 1);
          for (const [i, cell] of hidden.entries()) {
            const value = all[cell as keyof typeof all];
            if (value < 5) expect([cell, known[i]?.size]).not.toEqual([cell, 1]);
          }
        };
        attack(inside, assigned);
        attack(['active', others ? 'unassignedActive' : 'leavers'], row.users);
        if (isHidden('active') || isHidden('grace')) expect(row.seats.recommended).toBe('suppressed');
      }),
      { numRuns: 2000, examples: [[[1, 1, 1, 1, 1, 0, false, false]]] },
    );
  });
});
