import { describe, expect, it } from 'vitest';
import { attack } from '../../../../src/privacy/attack/attack.ts';
import type { Quantity, ToldFigures } from '../../../../src/privacy/attack/told-figures.ts';
import { idsToWithhold } from '../../../../src/privacy/attack/withhold.ts';

const told = (id: string, people: number): Quantity => ({
  id,
  people,
  isTold: true,
  isGuarded: true,
  goes: 'last',
  least: 0,
});
const hidden = (id: string, people: number, least: 0 | 1 | null = 0): Quantity => ({
  ...told(id, people),
  isTold: false,
  least,
});
const fact = (id: string, people: number): Quantity => ({ ...told(id, people), isGuarded: false, goes: 'never' });
const groups = (figures: ToldFigures, k = 5) =>
  attack(figures, k).map(({ ids, people }) => [[...ids].sort().join('+'), people]);

describe('attack', () => {
  it('finds a group under k that is told', () => {
    expect(groups({ quantities: [told('a', 4), told('b', 5), told('c', 0)], sums: [] })).toEqual([['a', 4]]);
  });

  // METHOD 5: 27 in all, 12 and 11 shown, so 27 - 12 - 11 = 4.
  it('takes the shown cells from the total', () => {
    const quantities = [fact('all', 27), hidden('a', 4), told('b', 12), told('c', 11)];
    expect(groups({ quantities, sums: [{ of: 'all', parts: ['a', 'b', 'c'] }] })).toEqual([['a', 4]]);
  });

  // 4 and 3 hide each other (7 together), 2 and 2 do not (4 together).
  it.each([
    [4, 3, []],
    [2, 2, [['a+b', 4]]],
  ])('lets %i and %i hide each other only from k people together', (a, b, found) => {
    const quantities = [fact('all', 20 + a + b), hidden('a', a), hidden('b', b), told('c', 20)];
    expect(groups({ quantities, sums: [{ of: 'all', parts: ['a', 'b', 'c'] }] })).toEqual(found);
  });

  // x + y = 9 and y + z = 11 are told, so z - x = 2, and x + z = 8 gives 2x = 6, x = 3.
  it('eliminates over several sums at once', () => {
    const quantities = [
      fact('xy', 9),
      fact('yz', 11),
      fact('xz', 8),
      ...[hidden('x', 3), hidden('y', 6), hidden('z', 5)],
    ];
    const sums = [
      { of: 'xy', parts: ['x', 'y'] },
      { of: 'yz', parts: ['y', 'z'] },
      { of: 'xz', parts: ['x', 'z'] },
    ];
    expect(groups({ quantities, sums })).toEqual([['x', 3]]);
  });

  // Five cells of one person at least and five people: each is one. No elimination says so.
  it('sees a total that equals the number of withheld cells', () => {
    const cells = ['a', 'b', 'c', 'd', 'e'].map((id) => hidden(id, 1, 1));
    const figures = { quantities: [told('all', 5), ...cells], sums: [{ of: 'all', parts: ['a', 'b', 'c', 'd', 'e'] }] };
    expect(groups(figures)).toHaveLength(5);
    expect(
      groups({ ...figures, quantities: [told('all', 5), ...cells.map((cell) => ({ ...cell, least: 0 as const }))] }),
    ).toEqual([]);
  });

  // a + b = 3, b + c = 12 with c at most 9 (c + d = 9): b is at least 3, so a is 0 and b is 3.
  it('sees what only the bounds tell', () => {
    const quantities = [
      fact('ab', 3),
      fact('bc', 12),
      fact('cd', 9),
      ...[hidden('a', 0), hidden('b', 3), hidden('c', 9), hidden('d', 0), told('e', 7)],
      told('abe', 10),
    ];
    const sums = [
      { of: 'ab', parts: ['a', 'b'] },
      { of: 'bc', parts: ['b', 'c'] },
      { of: 'cd', parts: ['c', 'd'] },
      { of: 'abe', parts: ['a', 'b', 'e'] },
    ];
    expect(groups({ quantities, sums })).toContainEqual(['b', 3]);
  });

  it('takes a total below k with nothing of it told for what it is: itself', () => {
    const quantities = [fact('seats', 3), hidden('used', 2), hidden('idle', 1)];
    expect(groups({ quantities, sums: [{ of: 'seats', parts: ['used', 'idle'] }] })).toEqual([]);
    const guarded = [told('seats', 3), hidden('used', 2), hidden('idle', 1)];
    expect(groups({ quantities: guarded, sums: [{ of: 'seats', parts: ['used', 'idle'] }] })).not.toEqual([]);
  });

  it('counts the difference of two told groups, and draws nothing from its sign', () => {
    const difference = [{ of: 'users', parts: ['active', 'rest'] }];
    expect(
      groups({ quantities: [told('users', 30), told('active', 28), hidden('rest', 2, null)], sums: difference }),
    ).toEqual([['rest', 2]]);
    const withheld = [told('users', 30), hidden('active', 28), hidden('rest', 2, null)];
    expect(groups({ quantities: withheld, sums: difference })).toEqual([]);
  });

  it('keeps to k', () => {
    const quantities = [fact('all', 27), hidden('a', 7), told('b', 20)];
    const figures = { quantities, sums: [{ of: 'all', parts: ['a', 'b'] }] };
    expect(groups(figures, 5)).toEqual([]);
    expect(groups(figures, 10)).toEqual([['a', 7]]);
  });
});

describe('idsToWithhold', () => {
  it('takes the group itself, then the smallest beside it', () => {
    const quantities = [fact('all', 27), told('a', 4), told('b', 12), told('c', 11)];
    expect(idsToWithhold({ quantities, sums: [{ of: 'all', parts: ['a', 'b', 'c'] }] }, 5)).toEqual(['a', 'c']);
  });

  it('takes detail before figures that readers come for', () => {
    const quantities = [{ ...told('users', 30), goes: 'first' as const }, told('active', 28), hidden('rest', 2, null)];
    expect(idsToWithhold({ quantities, sums: [{ of: 'users', parts: ['active', 'rest'] }] }, 5)).toEqual(['users']);
  });

  it('takes nothing where nothing comes out', () => {
    const quantities = [fact('all', 20), told('a', 8), told('b', 12), told('c', 0)];
    expect(idsToWithhold({ quantities, sums: [{ of: 'all', parts: ['a', 'b', 'c'] }] }, 5)).toEqual([]);
  });

  it('refuses where only facts are left and they tell', () => {
    const quantities = [fact('all', 20), fact('a', 17), hidden('b', 3)];
    expect(() => idsToWithhold({ quantities, sums: [{ of: 'all', parts: ['a', 'b'] }] }, 5)).toThrow(
      expect.objectContaining({ code: 'disclosure', exitCode: 6 }),
    );
  });
});
