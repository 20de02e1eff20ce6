import { describe, expect, it } from 'vitest';
import { suppressCells } from '../../../src/privacy/suppression.ts';

const cells = (values: Record<string, number>) => Object.entries(values).map(([id, value]) => ({ id, value }));
const hidden = (values: Record<string, number>, total: number | null = sum(values), k = 5) =>
  suppressCells({ cells: cells(values), total, k });
function sum(values: Record<string, number>): number {
  return Object.values(values).reduce((all, value) => all + value, 0);
}

describe('suppressCells', () => {
  it('hides the next smallest where the total would tell (worked example complementary-suppression)', () => {
    expect(hidden({ a: 12, b: 11, c: 4 }, 27)).toEqual({ hidden: ['b', 'c'], hideTotal: false });
  });

  it('lets two small cells hide each other (worked example suppression-two-small)', () => {
    // 30 - 12 - 11 = 7 >= 5.
    expect(hidden({ a: 12, b: 11, c: 4, d: 3 }, 30)).toEqual({ hidden: ['c', 'd'], hideTotal: false });
  });

  it.each([
    // 1 + 2 = 3 < 5: the residual itself is a small group.
    [{ a: 9, b: 8, c: 1, d: 2 }, ['b', 'c', 'd']],
    // Five ones make five: each is one.
    [{ a: 9, b: 1, c: 1, d: 1, e: 1, f: 1 }, ['a', 'b', 'c', 'd', 'e', 'f']],
    // Zeros stand, and do not serve as cover.
    [{ a: 9, b: 0, c: 4 }, ['a', 'c']],
    [{ a: 9, b: 0, c: 7 }, []],
  ])('%j hides %j', (values, expected) => {
    expect(hidden(values)).toEqual({ hidden: expected, hideTotal: false });
  });

  it('hides everything of a population under k', () => {
    expect(hidden({ a: 4, b: 0 })).toEqual({ hidden: ['a', 'b'], hideTotal: true });
  });

  it('hides small cells only where no total is published', () => {
    expect(hidden({ a: 12, b: 11, c: 4 }, null)).toEqual({ hidden: ['c'], hideTotal: false });
  });

  it('hides a cell that one person makes up', () => {
    const dominated = [
      { id: 'a', value: 20, largestShare: 0.41 },
      { id: 'b', value: 10, largestShare: 0.4 },
      { id: 'c', value: 30 },
    ];
    expect(suppressCells({ cells: dominated, total: 60, k: 5 }).hidden).toEqual(['a', 'b']);
    expect(suppressCells({ cells: dominated, total: null, k: 5 }).hidden).toEqual(['a']);
  });
});
