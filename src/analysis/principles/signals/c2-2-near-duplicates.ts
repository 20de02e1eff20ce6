import { low } from '../../scoring/shape.ts';
import { livePages } from '../document-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const nearDuplicates = {
  meta: {
    id: 'C2.2',
    title: 'Near-duplicate pages',
    construct: 'C2',
    unit: 'ratio',
    shape: low(0.02, 0.2),
    grade: 'D',
    weight: 1,
    formula: 'pages in a cluster with 5-shingle similarity of 0.8 or more, beyond the first / pages compared',
    reference: 'METHOD 1 C2.2, Annex A',
    source: 'wiki that compares pages in place (template documents) with near_duplicate',
    requires: ['documents'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: (input: SignalInput) => {
    const pages = livePages(input);
    const known = pages.filter((d) => d.nearDuplicate !== null);
    if (known.length === 0) return notConnected('No source compares the text of pages.');
    const rows = known.map((d) => ({ person: d.owner, numerator: d.nearDuplicate ? 1 : 0, denominator: 1 }));
    const copies = rows.filter((r) => r.numerator === 1).length;
    const value = copies / known.length;
    return measured({
      value,
      coverage: known.length / pages.length,
      reliability: input.facts.reliability('documents'),
      words: `${percent(value)} of pages say nearly the same as another`,
      note: wilsonNote(copies, known.length, 'pages'),
      evidence: evidenceOf(known),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;
