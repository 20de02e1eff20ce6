import { describe, expect, it } from 'vitest';
import { timeToFind } from '../../../../../src/analysis/principles/signals/c2-5-time-to-find.ts';
import type { Snapshot, WikiWeek } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read, tenPeople } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

const [first, second, third] = ['2026-07-06', '2026-07-13', '2026-07-20'];
const people = tenPeople(emptySnapshot());

type Week = readonly [week: string, minutesToFind: number | null, searches: number | null, team?: string];

function timed(snapshot: Snapshot, ...weeks: readonly Week[]): Snapshot {
  const rows = weeks.map(
    ([week, minutesToFind, searches, team]): Omit<WikiWeek, 'evidence'> => ({
      week,
      team: team ?? null,
      readers: null,
      searches,
      searchesFound: null,
      minutesToFind,
    }),
  );
  return withRows(snapshot, 'wikiWeeks', rows);
}

describe('C2.5 time to find', () => {
  it('weighs weeks by searches: 2, 2, 2, 5, 9 has the median 2, where weeks alike would have 5', () => {
    const reading = read(timeToFind, timed(people, [first, 5, 1], [second, 2, 3], [third, 9, 1]));
    expect(reading).toMatchObject({ state: 'measured-partial', value: 2, coverage: 1, people: 10 });
    expect(reading.windowCoverage).toBeCloseTo(3 / 12, 9);
    expect(reading.words).toBe('half of the searches take 2 minutes or less');
    expect(reading.note).toContain('A median of 3 weekly medians');
  });

  it('lies midway where the middle falls between two weeks: 2, 2, 6, 6', () => {
    expect(read(timeToFind, timed(people, [first, 2, 2], [second, 6, 2])).value).toBe(4);
  });

  it('without any number of searches weeks weigh the same, and it says so', () => {
    const reading = read(timeToFind, timed(people, [first, 1, null], [second, 3, null], [third, 8, null]));
    expect(reading.value).toBe(3);
    expect(reading.note).toContain('Weeks weigh the same');
  });

  it('a week that cannot be weighed beside others that can is left out', () => {
    const reading = read(timeToFind, timed(people, [first, 2, 10], [second, 8, null]));
    expect(reading).toMatchObject({ value: 2 });
    expect(reading.note).toContain('left out');
  });

  it('names what is missing', () => {
    expect(read(timeToFind, people).words).toContain('readers and searches of the wiki are missing');
    expect(read(timeToFind, timed(people, [first, null, 10]))).toMatchObject({
      state: 'not-connected',
      words: 'No source tells how long searches take.',
    });
    expect(read(timeToFind, timed(people, [first, 4, 10, 'Elsewhere'])).state).toBe('not-connected');
    expect(read(timeToFind, timed(people, ['2026-06-29', 4, 10])).state).toBe('stale');
  });
});
