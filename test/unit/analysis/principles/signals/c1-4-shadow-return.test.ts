import { describe, expect, it } from 'vitest';
import { shadowReturn } from '../../../../../src/analysis/principles/signals/c1-4-shadow-return.ts';
import type { Rollout, Snapshot } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot, span, withAccounts, withPeople, withUse } from '../../../../support/snapshot.ts';

const people = withPeople(emptySnapshot(), 'Studio', 30);
const halfYear = { ...people, period: { start: '2026-04-01', end: '2026-09-30' } };

function retired(snapshot: Snapshot, date: string, tool: string | null = 'trello'): Snapshot {
  const row: Omit<Rollout, 'evidence'> = { change: 'retired-tool', date, tool, invited: null, target: null };
  return withRows(snapshot, 'rollouts', [row]);
}

describe('C1.4 retired tools still in use', () => {
  it('20 users in the 90 days before 1 August, 5 after: .25; sign-ins of the whole 90 days make it exact', () => {
    let snapshot = withUse(halfYear, 'trello', span(0, 19), ['2026-06-10']);
    snapshot = withUse(snapshot, 'trello', span(0, 4), ['2026-08-20']);
    const reading = read(shadowReturn, retired(snapshot, '2026-08-01'));
    expect(reading).toMatchObject({ state: 'measured', value: 0.25, coverage: 1, people: 20 });
    expect(reading.words).toBe('retired tools still have 25 % of their users');
  });

  it('3 May is the 90th day before 1 August, 2 May is not; the day itself belongs to neither side', () => {
    let snapshot = withUse(halfYear, 'trello', span(0, 9), ['2026-05-03']);
    snapshot = withUse(snapshot, 'trello', span(10, 19), ['2026-05-02']);
    snapshot = withUse(snapshot, 'trello', span(0, 9), ['2026-08-01']);
    snapshot = withUse(snapshot, 'trello', [0], ['2026-08-02']);
    expect(read(shadowReturn, retired(snapshot, '2026-08-01')).value).toBeCloseTo(0.1, 9);
  });

  it('from accounts alone it is a floor: 6 last active since, 14 in the 90 days before: 6 / (6 + 14) = .3', () => {
    let snapshot = withAccounts(people, 'trello', span(0, 5), { lastActive: '2026-09-01' });
    snapshot = withAccounts(snapshot, 'trello', span(6, 19), { lastActive: '2026-07-10' });
    snapshot = withAccounts(snapshot, 'trello', span(20, 24), { lastActive: '2025-01-01' }); // long before
    snapshot = withAccounts(snapshot, 'trello', span(25, 29)); // not told
    const reading = read(shadowReturn, retired(snapshot, '2026-08-01'));
    expect(reading.value).toBeCloseTo(0.3, 9);
    expect(reading.state).toBe('measured-partial');
    expect(reading.coverage).toBeCloseTo(25 / 30, 9);
    expect(reading.note).toContain('a floor');
  });

  it('nobody after is zero, and no floor', () => {
    const snapshot = withAccounts(people, 'trello', span(0, 9), { lastActive: '2026-07-10' });
    expect(read(shadowReturn, retired(snapshot, '2026-08-01'))).toMatchObject({ state: 'measured', value: 0 });
  });

  it('adds tools up; one whose use is unknown costs coverage', () => {
    let snapshot = withAccounts(people, 'trello', span(0, 9), { lastActive: '2026-07-10' });
    snapshot = withAccounts(snapshot, 'trello', span(10, 19), { lastActive: '2026-09-10' });
    snapshot = withAccounts(snapshot, 'skype', span(0, 19), { lastActive: '2026-07-10' });
    const both = retired(retired(retired(snapshot, '2026-08-01'), '2026-08-01', 'skype'), '2026-08-01', 'zoom');
    // (10 + 0) of (20 + 20)
    expect(read(shadowReturn, both).value).toBeCloseTo(0.25, 9);
    expect(read(shadowReturn, both).coverage).toBeCloseTo(2 / 3, 9);
  });

  it('sign-ins that begin within the 90 days, without accounts, do not tell the users before', () => {
    const snapshot = withUse(withUse(people, 'trello', span(0, 9), ['2026-07-10']), 'trello', [0], ['2026-08-20']);
    expect(read(shadowReturn, retired(snapshot, '2026-08-01'))).toMatchObject({ state: 'not-connected', value: null });
  });

  it('names what is missing', () => {
    const known = withAccounts(people, 'trello', span(0, 9), { lastActive: '2026-07-10' });
    expect(read(shadowReturn, known).words).toContain('dates of changes to the tools or the charter are missing');
    expect(read(shadowReturn, retired(people, '2026-08-01')).words).toContain('accounts are missing');
    expect(read(shadowReturn, retired(known, '2026-08-01', null)).words).toContain('No cut-over');
    expect(read(shadowReturn, retired(known, '2026-09-30')).words).toContain('before the end of the period');
    expect(read(shadowReturn, retired(known, '2026-08-01', 'skype')).state).toBe('not-connected');
    const longAgo = withAccounts(people, 'trello', span(0, 9), { lastActive: '2025-01-01' });
    expect(read(shadowReturn, retired(longAgo, '2026-08-01')).words).toContain('Nobody is known');
  });

  it('is withheld for four users', () => {
    const few = withAccounts(people, 'trello', span(0, 3), { lastActive: '2026-07-10' });
    expect(read(shadowReturn, retired(few, '2026-08-01')).state).toBe('suppressed');
  });
});
