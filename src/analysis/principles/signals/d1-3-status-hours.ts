import { low } from '../../scoring/shape.ts';
import { calendarParts, hoursPerPersonWeek, noMeetings, ratioOf } from '../calendar-reading.ts';
import { personHours } from '../meeting-facts.ts';
import { figure } from '../phrases.ts';
import { measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { isStatusMeeting, statusSeries } from '../status-meetings.ts';

export const statusHours = {
  meta: {
    id: 'D1.3',
    title: 'Recurring status hours',
    construct: 'D1',
    unit: 'h/person-week',
    shape: low(1, 5),
    grade: 'D',
    weight: 1,
    formula:
      'person-hours of series with at least 4 attendees, 4 occurrences and no document / (people in scope x weeks)',
    reference: 'METHOD 1 D1.3, Annex A, 6a.9',
    source: 'calendar (template meetings) with recurring and has_document, and people list',
    requires: ['meetings', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: ({ facts }: SignalInput) => {
    const calendar = facts.meetings();
    if (calendar.meetings.length === 0) return noMeetings(calendar);
    const known = calendar.meetings.filter((m) => isStatusMeeting(m) !== null);
    if (known.length === 0) return notConnected('The calendar does not say which meetings recur and have a document.');
    const series = statusSeries(known);
    const rows = hoursPerPersonWeek(facts.population, personHours(series, facts.inPopulation), calendar.weeks.length);
    const value = ratioOf(rows) ?? 0;
    const parts = calendarParts(facts, series);
    return measured({
      ...parts,
      coverage: parts.coverage * (known.length / calendar.meetings.length),
      value,
      words: `${figure(value)} hours a week for each person in recurring rounds without a document`,
      note: `${series.length} of ${known.length} meetings belong to such a series.`,
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;
