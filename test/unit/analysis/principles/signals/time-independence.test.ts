import { describe, expect, it } from 'vitest';
import { meetingLoad } from '../../../../../src/analysis/principles/signals/p1-1-meeting-load.ts';
import { focusShare } from '../../../../../src/analysis/principles/signals/p1-2-focus-share.ts';
import { afterHoursShare } from '../../../../../src/analysis/principles/signals/p1-3-after-hours.ts';
import { overlapDependence } from '../../../../../src/analysis/principles/signals/p1-5-overlap-dependence.ts';
import { progressWithoutOverlap } from '../../../../../src/analysis/principles/signals/p1-6-progress-without-overlap.ts';
import { read, tenPeople, withItem, withMeeting, withMessages } from '../../../../support/signal-input.ts';
import { emptySnapshot, span, withPeople } from '../../../../support/snapshot.ts';

const everybody = span(0, 9);
const tuesday = '2026-07-07';

describe('P1.1 meeting load', () => {
  it('adds person-hours over people and weeks: 10 x 6 h / (10 x 12) = .5', () => {
    const snapshot = withMeeting(tenPeople(emptySnapshot()), tuesday, ['08:00', '14:00'], everybody);
    const reading = read(meetingLoad, snapshot);
    expect(reading.value).toBeCloseTo(0.5, 9);
    expect(reading).toMatchObject({ state: 'measured-partial', reliability: 0.6, coverage: 1, windowCoverage: 1 });
    expect(reading.words).toBe('0.50 meeting hours a week for each person');
  });

  it('merges a double booking: 10:00-11:00 and 10:30-11:30 is 1.5 h of each person', () => {
    const once = withMeeting(tenPeople(emptySnapshot()), tuesday, ['10:00', '11:00'], everybody);
    const twice = withMeeting(once, tuesday, ['10:30', '11:30'], everybody);
    expect(read(meetingLoad, twice).value).toBeCloseTo((10 * 1.5) / 120, 9);
  });

  it('counts a guest for "at least two" and for nothing else; an entry alone is no meeting', () => {
    const people = withMeeting(tenPeople(emptySnapshot()), tuesday, ['08:00', '09:00'], everybody);
    const guest = withMeeting(people, tuesday, ['10:00', '11:00'], [0], { outsiders: 3 });
    const alone = withMeeting(guest, tuesday, ['12:00', '13:00'], [1]);
    expect(read(meetingLoad, alone).value).toBeCloseTo((10 + 1) / 120, 9);
  });

  it('leaves out days outside the full weeks, all-day entries and entries without attendees', () => {
    const counted = withMeeting(tenPeople(emptySnapshot()), tuesday, ['08:00', '09:00'], everybody);
    const before = withMeeting(counted, '2026-07-03', ['08:00', '09:00'], everybody);
    const allDay = withMeeting(before, tuesday, ['00:00', '09:00'], everybody, { end: '2026-07-08T00:00:00Z' });
    const unknown = withMeeting(allDay, tuesday, ['10:00', '11:00'], [0], { attendees: null });
    const reading = read(meetingLoad, unknown);
    expect(reading.value).toBeCloseTo(10 / 120, 9);
    expect(reading.note).toContain('1 of 2 entries do not say who attends');
  });

  it('leaves out weeks without a record where records are so dense that chance does not explain them', () => {
    let snapshot = tenPeople(emptySnapshot());
    for (const day of ['2026-07-06', '2026-07-07', '2026-07-08', '2026-07-09', '2026-07-10']) {
      snapshot = withMeeting(snapshot, day, ['08:00', '09:00'], everybody);
    }
    // five records in one week, none in eleven: 50 person-hours over 10 people and 1 week
    const reading = read(meetingLoad, snapshot);
    expect(reading.value).toBeCloseTo(5, 9);
    expect(reading.windowCoverage).toBeCloseTo(1 / 12, 9);
  });

  it('is withheld under ten people, and where one person makes up over 40 %', () => {
    const nine = withMeeting(withPeople(emptySnapshot(), 'Studio', 9), tuesday, ['08:00', '09:00'], span(0, 8));
    expect(read(meetingLoad, nine)).toMatchObject({ state: 'suppressed', value: null });
    let pairs = tenPeople(emptySnapshot());
    for (const other of span(1, 9)) pairs = withMeeting(pairs, `2026-07-${10 + other}`, ['08:00', '09:00'], [0, other]);
    expect(read(meetingLoad, pairs).state).toBe('suppressed'); // 9 of 18 person-hours are of person 0
  });

  it('needs the people list, and is stale when the calendar holds other times only', () => {
    const listless = withMeeting(emptySnapshot(), tuesday, ['08:00', '09:00'], everybody);
    expect(read(meetingLoad, listless).state).toBe('not-connected');
    const old = withMeeting(tenPeople(emptySnapshot()), '2026-03-03', ['08:00', '09:00'], everybody);
    expect(read(meetingLoad, old).state).toBe('stale');
  });

  it('counts people with data over people in scope, leavers before the window out of scope', () => {
    const staff = withPeople(tenPeople(emptySnapshot()), 'Sales', 10);
    const leavers = withPeople(staff, 'Sales', 5, { end: '2026-07-05' });
    const reading = read(meetingLoad, withMeeting(leavers, tuesday, ['08:00', '14:00'], everybody));
    expect(reading.coverage).toBe(0.5);
    expect(reading.value).toBeCloseTo(60 / (20 * 12), 9);
  });
});

