import { describe, expect, it } from 'vitest';
import { workObjects } from '../../../../../src/analysis/principles/signals/p4-2-work-objects.ts';
import { read, tenPeople, withMessages } from '../../../../support/signal-input.ts';
import { emptySnapshot, withPeople } from '../../../../support/snapshot.ts';

const people = tenPeople(emptySnapshot());
const counts = { publicChannel: 30, privateChannel: 20, direct: 10, workComments: 40 };

describe('P4.2 talk at the work itself', () => {
  it('40 comments beside 60 messages are .4 of a hundred', () => {
    const reading = read(workObjects, withMessages(people, counts));
    expect(reading).toMatchObject({ state: 'measured', value: 0.4, reliability: 1, people: 10 });
    expect(reading.note).toBe('40 comments on work beside 60 messages.');
  });

  it('uses only weeks that count both', () => {
    let snapshot = withMessages(people, counts);
    snapshot = withMessages(snapshot, { week: '2026-07-13', publicChannel: 500 });
    snapshot = withMessages(snapshot, { week: '2026-07-20', direct: null, workComments: 500 });
    expect(read(workObjects, snapshot).value).toBe(0.4);
  });

  it('covers the people of the teams that count it: 10 of 40', () => {
    const snapshot = withMessages(withPeople(people, 'Sales', 30), counts);
    expect(read(workObjects, snapshot).coverage).toBe(0.25);
  });

  it('resamples teams, as chat is counted by team, from five teams on', () => {
    const teams = ['A', 'B', 'C', 'D', 'E'];
    const staff = teams.reduce((s, team) => withPeople(s, team, 10), emptySnapshot());
    const of = (some: readonly string[]) =>
      read(
        workObjects,
        some.reduce((s, team) => withMessages(s, { ...counts, team }), staff),
      ).sample;
    expect(of(teams)).toMatchObject({ kind: 'ratio', by: 'team' });
    expect(of(teams)).toHaveProperty('rows.4', { person: 4, numerator: 40, denominator: 100 });
    expect(of(teams.slice(1))).toBeUndefined();
  });

  it('is unknown where nothing counts comments; nothing written at all is not applicable', () => {
    expect(read(workObjects, withMessages(people, { ...counts, workComments: null }))).toMatchObject({
      state: 'not-connected',
      words: 'No week counts comments on work together with all chat messages.',
    });
    expect(read(workObjects, withMessages(people, { workComments: 0 })).state).toBe('not-applicable');
    expect(read(workObjects, withMessages(people, { workComments: 1 })).value).toBe(1);
  });
});
