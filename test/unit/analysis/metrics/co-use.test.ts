import { describe, expect, it } from 'vitest';
import { cheaperWay, coUse, countingCost } from '../../../../src/analysis/metrics/co-use.ts';

describe('co-use of all pairs', () => {
  it.each(['by person', 'bitsets'] as const)('counts the shared members of each pair, %s', (way) => {
    // Person 40 lies in the second word of a bitset: {0,1,2,40}, {1,2,40}, {}, {3,40}.
    const sets = [new Set([0, 1, 2, 40]), new Set([1, 2, 40]), new Set<number>(), new Set([40, 3])];
    const { shared, sizes, way: taken } = coUse(sets, 41, way);
    expect(taken).toBe(way);
    expect([...sizes]).toEqual([4, 3, 0, 2]);
    const pairs = [
      [0, 1, 3],
      [0, 2, 0],
      [0, 3, 1],
      [1, 2, 0],
      [1, 3, 1],
      [2, 3, 0],
    ] as const;
    for (const [a, b, expected] of pairs) expect([shared(a, b), shared(b, a)]).toEqual([expected, expected]);
    expect(shared(0, 0)).toBe(4);
  });

  it('needs no sets, and no members', () => {
    expect([...coUse([], 0).sizes]).toEqual([]);
    expect(coUse([new Set(), new Set()], 0).shared(0, 1)).toBe(0);
  });

  it('takes the way with the fewer steps', () => {
    // 2,000 tools, 20,000 people with 30 each: 20,000 x 30 x 29 / 2 = 8.7 million increments against
    // 2,000 x 1,999 / 2 = 1,999,000 pairs x 20,000 / 32 = 625 words = 1,249,375,000 words.
    const many = countingCost(2000, new Uint32Array(20_000).fill(30));
    expect(many).toEqual({ increments: 8_700_000, words: 1_249_375_000 });
    expect(cheaperWay(many)).toBe('by person');
    // 20 tools that each of 320 people uses: 320 x 20 x 19 / 2 = 60,800 increments against 190 pairs x 10 words.
    const few = countingCost(20, new Uint32Array(320).fill(20));
    expect(few).toEqual({ increments: 60_800, words: 1900 });
    expect(cheaperWay(few)).toBe('bitsets');
    const everybody = new Set(Array.from({ length: 320 }, (_, person) => person));
    expect(coUse(Array<ReadonlySet<number>>(20).fill(everybody), 320).way).toBe('bitsets');
  });
});
