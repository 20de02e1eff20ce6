import { low } from '../../scoring/shape.ts';
import {
  calendarParts,
  hoursPerPersonWeek,
  largestShare,
  noMeetings,
  ratioOf,
  unknownAttendeesNote,
} from '../calendar-reading.ts';
import { hoursByPerson } from '../meeting-facts.ts';
import { figure } from '../phrases.ts';
import { notes, partlyMeasured } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

/** METHOD 1: more than half of all calls have no invitation, so a calendar alone is worth 0.6. */
const CALENDAR_ONLY = 0.6;

export const meetingLoad = {
  meta: {
    id: 'P1.1',
    title: 'Meeting load',
    construct: 'P1',
    unit: 'h/person-week',
    shape: low(8, 20),
    grade: 'C',
    weight: 1,
    formula:
      'hours in the union of meetings with at least two attendees, summed over people / (people in scope x weeks)',
    reference: 'METHOD 1 P1.1, 6a.9; guideline 4.5-8 h [R4], executives near 23 h [R7]',
    source: 'calendar (template meetings) and people list',
    requires: ['meetings', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: ({ facts }: SignalInput) => {
    const calendar = facts.meetings();
    if (calendar.meetings.length === 0) return noMeetings(calendar);
    const hours = hoursByPerson(calendar.meetings, facts.inPopulation);
    const rows = hoursPerPersonWeek(facts.population, hours, calendar.weeks.length);
    const value = ratioOf(rows) ?? 0;
    const parts = calendarParts(facts, calendar.meetings);
    return partlyMeasured({
      ...parts,
      value,
      reliability: Math.min(CALENDAR_ONLY, parts.reliability),
      words: `${figure(value)} meeting hours a week for each person`,
      note: notes(
        `${calendar.meetings.length} meetings, ${facts.population.length} people, ${calendar.weeks.length} weeks.`,
        'Calls without an invitation are not seen.',
        unknownAttendeesNote(calendar),
      ),
      dominance: largestShare(hours.values()),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;
