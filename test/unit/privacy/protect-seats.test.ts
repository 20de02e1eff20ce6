import { describe, expect, it } from 'vitest';
import type { Seats } from '../../../src/model/audit/structure.ts';
import { discloses } from '../../../src/privacy/disclosure-check.ts';
import { protectSeats } from '../../../src/privacy/protect-seats.ts';

const seats = (counts: Partial<Seats>): Seats => ({
  thresholdDays: 90,
  purchased: null,
  assigned: null,
  spare: null,
  active: 0,
  inactive: 0,
  unknown: 0,
  grace: 0,
  leavers: 0,
  unassignedActive: 0,
  recommended: null,
  ...counts,
});
const X = 'suppressed';
const protect = (counts: Partial<Seats>, users: number | null = null, k = 5) =>
  protectSeats({ seats: seats(counts), users }, k);

describe('protectSeats', () => {
  it('shows a row without small groups as it is', () => {
    // 60 = 40 + 15 + 5.
    const counts = { purchased: 80, assigned: 60, spare: 20, active: 40, inactive: 15, grace: 5, recommended: 50 };
    expect(protect(counts, 41)).toEqual({ seats: seats(counts), users: 41 });
  });

  it('hides two small cells, and what is made of them', () => {
    // 60 = 40 + 15 + 3 + 2: grace and leavers hide each other (5 >= 5), the recommendation contains grace.
    const row = protect(
      { purchased: 80, assigned: 60, active: 40, inactive: 15, grace: 3, leavers: 2, recommended: 48 },
      40,
    );
    expect(row.seats).toMatchObject({ purchased: 80, assigned: 60, active: 40, inactive: 15, unknown: 0 });
    expect(row.seats).toMatchObject({ grace: X, leavers: X, recommended: X });
    expect(row.users).toBe(40);
  });

  it('hides the next smallest so that the assigned seats do not tell', () => {
    // 60 = 40 + 18 + 2: 60 - 40 - 18 would tell the two leavers.
    const row = protect({ assigned: 60, active: 40, inactive: 18, leavers: 2, recommended: 44 }, 40);
    expect(row.seats).toMatchObject({ active: 40, inactive: X, leavers: X, recommended: 44 });
  });

  it('hides the active ones, their users and the recommendation where nothing else is left', () => {
    // 100 = 97 + 3.
    const row = protect({ assigned: 100, active: 97, inactive: 3, recommended: 107 }, 97);
    expect(row.seats).toMatchObject({ assigned: 100, active: X, inactive: X, grace: 0, recommended: X });
    expect(row.users).toBe(X);
  });

  it('hides users where they are a sum that tells', () => {
    // users 42 = active 40 + leavers 2.
    const row = protect({ assigned: 60, active: 40, inactive: 18, leavers: 2 }, 42);
    expect(row.seats).toMatchObject({ active: 40, inactive: X, leavers: X });
    expect(row.users).toBe(X);
  });

  it('withholds the whole breakdown of a population under k, and no contract fact', () => {
    const row = protect({ purchased: 10, assigned: 4, spare: 6, active: 4, recommended: 5, unknown: null }, 4);
    expect(row.seats).toEqual(
      seats({
        purchased: 10,
        assigned: 4,
        spare: 6,
        active: X,
        inactive: X,
        unknown: null,
        grace: X,
        leavers: X,
        unassignedActive: X,
        recommended: X,
      }),
    );
    expect(row.users).toBe(X);
  });

  it('hides active people without a seat together with the users that would tell them', () => {
    const row = protect({ assigned: 20, active: 20, unassignedActive: 3, recommended: 22 }, 23);
    expect(row.seats).toMatchObject({ active: 20, unassignedActive: X, recommended: 22 });
    expect(row.users).toBe(X);
  });

  it('leaves unknown unknown', () => {
    const nothing = { active: null, inactive: null, grace: null, leavers: null, unassignedActive: null };
    expect(protect({ assigned: 20, ...nothing, unknown: 20 })).toEqual({
      seats: seats({ assigned: 20, ...nothing, unknown: 20 }),
      users: null,
    });
  });
});

describe('the differencing attack', () => {
  const original = { seats: seats({ assigned: 60, active: 40, inactive: 18, leavers: 2, recommended: 44 }), users: 40 };

  it.each([
    ['a small group in the open', {}, true],
    ['a subtraction from the assigned seats', { leavers: X }, true],
    ['nothing', { leavers: X, inactive: X }, false],
    ['a recommendation beside a hidden active count', { leavers: X, inactive: X, active: X }, true],
  ] as const)('finds %s', (_, hidden, expected) => {
    const published = { seats: { ...original.seats, ...hidden }, users: original.users };
    expect(discloses(original, published, 5)).toBe(expected);
  });
});
