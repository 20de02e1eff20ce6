import { addDays } from '../../../util/day-arithmetic.ts';
import { focusTime, lengthOf, type Stretch, unionOf } from '../../scoring/intervals.ts';
import { high } from '../../scoring/shape.ts';
import type { WorkCalendar } from '../../scoring/work-calendar.ts';
import { calendarParts, ratioOf } from '../calendar-reading.ts';
import { spansByPerson } from '../meeting-facts.ts';
import { percent } from '../phrases.ts';
import { measured, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

const HOUR = 3_600_000;
const FOCUS_BLOCK_HOURS = 2;

export const focusShare = {
  meta: {
    id: 'P1.2',
    title: 'Focus share',
    construct: 'P1',
    unit: 'ratio',
    shape: high(0.2, 0.45),
    grade: 'C',
    weight: 1,
    formula:
      'hours in free blocks of at least 2 h inside the working day / working hours, over people seen in a calendar',
    reference: 'METHOD 1 P1.2; 3.5 h of 8 h [R4]; direction: uninterrupted hours and output [R8]',
    source: 'calendar (template meetings) and people list',
    requires: ['meetings', 'people'],
    privacy: 'collaboration',
    personDay: true,
    windowed: true,
  },
  measure: ({ facts, snapshot }: SignalInput) => {
    const calendar = facts.meetings();
    if (calendar.seen.size === 0) return stale('No calendar entry of a person in scope in the window.');
    const workdays = workdaysByZone(calendar.weeks, facts.calendar);
    const rows = [...spansByPerson(calendar.entries, facts.inPopulation)].map(([person, busy]) => {
      const { start, end } = snapshot.people[person] ?? { start: null, end: null };
      const days = workdays(facts.zoneOf(person)).filter(
        ({ day }) => (start === null || day >= start) && (end === null || day <= end),
      );
      return {
        person,
        ...focusOf(
          days.map(({ stretch }) => stretch),
          busy,
        ),
      };
    });
    const value = ratioOf(rows);
    if (value === null) return stale('Nobody in scope has a working day in the weeks that the calendar covers.');
    return measured({
      ...calendarParts(facts, calendar.entries),
      value,
      words: `${percent(value)} of working time lies in free blocks of two hours or more`,
      note: 'Working time 9 to 17 on weekdays in each person’s own zone; private entries count as busy.',
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;

/** Workdays rise and so do merged busy stretches, so one walk meets them all. */
function focusOf(workdays: readonly Stretch[], busy: readonly Stretch[]) {
  const merged = unionOf(busy);
  let next = 0;
  let focus = 0;
  for (const day of workdays) {
    while (next < merged.length && (merged[next]?.[1] ?? 0) <= day[0]) next += 1;
    let last = next;
    while (last < merged.length && (merged[last]?.[0] ?? 0) < day[1]) last += 1;
    focus += focusTime(day, merged.slice(next, last), FOCUS_BLOCK_HOURS * HOUR);
  }
  return { numerator: focus / HOUR, denominator: lengthOf(workdays) / HOUR };
}

/** Working days of the covered weeks, worked out once for each zone. */
function workdaysByZone(mondays: readonly string[], calendar: WorkCalendar) {
  const known = new Map<string, readonly { readonly day: string; readonly stretch: Stretch }[]>();
  return (zone: string) => {
    const seen = known.get(zone);
    if (seen !== undefined) return seen;
    const days = mondays
      .flatMap((monday) => [0, 1, 2, 3, 4].map((i) => addDays(monday, i)))
      .flatMap((day) => {
        const stretch = calendar.workday(day, zone);
        return stretch === null ? [] : [{ day, stretch }];
      });
    known.set(zone, days);
    return days;
  };
}
