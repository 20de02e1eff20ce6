import { describe, expect, it } from 'vitest';
import { recommendedSeats } from '../../../../src/analysis/structure/seats.ts';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Snapshot } from '../../../../src/model/snapshot.ts';
import {
  emptySnapshot,
  span,
  withAccounts,
  withContract,
  withPeople,
  withTool,
  withUse,
} from '../../../support/snapshot.ts';

const policy = Policy.parse({});

function seats(snapshot: Snapshot) {
  return analyseStructure(snapshot, policy, { seed: 1 }).tools[0]!.seats;
}

/** Thirty people of one team, and a tool with no accounts yet. */
const base = withPeople(withTool(emptySnapshot(), 'asana', 'task_tracking'), 'Design', 30);

describe('seats', () => {
  it('sorts people into active, inactive and unknown, and seats into assigned and spare', () => {
    // 10 active, 5 idle since June, 3 never used it, 2 of unknown use: 20 assigned of 26.
    let snapshot = withAccounts(base, 'asana', span(0, 9), { lastActive: '2026-09-01' });
    snapshot = withAccounts(snapshot, 'asana', span(10, 14), { lastActive: '2026-06-01' });
    snapshot = withAccounts(snapshot, 'asana', span(15, 17), { activeDays: 0 });
    snapshot = withAccounts(snapshot, 'asana', span(18, 19));
    snapshot = withContract(snapshot, 'asana', { seats: 26 });
    expect(seats(snapshot)).toEqual({
      thresholdDays: 90,
      purchased: 26,
      assigned: 20,
      spare: 6,
      active: 10,
      inactive: 8,
      unknown: 2,
      grace: 0,
      leavers: 0,
      unassignedActive: 0,
      recommended: null,
    });
  });

  it('counts the 90th day before the end as active and the 91st as inactive', () => {
    // 2026-09-30 less 90 days is 2026-07-02.
    const snapshot = withAccounts(withAccounts(base, 'asana', [0], { lastActive: '2026-07-02' }), 'asana', [1], {
      lastActive: '2026-07-01',
    });
    expect(seats(snapshot)).toMatchObject({ active: 1, inactive: 1 });
  });

  it('recommends active and grace plus a tenth, rounded up, never under the minimum', () => {
    // 20 x 1.1 = 22 exactly, 21 x 1.1 = 23.1 -> 24
    expect(recommendedSeats(20, 0, 0.1, null)).toBe(22);
    expect(recommendedSeats(21, 0, 0.1, null)).toBe(24);
    expect(recommendedSeats(5, 25, 0.1, null)).toBe(25);
    const snapshot = withAccounts(base, 'asana', span(0, 20), { lastActive: '2026-09-01' });
    expect(seats(snapshot).recommended).toBe(24);
    expect(seats(withContract(snapshot, 'asana', { minimumSeats: 30 })).recommended).toBe(30);
  });

  it('never recommends more seats than are bought, unless more people need one', () => {
    // 21 x 1.1 -> 24: 22 are bought, so 22. 19 are bought and 21 are needed, so 21. 30 are bought: 24 stand.
    expect(recommendedSeats(21, 0, 0.1, 22)).toBe(22);
    expect(recommendedSeats(21, 0, 0.1, 19)).toBe(21);
    expect(recommendedSeats(21, 0, 0.1, 30)).toBe(24);
    // A minimum above what is bought contradicts the contract itself: the seats bought hold.
    expect(recommendedSeats(5, 25, 0.1, 20)).toBe(20);
    expect(recommendedSeats(0, 0, 0.1, 10)).toBe(0);
    const used = withAccounts(base, 'asana', span(0, 20), { lastActive: '2026-09-01' });
    expect(seats(withContract(used, 'asana', { seats: 22 })).recommended).toBe(22);
    expect(seats(withContract(used, 'asana', { seats: 15 })).recommended).toBe(21);
  });

  it('gives newcomers thirty days of grace', () => {
    // 2026-09-30 less 30 days is 2026-08-31.
    let snapshot = withPeople(base, 'Design', 1, { start: '2026-08-31' });
    snapshot = withPeople(snapshot, 'Design', 1, { start: '2026-08-30' });
    snapshot = withPeople(snapshot, 'Design', 1, { start: '2026-09-14' });
    snapshot = withPeople(snapshot, 'Design', 1, { start: '2026-09-07' });
    snapshot = withAccounts(snapshot, 'asana', [30, 31], { activeDays: 0 });
    snapshot = withAccounts(snapshot, 'asana', [33]);
    snapshot = withAccounts(snapshot, 'asana', [32], { lastActive: '2026-09-20' });
    expect(seats(snapshot)).toMatchObject({ grace: 2, inactive: 1, active: 1, unknown: 0 });
  });

  it('keeps leavers with open accounts apart, and lets closed accounts go', () => {
    let snapshot = withPeople(base, 'Design', 3, { end: '2026-08-15' });
    snapshot = withAccounts(snapshot, 'asana', [30], { lastActive: '2026-08-14' });
    snapshot = withAccounts(snapshot, 'asana', [31], { lastActive: '2026-08-14', closed: true });
    snapshot = withAccounts(snapshot, 'asana', [32], { lastActive: '2026-08-14', assigned: false });
    expect(seats(snapshot)).toMatchObject({ leavers: 1, active: 0, inactive: 0, assigned: 1 });
  });

  it('sees activity without a seat', () => {
    let snapshot = withAccounts(base, 'asana', [0], { assigned: false, lastActive: '2026-09-01' });
    snapshot = withAccounts(snapshot, 'asana', [1], { assigned: false, lastActive: '2026-01-01' });
    expect(seats(snapshot)).toMatchObject({ unassignedActive: 1, active: 0, inactive: 0, assigned: 0 });
  });

  it('takes the latest activity of a person whom two sources name', () => {
    let snapshot = withAccounts(base, 'asana', [0], { lastActive: '2026-01-01' });
    snapshot = withAccounts(snapshot, 'asana', [0], { lastActive: '2026-09-01', assigned: null });
    expect(seats(withUse(snapshot, 'asana', [0], ['2026-08-03']))).toMatchObject({ active: 1, assigned: 1 });
  });

  it('does not know anything of a tool that no source sees, and does not call its seats idle', () => {
    expect(seats(withContract(base, 'asana', { seats: 40 }))).toMatchObject({
      purchased: 40,
      assigned: null,
      spare: null,
      active: null,
      inactive: null,
      unknown: 40,
      recommended: null,
    });
    expect(seats(base)).toMatchObject({ purchased: null, unknown: null, active: null });
  });

  it('never counts spare seats below zero', () => {
    const snapshot = withAccounts(base, 'asana', span(0, 11), { lastActive: '2026-09-01' });
    expect(seats(withContract(snapshot, 'asana', { seats: 10 }))).toMatchObject({ assigned: 12, spare: 0 });
  });

  it('counts seats of the contracts that run at the end of the period only', () => {
    let snapshot = withAccounts(base, 'asana', span(0, 4), { lastActive: '2026-09-01' });
    snapshot = withContract(snapshot, 'asana', { seats: 10, end: '2026-08-31', autoRenew: false });
    snapshot = withContract(snapshot, 'asana', { seats: 8, start: '2026-09-01', end: '2027-08-31' });
    snapshot = withContract(snapshot, 'asana', { seats: 99, start: '2027-01-01', end: '2027-12-31' });
    expect(seats(snapshot)).toMatchObject({ purchased: 8, spare: 3 });
  });
});
