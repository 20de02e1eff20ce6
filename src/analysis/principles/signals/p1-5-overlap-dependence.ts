import { low } from '../../scoring/shape.ts';
import { calendarParts, noMeetings, ratioOf, unknownAttendeesNote } from '../calendar-reading.ts';
import { percent } from '../phrases.ts';
import { measured, notes, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const overlapDependence = {
  meta: {
    id: 'P1.5',
    title: 'Overlap dependence',
    construct: 'P1',
    unit: 'ratio',
    shape: low(0.02, 0.2),
    grade: 'A',
    weight: 1,
    formula:
      'meetings that lie outside the working hours of at least one attendee / meetings with at least two attendees',
    reference: 'METHOD 1 P1.5; one more hour of distance cut synchronous contact about 11 % [R9, R11]',
    source: 'calendar (template meetings) and people list with time zones',
    requires: ['meetings', 'people'],
    privacy: 'collaboration',
    personDay: true,
    windowed: true,
  },
  measure: ({ facts, snapshot }: SignalInput) => {
    const calendar = facts.meetings();
    const meetings = calendar.meetings.filter((m) => m.people.some((p) => facts.inPopulation.has(p)));
    if (meetings.length === 0) return noMeetings(calendar);
    const rows = meetings.map(({ people, span, meeting }) => {
      const zones = new Set(people.filter((p) => facts.inPopulation.has(p)).map(facts.zoneOf));
      const outside = [...zones].some((zone) => !facts.calendar.isInside(span, zone));
      return { person: meeting.organizer, numerator: outside ? 1 : 0, denominator: 1 };
    });
    const value = ratioOf(rows) ?? 0;
    const zonesGiven = facts.population.some((p) => snapshot.people[p]?.timeZone != null);
    const reading = measured({
      ...calendarParts(facts, meetings),
      value,
      words: `${percent(value)} of meetings fall outside somebody’s working hours`,
      note: notes(
        wilsonNote(rows.filter((r) => r.numerator === 1).length, rows.length, 'meetings'),
        zonesGiven ? null : 'The people list has no time zones; the organisation’s is used for everybody.',
        unknownAttendeesNote(calendar),
      ),
      sample: { kind: 'ratio', rows },
    });
    return zonesGiven ? reading : { ...reading, state: 'measured-partial' as const };
  },
} as const satisfies SignalUnit;
