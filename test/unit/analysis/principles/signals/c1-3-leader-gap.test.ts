import { describe, expect, it } from 'vitest';
import { leaderGap } from '../../../../../src/analysis/principles/signals/c1-3-leader-gap.ts';
import type { Snapshot, WritingWeek } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read, withMeeting } from '../../../../support/signal-input.ts';
import { emptySnapshot, span, withPeople } from '../../../../support/snapshot.ts';

const tuesday = '2026-07-07';
const leads = span(0, 9);
const others = span(10, 29);

/** `leading` leaders and `following` others of one team; every leader leads somebody. */
function company(leading = 10, following = 20): Snapshot {
  const staff = withPeople(emptySnapshot(), 'Studio', leading + following);
  const people = staff.people.map((p, i) => ({ ...p, manager: i < leading ? null : i % leading }));
  return { ...staff, people };
}

function withWriting(snapshot: Snapshot, ...rows: readonly Partial<WritingWeek>[]): Snapshot {
  const full = rows.map((row) => ({ week: '2026-07-06', team: 'Studio', role: null, minutes: 600, ...row }));
  return withRows(snapshot, 'writing', full);
}

/** Leaders meet for two hours, the others for half an hour. */
function met(snapshot: Snapshot): Snapshot {
  const early = withMeeting(snapshot, tuesday, ['08:00', '10:00'], leads);
  return withMeeting(early, tuesday, ['12:00', '12:30'], others);
}

describe('C1.3 leaders meet more than their teams', () => {
  const rows = [
    { role: 'lead', minutes: 400 },
    { role: 'other', minutes: 1400 },
  ] as const;

  it('leaders 1200 / (1200 + 400) = .75, others 600 / (600 + 1400) = .3: a gap of .45', () => {
    const reading = read(leaderGap, withWriting(met(company()), ...rows));
    expect(reading.value).toBeCloseTo(0.45, 9);
    expect(reading).toMatchObject({ state: 'measured-partial', reliability: 0.6, coverage: 1, people: 30 });
    expect(reading.windowCoverage).toBeCloseTo(1 / 12, 9);
    expect(reading.words).toBe('leaders spend 75 % of their coordination in meetings, others 30 %');
  });

  it('is never below 0 where leaders write more', () => {
    const writers = withWriting(met(company()), { role: 'lead', minutes: 9000 }, { role: 'other', minutes: 100 });
    expect(read(leaderGap, writers).value).toBe(0);
  });

  it('leaves out rows without a role and weeks in which the group has no row', () => {
    let snapshot = withMeeting(met(company()), '2026-07-14', ['08:00', '12:00'], others);
    snapshot = withWriting(snapshot, ...rows, { role: null, minutes: 5000 }, { week: '2026-07-14', role: null });
    expect(read(leaderGap, snapshot).value).toBeCloseTo(0.45, 9);
  });

  it('ten leaders are shown, nine are not; nor are nine others', () => {
    expect(read(leaderGap, withWriting(met(company(10, 20)), ...rows)).state).toBe('measured-partial');
    expect(read(leaderGap, withWriting(met(company(9, 21)), ...rows))).toMatchObject({
      state: 'suppressed',
      value: null,
    });
    expect(read(leaderGap, withWriting(met(company(21, 9)), ...rows)).state).toBe('suppressed');
  });

  it('is withheld where one of the leaders makes up more than 40 % of what leaders do', () => {
    const alone = withMeeting(company(), tuesday, ['06:00', '20:00'], [0, 10]);
    // 840 minutes of one leader beside 10 x 1 of writing
    const snapshot = withWriting(alone, { role: 'lead', minutes: 10 }, { role: 'other', minutes: 9000 });
    expect(read(leaderGap, snapshot).note).toContain('40 %');
  });

  it('resamples people: without the weight of anybody there is no answer', () => {
    const { sample } = read(leaderGap, withWriting(met(company()), ...rows));
    if (sample?.kind !== 'statistic') throw new Error('no statistic');
    expect(sample.people).toEqual([...leads, ...others]);
    expect(sample.evaluate(sample.people.map(() => 1))).toBeCloseTo(0.45, 9);
    // leaders doubled as a group: shares do not move
    expect(sample.evaluate(sample.people.map((p) => (p !== null && p < 10 ? 2 : 1)))).toBeCloseTo(0.45, 9);
    expect(sample.evaluate(sample.people.map((p) => (p !== null && p < 10 ? 0 : 1)))).toBeNull();
  });

  it('names what is missing', () => {
    expect(read(leaderGap, met(company())).words).toContain('time spent writing is missing');
    expect(read(leaderGap, withWriting(company(), ...rows)).words).toContain('the calendar is missing');
    const noRole = read(leaderGap, withWriting(met(company()), { role: null }));
    expect(noRole).toMatchObject({ state: 'not-connected', value: null });
    expect(noRole.words).toContain('not told apart');
    const noManager = withPeople(emptySnapshot(), 'Studio', 30);
    expect(read(leaderGap, withWriting(met(noManager), ...rows)).words).toContain('who leads whom');
    expect(read(leaderGap, withWriting(met(company()), rows[0])).words).toContain('both leaders and others');
    expect(read(leaderGap, withWriting(met(company()), { ...rows[0], week: '2026-06-29' })).state).toBe('stale');
  });
});