describe('P1.2 focus share', () => {
  it('11:00-11:30 local cuts the day of 9 to 17 into 2 h and 5.5 h: 7.5 of 8 on that day, 60 workdays in all', () => {
    // Berlin is UTC+2: 09:00Z-09:30Z. (59 x 8 + 7.5) / (60 x 8) = 479.5/480
    const snapshot = withMeeting(tenPeople(emptySnapshot()), tuesday, ['09:00', '09:30'], everybody);
    const reading = read(focusShare, snapshot);
    expect(reading.value).toBeCloseTo(479.5 / 480, 9);
    expect(reading.state).toBe('measured');
  });

  it('three meetings leave one block of 2.5 h; private entries count as busy', () => {
    let snapshot = tenPeople(emptySnapshot());
    for (const hours of [
      ['08:00', '08:30'],
      ['13:30', '14:00'],
    ] as const) {
      snapshot = withMeeting(snapshot, tuesday, hours, everybody);
    }
    for (const person of everybody) snapshot = withMeeting(snapshot, tuesday, ['11:00', '12:00'], [person]);
    // dense records in one week: only that week is covered, 4 free days and 2.5 h: (32 + 2.5)/40
    expect(read(focusShare, snapshot).value).toBeCloseTo(34.5 / 40, 9);
  });

  it('asks for working days while employed only', () => {
    const joiners = tenPeople(emptySnapshot(), { start: '2026-09-21' });
    const snapshot = withMeeting(joiners, '2026-09-22', ['07:00', '15:00'], everybody);
    expect(read(focusShare, snapshot).value).toBeCloseTo(32 / 40, 9); // one of five days is full
  });
});

describe('P1.3 after-hours share', () => {
  it('30 of 200 messages; messages only, so partial', () => {
    const counts = { publicChannel: 100, privateChannel: 60, direct: 40, afterHours: 30 };
    const reading = read(afterHoursShare, withMessages(tenPeople(emptySnapshot()), counts));
    expect(reading.value).toBeCloseTo(0.15, 9);
    expect(reading).toMatchObject({ state: 'measured-partial', coverage: 1, people: 10 });
    expect(reading.windowCoverage).toBeCloseTo(1 / 12, 9);
  });

  it('leaves out weeks that do not count it', () => {
    const known = withMessages(tenPeople(emptySnapshot()), { publicChannel: 10, afterHours: 1 });
    const unknown = withMessages(known, { week: '2026-07-13', publicChannel: 990, afterHours: null });
    expect(read(afterHoursShare, unknown).value).toBeCloseTo(0.1, 9);
  });
});

describe('P1.5 overlap dependence', () => {
  it('one of two meetings lies outside the hours of a colleague in New York', () => {
    const berlin = withPeople(emptySnapshot(), 'Studio', 9, { timeZone: 'Europe/Berlin' });
    const both = withPeople(berlin, 'Studio', 1, { timeZone: 'America/New_York' });
    // 13:00-14:00Z is 15-16 in Berlin and 9-10 in New York; 08:00-09:00Z is 4-5 in New York
    const fits = withMeeting(both, tuesday, ['13:00', '14:00'], everybody);
    const reading = read(overlapDependence, withMeeting(fits, tuesday, ['08:00', '09:00'], everybody));
    expect(reading.value).toBe(0.5);
    expect(reading.state).toBe('measured');
    expect(reading.note).toContain('1 of 2 meetings');
  });

  it('is partial where the people list has no time zones', () => {
    const snapshot = withMeeting(tenPeople(emptySnapshot()), tuesday, ['08:00', '09:00'], everybody);
    expect(read(overlapDependence, snapshot)).toMatchObject({ state: 'measured-partial', value: 0 });
  });
});

describe('P1.6 progress without overlap', () => {
  const distant = () =>
    withPeople(withPeople(emptySnapshot(), 'Studio', 5, { timeZone: 'Europe/Berlin' }), 'Studio', 5, {
      timeZone: 'America/Los_Angeles',
    });

  it('three distant items of 2, 4 and 20 days; p75 of 2 4 4 20 is 8, so two of three are in time', () => {
    // type 7: position 2.25 between 4 and 20 -> 4 + .25 x 16 = 8
    let snapshot = distant();
    const pairs = [
      ['2026-07-08', [0, 5]],
      ['2026-07-10', [1, 6]],
      ['2026-07-26', [2, 7, 3, 8]],
      ['2026-07-10', [0, 1]],
    ] as const;
    for (const [closed, contributors] of pairs) {
      snapshot = withItem(snapshot, { closed, contributors: [...contributors] });
    }
    const reading = read(progressWithoutOverlap, snapshot);
    expect(reading.value).toBeCloseTo(2 / 3, 9);
    expect(reading.people).toBe(8);
  });

  it('an open item fails once it is older than the usual time, and is not judged before', () => {
    let snapshot = distant();
    for (const i of span(0, 4)) snapshot = withItem(snapshot, { closed: '2026-07-08', contributors: [i, i + 5] });
    snapshot = withItem(snapshot, { contributors: [0, 5] }); // 86 days open, usual is 2
    snapshot = withItem(snapshot, { contributors: [0, 5], started: '2026-09-29' });
    expect(read(progressWithoutOverlap, snapshot).value).toBeCloseTo(5 / 6, 9);
  });

  it('does not apply where working days overlap, and is not known without zones', () => {
    const near = withItem(tenPeople(emptySnapshot(), { timeZone: 'Europe/Berlin' }), { contributors: [0, 1] });
    expect(read(progressWithoutOverlap, near).state).toBe('not-applicable');
    const zoneless = withItem(tenPeople(emptySnapshot()), { contributors: [0, 1] });
    expect(read(progressWithoutOverlap, zoneless).state).toBe('not-connected');
  });
});
