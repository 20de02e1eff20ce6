import { describe, expect, it } from 'vitest';
import type { PeopleCount } from '../../../src/model/audit/figures.ts';
import type { AuditTool, Seats, SeatsAt, TeamSeats } from '../../../src/model/audit/structure.ts';
import { protectSeatDetail } from '../../../src/privacy/protect-seat-detail.ts';
import { protectSeats } from '../../../src/privacy/protect-seats.ts';
import { seatRow } from '../../../src/privacy/seat-row.ts';

const X = 'suppressed';
const K = 5;

/** 60 people hold a seat: 40 used it, 20 did not, 8 of them never. */
const base: Seats = {
  thresholdDays: 90,
  purchased: 70,
  assigned: 60,
  spare: 10,
  active: 40,
  inactive: 20,
  unknown: 0,
  grace: 0,
  leavers: 0,
  unassignedActive: 0,
  recommended: 44,
  neverUsed: 8,
  unknownBecause: [],
};

function at(thresholdDays: number, active: number, inactive: number, more: Partial<SeatsAt> = {}): SeatsAt {
  return { thresholdDays, active, inactive, unknown: 0, grace: 0, recommended: Math.ceil(active * 1.1), ...more };
}

const team = (id: string, active: number, inactive: number, unknown = 0): TeamSeats => ({
  team: id,
  active,
  inactive,
  unknown,
});

function protect(seats: Partial<Seats>, sizes: Readonly<Record<string, PeopleCount>> = {}, users: PeopleCount = 40) {
  const tool = { id: 't', users, seats: { ...base, ...seats } } as unknown as AuditTool;
  const teams = Object.entries(sizes).map(([id, size]) => ({ id, size }));
  const mayShow = (id: string) => typeof sizes[id] === 'number';
  return protectSeatDetail(tool, protectSeats(seatRow(tool), K), { teams, mayShow }, K);
}

const shownAt = (sensitivity: readonly SeatsAt[] | undefined) =>
  (sensitivity ?? []).map(({ thresholdDays, active, inactive }) => [thresholdDays, active, inactive]);

describe('seats at other thresholds', () => {
  it('stand where nobody or a group of k moves between any two of them', () => {
    const sensitivity = [at(30, 30, 30), at(60, 35, 25), at(90, 40, 20), at(120, 40, 20)];
    expect(protect({ sensitivity }).sensitivity).toEqual(sensitivity);
  });

  it('are withheld where they differ by a small group from the threshold in force', () => {
    // 40 - 37 = 3 people whose last use lies between 60 and 90 days back.
    const { sensitivity } = protect({ sensitivity: [at(30, 30, 30), at(60, 37, 23), at(90, 40, 20)] });
    expect(shownAt(sensitivity)).toEqual([
      [30, 30, 30],
      [60, X, X],
      [90, 40, 20],
    ]);
    expect(sensitivity?.[1]).toEqual({
      thresholdDays: 60,
      active: X,
      inactive: X,
      unknown: X,
      grace: X,
      recommended: X,
    });
  });

  it('are withheld where they differ by a small group from another one that is shown', () => {
    // 33 - 30 = 3; each of them is ten or seven away from 40.
    const { sensitivity } = protect({ sensitivity: [at(30, 30, 30), at(60, 33, 27), at(90, 40, 20)] });
    expect(shownAt(sensitivity)).toEqual([
      [30, 30, 30],
      [60, X, X],
      [90, 40, 20],
    ]);
  });

  it('are withheld where they would show a small group themselves', () => {
    // At 120 days two are left inactive.
    const { sensitivity } = protect({ sensitivity: [at(90, 40, 20), at(120, 58, 2)] });
    expect(shownAt(sensitivity)).toEqual([
      [90, 40, 20],
      [120, X, X],
    ]);
  });

  it('are withheld where the users of the window differ from them by a small group', () => {
    // 40 used it in 90 days, 33 in the window and 30 in 30 days: three in the window and not in the last 30 days.
    expect(shownAt(protect({ sensitivity: [at(30, 30, 30)] }, {}, 33).sensitivity)).toEqual([[30, X, X]]);
    expect(shownAt(protect({ sensitivity: [at(30, 28, 32)] }, {}, 33).sensitivity)).toEqual([[30, 28, 32]]);
  });

  it('are withheld where the row in force shows what they would hide', () => {
    // At 90 days 9 newcomers are in grace and shown; at 60 days 4 are, and 40 - 35 = 5 used it in between.
    const seats = { assigned: null, grace: 9, recommended: 54 };
    const inForce = at(90, 40, 20, { grace: 9 });
    expect(shownAt(protect({ ...seats, sensitivity: [at(60, 45, 20, { grace: 4 }), inForce] }).sensitivity)).toEqual([
      [60, X, X],
      [90, 40, 20],
    ]);
  });

  it('hide what the row in force hides', () => {
    // Grace and leavers hide each other (3 + 2 of 65); the recommendation is made of grace.
    const seats = { assigned: 65, grace: 3, leavers: 2, recommended: 48 };
    const row = at(30, 30, 25, { grace: 8, unknown: 0, recommended: 42 });
    expect(protect({ ...seats, sensitivity: [row] }, {}, 41).sensitivity).toEqual([
      { ...row, grace: X, recommended: X },
    ]);
  });

  it('are all withheld where the row in force is', () => {
    const { sensitivity, neverUsed } = protect({ inactive: 2, assigned: 42, sensitivity: [at(30, 20, 22)] });
    expect(shownAt(sensitivity)).toEqual([[30, X, X]]);
    expect(neverUsed).toBe(X);
  });
});

