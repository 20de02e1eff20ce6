import { high } from '../../scoring/shape.ts';
import { calendarParts, noMeetings, ratioOf, unknownAttendeesNote } from '../calendar-reading.ts';
import { percent } from '../phrases.ts';
import { notConnected, notes, partlyMeasured, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

/** Shorter meetings need no page. */
const MINUTES_WORTH_WRITING = 25;

export const writtenTrace = {
  meta: {
    id: 'P2.1',
    title: 'Written trace of meetings',
    construct: 'P2',
    unit: 'ratio',
    shape: high(0.2, 0.8),
    grade: 'D',
    weight: 1,
    formula: 'meetings of 25 min or more with a linked document / such meetings of which it is known',
    reference: 'METHOD 1 P2.1; handbook-first asks for the page before the talk [R13]',
    source: 'calendar (template meetings) with has_document',
    requires: ['meetings'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: measureWrittenTrace,
} as const satisfies SignalUnit;

export function measureWrittenTrace({ facts }: SignalInput) {
  const calendar = facts.meetings();
  const long = calendar.meetings.filter(({ span }) => span[1] - span[0] >= MINUTES_WORTH_WRITING * 60_000);
  if (long.length === 0) return noMeetings(calendar);
  const known = long.filter((m) => m.meeting.hasDocument !== null);
  if (known.length === 0) return notConnected('The calendar does not say which meetings have a document.');
  const rows = known.map(({ meeting }) => ({
    person: meeting.organizer,
    numerator: meeting.hasDocument === true ? 1 : 0,
    denominator: 1,
  }));
  const value = ratioOf(rows) ?? 0;
  return partlyMeasured({
    ...calendarParts(facts, known),
    people: new Set(known.flatMap((m) => m.people)).size,
    coverage: known.length / long.length,
    value,
    words: `${percent(value)} of meetings of 25 minutes or more have a document`,
    note: notes(
      wilsonNote(rows.filter((r) => r.numerator === 1).length, rows.length, 'meetings'),
      'A document is linked; whether it was edited within a day is not known.',
      unknownAttendeesNote(calendar),
    ),
    sample: { kind: 'ratio', rows },
  });
}
