import { describe, expect, it } from 'vitest';
import { reach } from '../../../../../src/analysis/principles/signals/p2-4-reach.ts';
import type { Snapshot, WikiWeek } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read, tenPeople } from '../../../../support/signal-input.ts';
import { emptySnapshot, withPeople } from '../../../../support/snapshot.ts';

const [first, second] = ['2026-07-06', '2026-07-13'];
const twoTeams = withPeople(tenPeople(emptySnapshot()), 'Sales', 30);

function withReaders(snapshot: Snapshot, ...weeks: readonly [string, string | null, number | null][]): Snapshot {
  const rows = weeks.map(
    ([week, team, readers]): Omit<WikiWeek, 'evidence'> => ({
      week,
      team,
      readers,
      searches: null,
      searchesFound: null,
      minutesToFind: null,
    }),
  );
  return withRows(snapshot, 'wikiWeeks', rows);
}

describe('P2.4 reach of the wiki', () => {
  it('is the mean over the weeks: 20 of 40 and 30 of 40 are .625', () => {
    const reading = read(reach, withReaders(twoTeams, [first, null, 20], [second, null, 30]));
    expect(reading).toMatchObject({ state: 'measured', value: 0.625, coverage: 1, people: 40 });
    expect(reading.windowCoverage).toBeCloseTo(2 / 12, 9);
    expect(reading.note).toBe('2 weeks, 40 people.');
  });

  it('divides teams by their own people: 4 of 10 in Studio alone is .4, seen of a quarter of all', () => {
    const reading = read(reach, withReaders(twoTeams, [first, 'Studio', 4]));
    expect(reading).toMatchObject({ value: 0.4, coverage: 0.25, people: 10 });
  });

  it('adds the teams of a week: (4 + 16) of (10 + 30) is .5', () => {
    expect(read(reach, withReaders(twoTeams, [first, 'Studio', 4], [first, 'Sales', 16])).value).toBe(0.5);
  });

  it('takes the count of everybody instead of the teams of the same week', () => {
    expect(read(reach, withReaders(twoTeams, [first, 'Studio', 10], [first, null, 10])).value).toBe(0.25);
  });

  it('takes the largest of two counts of one week, and never more than everybody', () => {
    const two = read(reach, withReaders(twoTeams, [first, null, 10], [first, null, 12]));
    expect(two.value).toBeCloseTo(0.3, 9);
    expect(two.note).toContain('a floor');
    expect(read(reach, withReaders(twoTeams, [first, null, 90])).value).toBe(1); // guests read too
  });

  it('leaves out weeks without a count and weeks outside the window', () => {
    const snapshot = withReaders(twoTeams, [first, null, 20], [second, null, null], ['2026-06-29', null, 40]);
    expect(read(reach, snapshot)).toMatchObject({ value: 0.5 });
    expect(read(reach, withReaders(twoTeams, ['2026-06-29', null, 40])).state).toBe('stale');
  });

  it('names what is missing', () => {
    expect(read(reach, twoTeams).words).toContain('readers and searches of the wiki are missing');
    expect(read(reach, withReaders(twoTeams, [first, null, null]))).toMatchObject({
      state: 'not-connected',
      words: 'The wiki does not count its readers.',
    });
    expect(read(reach, withReaders(twoTeams, [first, 'Elsewhere', 5])).state).toBe('not-connected');
  });

  it('is withheld for a team of nine', () => {
    const nine = withPeople(emptySnapshot(), 'Studio', 9);
    expect(read(reach, withReaders(nine, [first, 'Studio', 5])).state).toBe('suppressed');
  });
});
