import { describe, expect, it } from 'vitest';
import {
  clip,
  focusTime,
  gapsIn,
  lengthOf,
  type Stretch,
  unionOf,
} from '../../../../src/analysis/scoring/intervals.ts';
import { fullIsoWeeks, mondayOf, weekdaysAfter } from '../../../../src/analysis/scoring/iso-weeks.ts';
import { workCalendar } from '../../../../src/analysis/scoring/work-calendar.ts';
import {
  commonWorkingHours,
  localDay,
  offsetHours,
  workdayOf,
  workingHoursBetween,
} from '../../../../src/analysis/scoring/working-hours.ts';

const HOUR = 3_600_000;

describe('meetings as intervals', () => {
  it('merges a double booking: 10-11 and 10:30-11:30 is 1.5 h, not 2', () => {
    expect(
      lengthOf(
        unionOf([
          [10, 11],
          [10.5, 11.5],
        ]),
      ),
    ).toBe(1.5);
  });

  it('finds one focus block of 2.5 h between 10-10:30, 13-14 and 15:30-16 in a day of 9 to 17', () => {
    // gaps 1, 2.5, 1.5, 1; free 6 h; only one is 2 h or longer
    const meetings: Stretch[] = [
      [13, 14],
      [10, 10.5],
      [15.5, 16],
    ];
    expect(lengthOf(gapsIn([9, 17], meetings))).toBe(6);
    expect(focusTime([9, 17], meetings, 2)).toBe(2.5);
  });

  it('counts a free day whole, a blocked day as nothing, and ignores what lies outside', () => {
    expect(focusTime([9, 17], [], 2)).toBe(8);
    expect(focusTime([9, 17], [[8, 18]], 2)).toBe(0);
    expect(focusTime([9, 17], [[18, 20]], 2)).toBe(8);
    expect(clip([[8, 10]], [9, 17])).toEqual([[9, 10]]);
  });
});

describe('full ISO weeks', () => {
  it('third quarter 2026: Monday 6 July to Sunday 27 September, 12 weeks', () => {
    expect(fullIsoWeeks({ start: '2026-07-01', end: '2026-09-30' })).toEqual({
      weeks: 12,
      start: '2026-07-06',
      end: '2026-09-27',
    });
  });

  it('a period that is one week counts whole; one day less leaves none', () => {
    expect(fullIsoWeeks({ start: '2026-07-06', end: '2026-07-12' }).weeks).toBe(1);
    expect(fullIsoWeeks({ start: '2026-07-06', end: '2026-07-11' })).toEqual({ weeks: 0, start: null, end: null });
    expect(fullIsoWeeks({ start: '2026-07-07', end: '2026-07-12' }).weeks).toBe(0);
  });

  it('crosses a year', () => {
    expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  });
});

describe('weekdays after a day', () => {
  it('same day 0, Friday to Monday 1, one week 5', () => {
    expect(weekdaysAfter('2026-07-10', '2026-07-10')).toBe(0);
    expect(weekdaysAfter('2026-07-10', '2026-07-13')).toBe(1);
    expect(weekdaysAfter('2026-07-08', '2026-07-15')).toBe(5);
  });

  it('Saturday to Sunday is no working day, Saturday to Tuesday two', () => {
    expect(weekdaysAfter('2026-07-11', '2026-07-12')).toBe(0);
    expect(weekdaysAfter('2026-07-11', '2026-07-14')).toBe(2);
  });

  it('an end before the start is 0', () => {
    expect(weekdaysAfter('2026-07-10', '2026-07-01')).toBe(0);
  });
});

describe('working hours in the recipient’s calendar', () => {
  it('Friday 16:00 to Monday 10:00 is 2 h of work and 66 h on the clock', () => {
    const [sent, replied] = [Date.parse('2026-07-10T16:00:00Z'), Date.parse('2026-07-13T10:00:00Z')];
    expect((replied - sent) / HOUR).toBe(66);
    expect(workingHoursBetween(sent, replied, 'UTC')).toBe(2);
  });

  it('the same in Berlin across the clock change of 29 March 2026: 65 h on the clock, still 2 h of work', () => {
    // Friday 27 March 16:00 CET = 15:00Z; Monday 30 March 10:00 CEST = 08:00Z
    const [sent, replied] = [Date.parse('2026-03-27T15:00:00Z'), Date.parse('2026-03-30T08:00:00Z')];
    expect((replied - sent) / HOUR).toBe(65);
    expect(workingHoursBetween(sent, replied, 'Europe/Berlin')).toBe(2);
  });

  it('a question at night waits for the morning', () => {
    expect(workingHoursBetween(Date.parse('2026-07-07T22:00:00Z'), Date.parse('2026-07-08T09:30:00Z'), 'UTC')).toBe(
      0.5,
    );
  });

  it('the working day moves in UTC with the clock: 9:00 in Berlin is 8:00Z on 27 March and 7:00Z on 30 March 2026', () => {
    expect(workdayOf('2026-03-27', 'Europe/Berlin')?.[0]).toBe(Date.parse('2026-03-27T08:00:00Z'));
    expect(workdayOf('2026-03-30', 'Europe/Berlin')?.[0]).toBe(Date.parse('2026-03-30T07:00:00Z'));
    expect(workdayOf('2026-03-29', 'Europe/Berlin')).toBeNull();
  });

  it('a meeting fixed in UTC falls outside somebody’s hours after the change', () => {
    const span = (day: string): Stretch => [Date.parse(`${day}T15:00:00Z`), Date.parse(`${day}T16:00:00Z`)];
    expect(workCalendar().isInside(span('2026-03-27'), 'Europe/Berlin')).toBe(true); // 16-17 CET
    expect(workCalendar().isInside(span('2026-03-30'), 'Europe/Berlin')).toBe(false); // 17-18 CEST
  });

  it('days are local', () => {
    expect(localDay(Date.parse('2026-07-05T22:30:00Z'), 'Europe/Berlin')).toBe('2026-07-06');
  });
});

describe('common working hours', () => {
  it('8 minus the difference around the clock', () => {
    const pairs = [
      [0, 5],
      [0, 9],
      [-5, 1],
      [-11, 12],
    ] as const;
    expect(pairs.map(([a, b]) => commonWorkingHours(a, b))).toEqual([3, 0, 2, 7]);
  });

  it('London and New York are 4 h apart for two weeks in March, else 5', () => {
    const apart = (day: string) => {
      const at = Date.parse(`${day}T12:00:00Z`);
      return commonWorkingHours(offsetHours(at, 'Europe/London'), offsetHours(at, 'America/New_York'));
    };
    expect(apart('2026-03-02')).toBe(3);
    expect(apart('2026-03-16')).toBe(4);
    expect(apart('2026-04-06')).toBe(3);
  });
});
