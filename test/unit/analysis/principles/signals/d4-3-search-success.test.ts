import { describe, expect, it } from 'vitest';
import { searchSuccess } from '../../../../../src/analysis/principles/signals/d4-3-search-success.ts';
import type { Snapshot, WikiWeek } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read, tenPeople } from '../../../../support/signal-input.ts';
import { emptySnapshot, withPeople } from '../../../../support/snapshot.ts';

const [first, second] = ['2026-07-06', '2026-07-13'];
const twoTeams = withPeople(tenPeople(emptySnapshot()), 'Sales', 30);

type Week = readonly [week: string, team: string | null, searches: number | null, found: number | null];

function searched(snapshot: Snapshot, ...weeks: readonly Week[]): Snapshot {
  const rows = weeks.map(
    ([week, team, searches, searchesFound]): Omit<WikiWeek, 'evidence'> => ({
      week,
      team,
      readers: null,
      searches,
      searchesFound,
      minutesToFind: null,
    }),
  );
  return withRows(snapshot, 'wikiWeeks', rows);
}

describe('D4.3 searches that find', () => {
  it('adds the weeks up: (30 + 60) of (100 + 80) is .5, not the mean of .3 and .75', () => {
    const reading = read(searchSuccess, searched(twoTeams, [first, null, 100, 30], [second, null, 80, 60]));
    expect(reading).toMatchObject({ state: 'measured', value: 0.5, coverage: 1, people: 40 });
    expect(reading.windowCoverage).toBeCloseTo(2 / 12, 9);
    expect(reading.note).toBe('90 of 180 searches.');
  });

  it('a count of everybody replaces the teams of its week only: (10 + 9) of (20 + 30)', () => {
    const weeks: Week[] = [
      [first, null, 20, 10],
      [first, 'Studio', 15, 15],
      [second, 'Sales', 30, 9],
      [second, 'Elsewhere', 99, 99],
    ];
    expect(read(searchSuccess, searched(twoTeams, ...weeks)).value).toBeCloseTo(19 / 50, 9);
  });

  it('people are those of the teams seen; a team of nine is withheld', () => {
    expect(read(searchSuccess, searched(twoTeams, [first, 'Studio', 10, 5]))).toMatchObject({
      coverage: 0.25,
      people: 10,
    });
    const nine = withPeople(emptySnapshot(), 'Studio', 9);
    expect(read(searchSuccess, searched(nine, [first, 'Studio', 10, 5])).state).toBe('suppressed');
  });

  it('a week that does not count both is left out, never taken for zero', () => {
    const snapshot = searched(twoTeams, [first, null, 10, 4], [second, null, 90, null], [second, null, null, 9]);
    expect(read(searchSuccess, snapshot).value).toBe(0.4);
  });

  it('names what is missing', () => {
    expect(read(searchSuccess, twoTeams).words).toContain('readers and searches of the wiki are missing');
    expect(read(searchSuccess, searched(twoTeams, [first, null, 10, null])).state).toBe('not-connected');
    expect(read(searchSuccess, searched(twoTeams, [first, 'Elsewhere', 10, 5])).state).toBe('not-connected');
    expect(read(searchSuccess, searched(twoTeams, [first, null, 0, 0])).state).toBe('not-applicable');
    expect(read(searchSuccess, searched(twoTeams, ['2026-06-29', null, 10, 5])).state).toBe('stale');
  });
});