describe('seats that were never used', () => {
  it.each([
    ['stand beside a large rest', 8, 8],
    ['are withheld where they are few', 3, X],
    ['are withheld where the rest of the inactive is small', 17, X],
    ['stand where all are', 20, 20],
    ['stand where none is', 0, 0],
  ])('%s', (_, never, expected) => {
    expect(protect({ neverUsed: never }).neverUsed).toBe(expected);
  });

  it('are withheld where the rest at another threshold that is shown is small', () => {
    // 29 - 22 = 7 used it once and not within 90 days; 24 - 22 = 2 not within 120 days.
    const seats = { active: 31, inactive: 29, neverUsed: 22, recommended: 35 };
    expect(protect({ ...seats, sensitivity: [at(90, 31, 29)] }, {}, 31).neverUsed).toBe(22);
    expect(protect({ ...seats, sensitivity: [at(90, 31, 29), at(120, 36, 24)] }, {}, 31).neverUsed).toBe(X);
    // At 120 days that move two people nothing is shown, so nothing is told.
    expect(protect({ ...seats, sensitivity: [at(90, 31, 29), at(120, 33, 27)] }, {}, 31).neverUsed).toBe(22);
  });
});

describe('seats by team', () => {
  const sizes = { A: 30, B: 20, C: 10 };

  it('let the next smallest team join one that may not be shown', () => {
    // C has three inactive people. Beside A and B the rest would be C alone, so B joins it: 13 + 7 and 7 + 3.
    const byTeam = [team('A', 20, 10), team('B', 13, 7), team('C', 7, 3)];
    expect(protect({ byTeam }, sizes).byTeam).toEqual([team('A', 20, 10), team('(other teams)', 20, 10)]);
  });

  it('stand where every count is large, with the people of no team summed', () => {
    const byTeam = [team('A', 20, 10), team('B', 10, 0)];
    expect(protect({ byTeam }, sizes).byTeam).toEqual([
      team('A', 20, 10),
      // 20 people less 10 have a seat of another kind or none: no small group.
      team('B', 10, 0),
      team('(other teams)', 10, 10),
    ]);
  });

  it('leave a team out whose size tells the few who have no row', () => {
    // 20 - 18 = 2 people of B are in grace or have no seat.
    const byTeam = [team('A', 20, 10), team('B', 10, 8)];
    expect(protect({ byTeam }, sizes).byTeam).toEqual([team('A', 20, 10), team('(other teams)', 20, 10)]);
  });

  it('have no row for a team whose size is withheld', () => {
    const byTeam = [team('A', 20, 10), team('B', 20, 10)];
    expect(protect({ byTeam }, { A: 30, B: X }).byTeam).toEqual([team('A', 20, 10), team('(other teams)', 20, 10)]);
  });

  it('have no row at all where the tool shows a part only, or no team may be shown', () => {
    const byTeam = [team('A', 20, 10), team('B', 20, 10)];
    expect(protect({ inactive: 2, assigned: 42, byTeam }, sizes).byTeam).toEqual([]);
    expect(protect({ byTeam }, {}).byTeam).toEqual([]);
  });

  it('are absent where the analysis knows no account', () => {
    expect(protect({})).not.toHaveProperty('byTeam');
  });
});

describe('why seats are unknown', () => {
  it('is told where their number is, and not where that is withheld', () => {
    const because: Seats['unknownBecause'] = ['sign-ins-only'];
    expect(protect({ unknown: 10, assigned: 70, unknownBecause: because }).unknownBecause).toEqual(because);
    expect(protect({ unknown: 2, assigned: 62, unknownBecause: because })).not.toHaveProperty('unknownBecause');
  });
});
