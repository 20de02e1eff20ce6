import { high } from '../../scoring/shape.ts';
import { ratioOf } from '../calendar-reading.ts';
import { deciderOf, recordsInWindow, tooFewRecords } from '../decision-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notApplicable, notConnected, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const asynchronousDecisions = {
  meta: {
    id: 'P5.6',
    title: 'Decisions without a meeting',
    construct: 'P5',
    unit: 'ratio',
    shape: high(0.1, 0.6),
    grade: 'D',
    weight: 1,
    formula:
      'records decided without a meeting linked between proposal and decision / records decided of which it is known',
    reference: 'METHOD 1 P5.6',
    source: 'decision records (template decisions) with in_meeting',
    requires: ['decisions'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) => {
    const records = recordsInWindow(input);
    const { end } = input.snapshot.period;
    const decided = records.filter((r) => r.decided !== null && r.decided <= end);
    if (records.length > 0 && decided.length === 0)
      return notApplicable('No decision of the window has been made yet.');
    const known = decided.filter((r) => r.inMeeting !== null);
    if (decided.length > 0 && known.length === 0) return notConnected('The decision records do not link meetings.');
    const few = tooFewRecords(known);
    if (few !== null) return few;
    const rows = known.map((r) => ({ person: deciderOf(r), numerator: r.inMeeting ? 0 : 1, denominator: 1 }));
    const value = ratioOf(rows) ?? 0;
    return measured({
      value,
      coverage: known.length / decided.length,
      reliability: input.facts.reliability('decisions'),
      words: `${percent(value)} of decisions are made without a meeting`,
      note: wilsonNote(rows.filter((r) => r.numerator === 1).length, rows.length, 'decisions'),
      evidence: evidenceOf(known),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;
