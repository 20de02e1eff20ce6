import { low } from '../../scoring/shape.ts';
import { ratioOf } from '../calendar-reading.ts';
import { ageInDays, livePages } from '../document-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, notApplicable, notConnected, notes, partlyMeasured, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

const READERS = 3;

export const writeReadImbalance = {
  meta: {
    id: 'C2.4',
    title: 'Written but not read',
    construct: 'C2',
    unit: 'ratio',
    shape: low(0.2, 0.7),
    grade: 'D',
    weight: 1,
    formula: 'pages created 30 to 120 days ago with fewer than 3 viewers in 90 days / such pages',
    reference: 'METHOD 1 C2.4, Annex A (asks for readers other than the author)',
    source: 'wiki (template documents) with created and viewers_90d',
    requires: ['documents'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: (input: SignalInput) => {
    const { end } = input.snapshot.period;
    const pages = livePages(input);
    if (pages.every((d) => d.created === null)) return notConnected('No document says when it was created.');
    const recent = pages.filter((d) => {
      const age = ageInDays(d.created, end);
      return age !== null && age >= 30 && age <= 120;
    });
    if (recent.length === 0) return notApplicable('No page was created 30 to 120 days before the end of the period.');
    const known = recent.filter((d) => d.viewers90d !== null);
    if (known.length === 0) return notConnected('No document says how many people opened it.');
    const rows = known.map((d) => ({
      person: d.owner,
      numerator: (d.viewers90d ?? 0) < READERS ? 1 : 0,
      denominator: 1,
    }));
    const value = ratioOf(rows) ?? 0;
    return partlyMeasured({
      value,
      coverage: known.length / recent.length,
      reliability: input.facts.reliability('documents'),
      words: `${percent(value)} of new pages had fewer than ${READERS} readers`,
      note: notes(
        wilsonNote(rows.filter((r) => r.numerator === 1).length, rows.length, 'pages'),
        'The author may be among the viewers.',
      ),
      evidence: evidenceOf(known),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;
