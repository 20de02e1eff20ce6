import { low } from '../../scoring/shape.ts';
import { ratioOf } from '../calendar-reading.ts';
import { ageInDays, livePages } from '../document-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, notApplicable, notConnected, notes, partlyMeasured, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

const SETTLED_DAYS = 180;

export const orphanPages = {
  meta: {
    id: 'C2.1',
    title: 'Pages that nobody opens',
    construct: 'C2',
    unit: 'ratio',
    shape: low(0.2, 0.7),
    grade: 'D',
    weight: 1,
    formula: 'pages older than 180 days without a viewer in 90 days / pages of that age whose viewers are known',
    reference: 'METHOD 1 C2.1, Annex A (asks for 180 days of views)',
    source: 'wiki (template documents) with created and viewers_90d',
    requires: ['documents'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: (input: SignalInput) => {
    const pages = livePages(input).filter((d) => d.created !== null);
    if (pages.length === 0) return notConnected('No document says when it was created.');
    const old = pages.filter((d) => (ageInDays(d.created, input.snapshot.period.end) ?? 0) > SETTLED_DAYS);
    if (old.length === 0) return notApplicable('No page is older than half a year.');
    const known = old.filter((d) => d.viewers90d !== null);
    if (known.length === 0) return notConnected('No document says how many people opened it.');
    const rows = known.map((d) => ({ person: d.owner, numerator: d.viewers90d === 0 ? 1 : 0, denominator: 1 }));
    const value = ratioOf(rows) ?? 0;
    return partlyMeasured({
      value,
      coverage: known.length / old.length,
      reliability: input.facts.reliability('documents'),
      words: `${percent(value)} of pages older than half a year were opened by nobody in the last 90 days`,
      note: notes(
        wilsonNote(rows.filter((r) => r.numerator === 1).length, rows.length, 'pages'),
        'Viewers are counted over 90 days instead of 180, so the share is a ceiling.',
      ),
      evidence: evidenceOf(known),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;
