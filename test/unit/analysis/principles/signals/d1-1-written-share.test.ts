import { describe, expect, it } from 'vitest';
import { writtenShare } from '../../../../../src/analysis/principles/signals/d1-1-written-share.ts';
import type { Snapshot, WritingWeek } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read, tenPeople, withMeeting } from '../../../../support/signal-input.ts';
import { emptySnapshot, span, withPeople } from '../../../../support/snapshot.ts';

const tuesday = '2026-07-07';
const people = tenPeople(emptySnapshot());
const everybody = span(0, 9);

function withWriting(snapshot: Snapshot, ...rows: readonly Partial<WritingWeek>[]): Snapshot {
  const full = rows.map((row) => ({ week: '2026-07-06', team: 'Studio', role: null, minutes: 600, ...row }));
  return withRows(snapshot, 'writing', full);
}

describe('D1.1 written share of coordination', () => {
  it('600 minutes of writing beside 10 people x 90 merged minutes: 600 / 1500 = .4', () => {
    // 10:00-11:00 and 10:30-11:30 merge to 90 minutes
    const met = withMeeting(people, tuesday, ['10:00', '11:00'], everybody);
    const reading = read(writtenShare, withWriting(withMeeting(met, tuesday, ['10:30', '11:30'], everybody), {}));
    expect(reading.value).toBeCloseTo(0.4, 9);
    expect(reading).toMatchObject({ state: 'measured-partial', reliability: 0.6, coverage: 1, people: 10 });
    expect(reading.windowCoverage).toBeCloseTo(1 / 12, 9);
    expect(reading.note).toContain('10 h of writing beside 15 h of meetings.');
  });

  it('adds the rows of leaders and others', () => {
    const met = withMeeting(people, tuesday, ['10:00', '11:00'], everybody);
    const snapshot = withWriting(met, { role: 'lead', minutes: 100 }, { role: 'other', minutes: 300 });
    expect(read(writtenShare, snapshot).value).toBeCloseTo(400 / 1000, 9);
  });

  it('counts the meetings of the same teams and weeks only', () => {
    let snapshot = withPeople(people, 'Sales', 10);
    snapshot = withMeeting(snapshot, tuesday, ['10:00', '11:00'], span(0, 19)); // 10 of Studio count
    snapshot = withMeeting(snapshot, '2026-07-14', ['10:00', '12:00'], everybody); // a week without writing
    const reading = read(writtenShare, withWriting(snapshot, {}));
    expect(reading.value).toBeCloseTo(600 / 1200, 9);
    expect(reading).toMatchObject({ coverage: 0.5, people: 10 });
  });

  it('leaves out writing of weeks that the calendar does not cover', () => {
    let snapshot = people;
    for (const day of ['06', '07', '08', '09', '10']) {
      snapshot = withMeeting(snapshot, `2026-07-${day}`, ['10:00', '10:12'], everybody);
    }
    // five meetings in one week: an empty week is no chance, so 13 July is not covered. 5 x 12 x 10 = 600
    expect(read(writtenShare, withWriting(snapshot, {}, { week: '2026-07-13' })).value).toBeCloseTo(0.5, 9);
    expect(read(writtenShare, withWriting(snapshot, { week: '2026-07-13' })).state).toBe('not-connected');
  });

  it('resamples people with the writing of their team', () => {
    const met = withMeeting(people, tuesday, ['10:00', '11:00'], everybody);
    const { sample } = read(writtenShare, withWriting(met, {}));
    if (sample?.kind !== 'ratio') throw new Error('no ratio');
    expect(sample.rows).toHaveLength(10);
    expect(sample.rows[0]).toEqual({ person: 0, numerator: 60, denominator: 120 });
  });

  it('names what is missing', () => {
    const met = withMeeting(people, tuesday, ['10:00', '11:00'], everybody);
    expect(read(writtenShare, met).words).toContain('time spent writing is missing');
    expect(read(writtenShare, withWriting(people, {})).words).toContain('the calendar is missing');
    expect(read(writtenShare, withWriting(met, { week: '2026-06-29' })).state).toBe('stale');
    expect(read(writtenShare, withWriting(met, { team: 'Elsewhere' })).state).toBe('not-connected');
  });

  it('is withheld for a team of nine', () => {
    const nine = withPeople(emptySnapshot(), 'Studio', 9);
    const met = withMeeting(nine, tuesday, ['10:00', '11:00'], span(0, 8));
    expect(read(writtenShare, withWriting(met, {})).state).toBe('suppressed');
  });
});
