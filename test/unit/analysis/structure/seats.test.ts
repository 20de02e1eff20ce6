import { describe, expect, it } from 'vitest';
import { recommendedSeats } from '../../../../src/analysis/structure/seats.ts';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import type { Seats } from '../../../../src/model/audit/structure.ts';
import type { SourceRecord } from '../../../../src/model/observation.ts';
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

/** A list of accounts that the tool itself keeps. */
function source(id: string): SourceRecord {
  const told = { provides: ['accounts'] as SourceRecord['provides'], reliability: 0.85, cannotTell: '', rows: 1 };
  return { id, kind: id, title: id, file: null, sha256: null, ...told };
}

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
      // The unknown ones are needed until somebody knows better: 12 x 1.1 = 13.2 -> 14.
      recommended: 14,
      neverUsed: 3,
      unknownBecause: ['not-told'],
      // The last day that counts is 2026-08-31, 08-01, 07-02 and 06-02: 1 September lies inside all, 1 June in none.
      sensitivity: [30, 60, 90, 120].map((thresholdDays) => ({
        thresholdDays,
        active: 10,
        inactive: 8,
        unknown: 2,
        grace: 0,
        recommended: 14,
      })),
      byTeam: [{ team: 'Design', active: 10, inactive: 8, unknown: 2 }],
    });
  });

  it('sorts the same people at 30, 60, 90 and 120 days, and recommends for each', () => {
    // Last days inside: 2026-08-31, 08-01, 07-02 and 06-02.
    let snapshot = withAccounts(base, 'asana', span(0, 9), { lastActive: '2026-09-20' });
    snapshot = withAccounts(snapshot, 'asana', span(10, 15), { lastActive: '2026-08-01' });
    snapshot = withAccounts(snapshot, 'asana', span(16, 20), { lastActive: '2026-07-31' });
    snapshot = withAccounts(snapshot, 'asana', span(21, 27), { lastActive: '2026-06-10' });
    snapshot = withAccounts(snapshot, 'asana', span(28, 29), { lastActive: null, activeDays: 0 });
    const rows = (found: Seats) =>
      found.sensitivity?.map((at) => [at.thresholdDays, at.active, at.inactive, at.unknown, at.recommended]);
    // 10 x 1.1 = 11; 16 x 1.1 = 17.6 -> 18; 21 x 1.1 = 23.1 -> 24; 28 x 1.1 = 30.8 -> 31.
    const expected = [
      [30, 10, 20, 0, 11],
      [60, 16, 14, 0, 18],
      [90, 21, 9, 0, 24],
      [120, 28, 2, 0, 31],
    ];
    expect(rows(seats(snapshot))).toEqual(expected);
    expect(seats(snapshot)).toMatchObject({ active: 21, inactive: 9, neverUsed: 2, recommended: 24 });
    // A threshold of one's own stands among the others: 45 days reach back to 2026-08-16.
    const own = analyseStructure(snapshot, Policy.parse({ seat_threshold_days: 45 }), { seed: 1 }).tools[0]!.seats;
    expect(rows(own)).toEqual([expected[0], [45, 10, 20, 0, 11], ...expected.slice(1)]);
    expect(own).toMatchObject({ thresholdDays: 45, active: 10, inactive: 20, recommended: 11 });
  });

  it('counts used, unused and unknown seats by team, and people of no team with the tool alone', () => {
    let snapshot = withPeople(withPeople(base, 'Sales', 4), null, 2);
    snapshot = withPeople(snapshot, 'Sales', 1, { start: '2026-09-14' });
    snapshot = withPeople(snapshot, 'Sales', 1, { end: '2026-09-01' });
    snapshot = withAccounts(snapshot, 'asana', span(0, 6), { lastActive: '2026-09-01' });
    snapshot = withAccounts(snapshot, 'asana', [30, 31], { lastActive: '2026-01-15' });
    snapshot = withAccounts(snapshot, 'asana', [32]);
    snapshot = withAccounts(snapshot, 'asana', [34, 35], { lastActive: '2026-09-01' });
    // In grace and gone: neither used, unused nor unknown.
    snapshot = withAccounts(snapshot, 'asana', [36, 37], { activeDays: 0 });
    expect(seats(snapshot)).toMatchObject({ active: 9, inactive: 2, unknown: 1, grace: 1, leavers: 1 });
    expect(seats(snapshot).byTeam).toEqual([
      { team: 'Design', active: 7, inactive: 0, unknown: 0 },
      { team: 'Sales', active: 0, inactive: 2, unknown: 1 },
    ]);
  });

  it('calls silent seats unknown where only sign-ins are seen, and says so', () => {
    const sso = { ...source('sso'), reliability: 0.6 };
    let snapshot = { ...base, sources: [...base.sources, sso] };
    const seenBySso = { evidence: [{ source: 'sso', row: 2 }] };
    snapshot = withAccounts(snapshot, 'asana', span(0, 4), { lastActive: '2026-09-01', ...seenBySso });
    snapshot = withAccounts(snapshot, 'asana', span(5, 10), { lastActive: '2026-01-15', ...seenBySso });
    expect(seats(snapshot)).toMatchObject({ active: 5, inactive: 0, unknown: 6, neverUsed: 0, recommended: 13 });
    expect(seats(snapshot).unknownBecause).toEqual(['sign-ins-only']);
    // The tool's own list of the same people tells that they are idle.
    const known = withAccounts(snapshot, 'asana', span(5, 10), { lastActive: '2026-01-14' });
    expect(seats(known)).toMatchObject({ active: 5, inactive: 6, unknown: 0, recommended: 6, unknownBecause: [] });
  });

  it('calls silent seats unknown where the list ends early, at the thresholds for which that is too early', () => {
    // The list ends on 2026-08-26, 35 days before the period does: more than 30 / 3, 60 / 3 and 90 / 3, less than 120 / 3.
    const early = { ...source('early'), accountUse: { accounts: 25, last: '2026-08-26' } };
    const listed = { evidence: [{ source: 'early', row: 2 }] };
    let snapshot = { ...base, sources: [...base.sources, early] };
    snapshot = withAccounts(snapshot, 'asana', span(0, 14), { lastActive: '2026-08-26', ...listed });
    snapshot = withAccounts(snapshot, 'asana', span(15, 24), { lastActive: '2026-05-10', ...listed });
    expect(seats(snapshot)).toMatchObject({ active: 15, inactive: 0, unknown: 10, unknownBecause: ['out-of-date'] });
    expect(seats(snapshot).sensitivity?.map((at) => [at.active, at.inactive, at.unknown])).toEqual([
      [0, 0, 25],
      [15, 0, 10],
      [15, 0, 10],
      [15, 10, 0],
    ]);
  });

  it('does not place days of use that have no date', () => {
    // 2026-07-01 is the one day of the period before the last ninety: two days of use reach beyond it, one may not.
    let snapshot = withAccounts(base, 'asana', [0], { activeDays: 2 });
    snapshot = withAccounts(snapshot, 'asana', [1], { activeDays: 1 });
    expect(seats(snapshot)).toMatchObject({ active: 1, inactive: 0, unknown: 1, unknownBecause: ['not-told'] });
    // 62 days lie before the last thirty.
    expect(seats(snapshot).sensitivity?.[0]).toMatchObject({ thresholdDays: 30, active: 0, inactive: 0, unknown: 2 });
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
      unknownBecause: ['no-source'],
    });
    expect(seats(withContract(base, 'asana', { seats: 40 }))).not.toHaveProperty('sensitivity');
    expect(seats(base)).toMatchObject({ purchased: null, unknown: null, active: null });
  });

  it('calls the seats that no source sees unknown where only sign-ins tell who is there', () => {
    // 100 bought, 20 people signed in, no list of accounts: 80 may be held by anybody. 100 x 1.1 = 110, 100 are bought.
    const signedIn = withContract(withUse(base, 'asana', span(0, 19), ['2026-09-11']), 'asana', { seats: 100 });
    expect(seats(signedIn)).toMatchObject({
      purchased: 100,
      assigned: null,
      spare: null,
      active: 20,
      inactive: 0,
      unknown: 80,
      recommended: 100,
      unknownBecause: ['no-source'],
      byTeam: [{ team: 'Design', active: 20, inactive: 0, unknown: 0 }],
    });
    expect(seats(signedIn).sensitivity?.map((at) => [at.active, at.unknown, at.recommended])).toEqual(
      [30, 60, 90, 120].map(() => [20, 80, 100]),
    );
    const rules = analyseStructure(signedIn, policy, { seed: 1 }).findings.map(({ rule }) => rule);
    expect(rules).not.toContain('shelfware');
    // A list of the same 20 tells that the others are assigned to nobody: 20 x 1.1 = 22.
    const listed = withAccounts(signedIn, 'asana', span(0, 19));
    expect(seats(listed)).toMatchObject({ assigned: 20, spare: 80, active: 20, unknown: 0, recommended: 22 });
    expect(seats(listed).unknownBecause).toEqual([]);
  });

  it('takes the seats of people seen for seen, and no seat for one who has none', () => {
    // 10 active, 3 silent since May, 1 gone with an open account: 14 of 26. The closed account of May holds no seat.
    const log = { ...source('log'), provides: ['usageDays'] as SourceRecord['provides'] };
    const told = { assigned: null, evidence: [{ source: 'log', row: null }] };
    let snapshot = withPeople({ ...base, sources: [...base.sources, log] }, 'Design', 1, { end: '2026-08-15' });
    snapshot = withAccounts(snapshot, 'asana', span(0, 9), { lastActive: '2026-09-01', ...told });
    snapshot = withAccounts(snapshot, 'asana', span(10, 12), { lastActive: '2026-05-01', ...told });
    snapshot = withAccounts(snapshot, 'asana', [13], { lastActive: '2026-05-01', ...told, closed: true });
    snapshot = withAccounts(snapshot, 'asana', [30], { lastActive: '2026-08-14', ...told });
    // 26 - 14 = 12, and 3 whose sign-ins prove nothing. 10 + 15 = 25, x 1.1 = 27.5 -> 28: 26 are bought.
    expect(seats(withContract(snapshot, 'asana', { seats: 26 }))).toMatchObject({
      ...{ active: 10, inactive: 0, unknown: 15, leavers: 1, recommended: 26, spare: null },
      unknownBecause: ['no-source', 'sign-ins-only'],
      byTeam: [{ team: 'Design', active: 10, inactive: 0, unknown: 3 }],
    });
    // All 14 that are bought are seen; of 9 bought none is left over. 13 x 1.1 = 14.3 -> 15, but 14 are bought.
    expect(seats(withContract(snapshot, 'asana', { seats: 14 }))).toMatchObject({ unknown: 3, recommended: 14 });
    expect(seats(withContract(snapshot, 'asana', { seats: 9 }))).toMatchObject({ unknown: 3, recommended: 13 });
    expect(seats(snapshot)).toMatchObject({ purchased: null, unknown: 3, unknownBecause: ['sign-ins-only'] });
  });

  it('knows no idle seat from a report of a day before the period, however short it is', () => {
    // 30 bought, 15 listed on 2026-06-30 and active the day before; 2026-09-30 is 92 days later, and 120 / 3 = 40.
    const report = { evidence: [{ source: 'report', row: 2 }], toldUntil: { report: '2026-06-30' } };
    let snapshot = {
      ...base,
      sources: [...base.sources, { ...source('report'), accountUse: { accounts: 15, last: null } }],
    };
    snapshot = withAccounts(snapshot, 'asana', span(0, 14), { lastActive: '2026-06-29', ...report });
    snapshot = withContract(snapshot, 'asana', { seats: 30, annualCost: { minor: 900_000, currency: 'EUR' } });
    expect(seats(snapshot)).toMatchObject({ active: 0, inactive: 0, unknown: 15, unknownBecause: ['out-of-date'] });
    // 15 x 1.1 = 16.5 -> 17; the 15 that the list leaves out are assigned to nobody.
    expect(seats(snapshot)).toMatchObject({ assigned: 15, spare: 15, recommended: 17 });
    // Nobody looked into the window, so nobody is known to have stayed away from it.
    const { tools, findings } = analyseStructure(snapshot, policy, { seed: 1 });
    expect(tools[0]?.users).toBeNull();
    expect(findings.map(({ rule }) => rule)).toContain('usage-unknown');
    // A report of the period's last days proves it: all 15 were idle, and used it by nobody is known.
    const fresh = { ...report, toldUntil: { report: '2026-09-28' } };
    const known = { ...snapshot, accounts: snapshot.accounts.map((account) => ({ ...account, ...fresh })) };
    expect(seats(known)).toMatchObject({ active: 0, inactive: 15, unknown: 0, recommended: 0 });
    expect(analyseStructure(known, policy, { seed: 1 }).tools[0]?.users).toBe(0);
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
