import { describe, expect, it } from 'vitest';
import { responseWindow } from '../../../../../src/analysis/principles/signals/p1-4-response-window.ts';
import type { Snapshot } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read, tenPeople } from '../../../../support/signal-input.ts';
import { emptySnapshot, span, withPeople } from '../../../../support/snapshot.ts';

/** Asked of each of these people at the same times, in UTC; Berlin is two hours ahead. */
function ask(snapshot: Snapshot, recipients: readonly number[], asked: string, answered: string | null): Snapshot {
  return withRows(
    snapshot,
    'responses',
    recipients.map((recipient) => ({ asked, answered, recipient, channel: null })),
  );
}

const people = tenPeople(emptySnapshot());

describe('P1.4 response window', () => {
  it('takes the median on the calendar of the recipient', () => {
    // Friday 16:00 to Monday 10:00 in Berlin: 1 + 1 = 2 working hours, of clock hours 66
    const weekend = ask(people, span(0, 4), '2026-07-10T14:00:00Z', '2026-07-13T08:00:00Z');
    // Tuesday 10:00 to 15:00: 5 h. Five of ten have ended at 2 h, so half is reached there
    const all = ask(weekend, span(5, 9), '2026-07-14T08:00:00Z', '2026-07-14T13:00:00Z');
    const reading = read(responseWindow, all);
    expect(reading).toMatchObject({ state: 'measured', value: 2, coverage: 1, people: 10, dominance: 0.1 });
    expect(reading.windowCoverage).toBeCloseTo(2 / 12, 9); // five records a week on average: the two filled weeks count
    expect(reading.words).toBe('half of the questions are answered within 2 working hours');
    expect(reading.note).toBe('10 questions, 0 of them still open at the end of the period.');
  });

  it('follows the time zone of the person, not of the organisation', () => {
    const abroad = withPeople(emptySnapshot(), 'Studio', 10, { timeZone: 'America/New_York' });
    // 08:00Z is 4:00 in New York: the working day from 9:00 (13:00Z) to 14:00Z is 1 h
    expect(read(responseWindow, ask(abroad, span(0, 9), '2026-07-14T08:00:00Z', '2026-07-14T14:00:00Z')).value).toBe(1);
  });

  it('keeps open ones: those answered at 1 and 2 h, open since 3 h, answered at 4 h, open since 6 h give 4 h', () => {
    // Wednesday 30 September is the last day of the period but lies after its full weeks: asked on Friday the 25th.
    const end = (hours: number) => `2026-09-25T${String(7 + hours).padStart(2, '0')}:00:00Z`;
    const asked = '2026-09-25T07:00:00Z'; // 9:00 in Berlin
    let snapshot = ask(people, [0, 1], asked, end(1));
    snapshot = ask(snapshot, [2, 3], asked, end(2));
    // open: censored on 30 September, 17:00: 8 h on four working days, later than every answer
    snapshot = ask(snapshot, [4, 5], asked, null);
    snapshot = ask(snapshot, [6, 7], asked, end(4));
    snapshot = ask(snapshot, [8, 9], asked, '2026-10-01T08:00:00Z'); // after the period: still open at its end
    // 8/10 at 1 h, 6/10 at 2 h, 4/10 at 4 h
    const reading = read(responseWindow, snapshot);
    expect(reading.value).toBe(4);
    expect(reading.note).toContain('10 questions, 4 of them still open');
  });

  it('is told but not scored where too many are open', () => {
    const some = ask(people, span(0, 3), '2026-07-14T08:00:00Z', '2026-07-14T09:00:00Z');
    const reading = read(responseWindow, ask(some, span(4, 9), '2026-07-14T08:00:00Z', null));
    expect(reading).toMatchObject({ state: 'measured-partial', value: null, unscored: true });
    expect(reading.words).toContain('too many questions are still open');
  });

  it('the window goes by the day of the recipient: Sunday 23:30 in Berlin is out, Monday 0:30 is in', () => {
    const sunday = ask(people, span(0, 9), '2026-07-05T21:30:00Z', '2026-07-06T08:00:00Z');
    expect(read(responseWindow, sunday).state).toBe('stale');
    // 9:00 to 10:00 on Monday: 1 h
    const monday = ask(people, span(0, 9), '2026-07-05T22:30:00Z', '2026-07-06T08:00:00Z');
    expect(read(responseWindow, monday).value).toBe(1);
    // Monday 02:00Z is still Sunday in New York; Monday 02:00Z after the last Sunday is still that Sunday
    const abroad = withPeople(emptySnapshot(), 'Studio', 10, { timeZone: 'America/New_York' });
    expect(read(responseWindow, ask(abroad, span(0, 9), '2026-07-06T02:00:00Z', null)).state).toBe('stale');
    const last = ask(abroad, span(0, 9), '2026-09-28T02:00:00Z', '2026-09-28T15:00:00Z');
    expect(read(responseWindow, last).value).toBe(2); // 9:00 to 11:00
    const tooLate = ask(people, span(0, 9), '2026-09-27T22:00:00Z', null); // Monday 0:00 in Berlin
    expect(read(responseWindow, tooLate).state).toBe('stale');
  });

  it('leaves out and tells people out of scope and answers before the question', () => {
    const guests = withPeople(people, null, 1, { listed: false });
    let snapshot = ask(guests, span(0, 10), '2026-07-14T08:00:00Z', '2026-07-14T09:00:00Z');
    snapshot = ask(snapshot, [0], '2026-07-14T08:00:00Z', '2026-07-13T08:00:00Z');
    const reading = read(responseWindow, snapshot);
    expect(reading).toMatchObject({ value: 1, people: 10 });
    expect(reading.note).toContain('1 to people out of scope are left out. 1 answered before they were asked');
    const onlyGuests = ask(guests, [10], '2026-07-14T08:00:00Z', null);
    expect(read(responseWindow, onlyGuests).state).toBe('not-connected');
  });

  it('resamples people: whoever is drawn brings all of their answers', () => {
    let snapshot = ask(people, span(0, 4), '2026-07-14T08:00:00Z', '2026-07-14T09:00:00Z');
    snapshot = ask(snapshot, span(5, 9), '2026-07-14T08:00:00Z', '2026-07-14T12:00:00Z');
    const { sample } = read(responseWindow, snapshot);
    if (sample?.kind !== 'statistic') throw new Error('no statistic');
    expect(sample.people).toEqual(span(0, 9));
    expect(sample.evaluate([0, 0, 0, 0, 1, 1, 1, 1, 1, 1])).toBe(4);
  });

  it('is withheld where ten people are not reached or one is asked over 40 % of all', () => {
    const nine = withPeople(emptySnapshot(), 'Studio', 9);
    expect(read(responseWindow, ask(nine, span(0, 8), '2026-07-14T08:00:00Z', null)).state).toBe('suppressed');
    const one = ask(
      people,
      [...span(0, 9), ...span(1, 7).map(() => 0)],
      '2026-07-14T08:00:00Z',
      '2026-07-14T09:00:00Z',
    );
    expect(read(responseWindow, one).state).toBe('suppressed'); // 8 of 17
  });

  it('names what is missing', () => {
    expect(read(responseWindow, people)).toMatchObject({ state: 'not-connected', value: null });
    expect(read(responseWindow, people).words).toContain('response times are missing');
    const listless = ask(emptySnapshot(), [0], '2026-07-14T08:00:00Z', null);
    expect(read(responseWindow, listless).words).toContain('people list is missing');
  });
});
