import { low } from '../../scoring/shape.ts';
import { livePages } from '../document-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notApplicable, notConnected, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

const MOST_EDITS = 0.8;

export const busFactor = {
  meta: {
    id: 'D4.2',
    title: 'Pages that one person keeps',
    construct: 'D4',
    unit: 'ratio',
    shape: low(0.15, 0.6),
    grade: 'D',
    weight: 1,
    formula:
      'pages marked critical with at least 80 % of edits by one person / pages marked critical whose editors are known',
    reference: 'METHOD 1 D4.2, Annex A; which pages are critical is declared, never inferred',
    source: 'edit history of the wiki (template documents) with critical and top_editor_share',
    requires: ['documents'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: (input: SignalInput) => {
    const pages = livePages(input);
    if (pages.every((d) => d.critical === null)) return notConnected('No document is marked as critical or not.');
    const critical = pages.filter((d) => d.critical === true);
    if (critical.length === 0) return notApplicable('No page is marked as critical.');
    const known = critical.filter((d) => d.topEditorShare !== null);
    if (known.length === 0) return notConnected('No critical page tells how its edits are spread over people.');
    const rows = known.map((d) => ({
      person: d.owner,
      numerator: (d.topEditorShare ?? 0) >= MOST_EDITS ? 1 : 0,
      denominator: 1,
    }));
    const kept = rows.filter((r) => r.numerator === 1).length;
    const value = kept / known.length;
    return measured({
      value,
      coverage: known.length / critical.length,
      reliability: input.facts.reliability('documents'),
      words: `${percent(value)} of critical pages are kept by one person`,
      note: wilsonNote(kept, known.length, 'critical pages'),
      evidence: evidenceOf(known),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;
