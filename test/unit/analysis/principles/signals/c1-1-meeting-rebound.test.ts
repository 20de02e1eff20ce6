import { describe, expect, it } from 'vitest';
import { meetingRebound } from '../../../../../src/analysis/principles/signals/c1-1-meeting-rebound.ts';
import type { Rollout, Snapshot } from '../../../../../src/model/snapshot.ts';
import { addDays } from '../../../../../src/util/day-arithmetic.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read, tenPeople, withMeeting } from '../../../../support/signal-input.ts';
import { emptySnapshot, span, withPeople } from '../../../../support/snapshot.ts';

const people = tenPeople(emptySnapshot());
const everybody = span(0, 9);
/** Weeks 5 to 8 after 6 July are 3 to 30 August. */
const charter = '2026-07-06';

function withCharter(snapshot: Snapshot, date: string, target: number | null = 10): Snapshot {
  const row: Omit<Rollout, 'evidence'> = { change: 'charter', date, tool: null, invited: null, target };
  return withRows(snapshot, 'rollouts', [row]);
}

/** Everybody meets for `hours` from eight o'clock UTC on each of these days. */
function withMeetings(snapshot: Snapshot, hours: number, ...days: readonly string[]): Snapshot {
  const until = `${String(8 + hours).padStart(2, '0')}:00`;
  return days.reduce((s, day) => withMeeting(s, day, ['08:00', until], everybody), snapshot);
}

describe('C1.1 meetings come back', () => {
  it('10 people x 15 h on four days in four weeks against 10 agreed: 60 h x 10 / (10 x 4) = 15, 15 / 10 = 1.5', () => {
    const days = ['2026-08-04', '2026-08-11', '2026-08-18', '2026-08-25'];
    const reading = read(meetingRebound, withCharter(withMeetings(people, 15, ...days), charter));
    expect(reading.value).toBeCloseTo(1.5, 9);
    expect(reading).toMatchObject({ state: 'measured-partial', reliability: 0.6, coverage: 1, people: 10 });
    expect(reading.words).toBe(
      '15 meeting hours a week for each person in weeks 5 to 8 after the charter, 10 were agreed',
    );
    expect(reading.note).toContain('Charter of 2026-07-06; 4 meetings, 10 people, 4 weeks.');
  });

  it('3 and 30 August count, the days beside them do not: 2 x 4 h / 4 weeks / 2 = 1', () => {
    const days = ['2026-08-02', '2026-08-03', '2026-08-30', '2026-08-31'];
    expect(read(meetingRebound, withCharter(withMeetings(people, 4, ...days), charter, 2)).value).toBeCloseTo(1, 9);
  });

  it('merges double bookings and divides by those employed in these weeks', () => {
    let snapshot = withPeople(people, 'Studio', 10, { end: '2026-08-02' });
    snapshot = withPeople(snapshot, 'Studio', 10, { start: '2026-08-30' });
    snapshot = withMeeting(snapshot, '2026-08-04', ['08:00', '10:00'], everybody);
    snapshot = withMeeting(snapshot, '2026-08-04', ['09:00', '12:00'], everybody);
    const reading = read(meetingRebound, withCharter(snapshot, charter, 1));
    // 4 merged hours x 10 people / (20 people x 4 weeks) = .5
    expect(reading.value).toBeCloseTo(0.5, 9);
    expect(reading.coverage).toBe(0.5);
  });

  it('a week without entries in a dense calendar is a hole, not a week without meetings', () => {
    const [first] = ['2026-08-03'];
    const days = Array.from({ length: 5 }, (_, i) => addDays(first, i));
    const reading = read(meetingRebound, withCharter(withMeetings(people, 1, ...days), charter, 5));
    // 5 h in the one covered week / 5
    expect(reading).toMatchObject({ value: 1, windowCoverage: 0.25 });
  });

  it('counts weeks from the day of the charter: Wednesday 8 July to Tuesday 1 September', () => {
    const days = ['2026-08-04', '2026-08-05', '2026-09-01', '2026-09-02'];
    const reading = read(meetingRebound, withCharter(withMeetings(people, 4, ...days), '2026-07-08', 2));
    expect(reading.value).toBeCloseTo(1, 9);
  });

  it('is too early until the eighth week is over, and says when: 5 August ends on 29 September, 6 on the 30th', () => {
    const met = withMeetings(people, 1, '2026-09-08', '2026-10-02');
    expect(read(meetingRebound, withCharter(met, '2026-08-06'))).toMatchObject({ state: 'measured-partial' });
    expect(read(meetingRebound, withCharter(met, '2026-08-07'))).toMatchObject({
      state: 'not-connected',
      words: 'Weeks 5 to 8 after the charter of 2026-08-07 are not over; it can be told from 2026-10-02 on.',
    });
  });

  it('takes the latest charter that can be told, and names the later one', () => {
    const met = withMeetings(people, 8, '2026-08-04');
    const two = withCharter(withCharter(met, '2026-09-01', 99), charter, 1);
    const reading = read(meetingRebound, two);
    expect(reading.value).toBeCloseTo(2, 9);
    expect(reading.note).toContain('charter of 2026-09-01');
  });

  it('an older calendar tells weeks before the period only where it reaches back to them', () => {
    const old = '2026-05-04'; // weeks 5 to 8 are 1 to 28 June
    const inJune = withMeetings(people, 4, '2026-06-09');
    expect(read(meetingRebound, withCharter(inJune, old)).words).toContain('does not cover weeks 5 to 8');
    const whole = withMeetings(inJune, 4, '2026-05-20');
    expect(read(meetingRebound, withCharter(whole, old, 1)).value).toBeCloseTo(1, 9);
  });

  it('names what is missing', () => {
    const met = withMeetings(people, 1, '2026-08-04');
    expect(read(meetingRebound, met).words).toContain('dates of changes to the tools or the charter are missing');
    expect(read(meetingRebound, withCharter(people, charter)).words).toContain('the calendar is missing');
    const none = { state: 'not-connected', words: 'No charter with a date and a target is declared.' };
    expect(read(meetingRebound, withCharter(met, charter, null))).toMatchObject(none);
    expect(read(meetingRebound, withCharter(met, charter, 0))).toMatchObject(none);
  });

  it('is withheld for nine people and under the works-council profile', () => {
    const nine = withPeople(emptySnapshot(), 'Studio', 9);
    const met = withMeeting(nine, '2026-08-04', ['08:00', '09:00'], span(0, 8));
    expect(read(meetingRebound, withCharter(met, charter)).state).toBe('suppressed');
    const ten = withCharter(withMeetings(people, 1, '2026-08-04'), charter);
    const strict = { ...ten, privacy: { ...ten.privacy, profile: 'works-council' as const } };
    expect(read(meetingRebound, strict).words).toContain('works-council');
  });
});
