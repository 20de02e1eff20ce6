import { low } from '../../scoring/shape.ts';
import { calendarParts, noMeetings, ratioOf } from '../calendar-reading.ts';
import { personHours } from '../meeting-facts.ts';
import { percent } from '../phrases.ts';
import { measured, notConnected, notes } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { isStatusMeeting } from '../status-meetings.ts';

export const presenceWeight = {
  meta: {
    id: 'P3.4',
    title: 'Hours in status meetings',
    construct: 'P3',
    unit: 'ratio',
    shape: low(0.1, 0.4),
    grade: 'D',
    weight: 1,
    formula:
      'person-hours in recurring meetings of at least 4 people without a document / person-hours in meetings of which it is known',
    reference: 'METHOD 1 P3.4, 6a.9',
    source: 'calendar (template meetings) with recurring and has_document, and people list',
    requires: ['meetings', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: ({ facts }: SignalInput) => {
    const { meetings } = facts.meetings();
    if (meetings.length === 0) return noMeetings(facts.meetings());
    const known = meetings.filter((m) => isStatusMeeting(m) !== null);
    const all = personHours(known, facts.inPopulation);
    const status = personHours(
      known.filter((m) => isStatusMeeting(m) === true),
      facts.inPopulation,
    );
    const rows = [...all].map(([person, hours]) => ({
      person,
      numerator: status.get(person) ?? 0,
      denominator: hours,
    }));
    const value = ratioOf(rows);
    if (value === null) return notConnected('The calendar does not say which meetings recur and have a document.');
    const parts = calendarParts(facts, known);
    return measured({
      ...parts,
      coverage: parts.coverage * (known.length / meetings.length),
      value,
      words: `${percent(value)} of meeting hours go into recurring rounds without a document`,
      note: notes(
        `${known.length} of ${meetings.length} meetings say whether they recur and have a document.`,
        'Such a round is taken for a status meeting.',
      ),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;
