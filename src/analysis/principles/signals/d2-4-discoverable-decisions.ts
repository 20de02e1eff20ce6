import type { Home, Snapshot } from '../../../model/snapshot.ts';
import { high } from '../../scoring/shape.ts';
import { ratioOf } from '../calendar-reading.ts';
import { deciderOf, recordsInWindow, tooFewRecords } from '../decision-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const discoverableDecisions = {
  meta: {
    id: 'D2.4',
    title: 'Decisions in their agreed home',
    construct: 'D2',
    unit: 'ratio',
    shape: high(0.3, 0.9),
    grade: 'D',
    weight: 1,
    formula: 'decision records in the declared home / decision records whose home is known',
    reference: 'METHOD 1 D2.4, Annex A',
    source: 'decision records (template decisions) with home, and declared homes (template homes)',
    requires: ['decisions', 'homes'],
    privacy: 'none',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) => {
    const declared = input.snapshot.homes.filter((h) => /^decisions?( records?)?$/i.test(h.objectType.trim()));
    if (declared.length === 0) return notConnected('No home is declared for decisions.');
    const records = recordsInWindow(input);
    const few = tooFewRecords(records);
    if (few !== null) return few;
    const known = records.filter((r) => r.home !== null);
    if (known.length === 0) return notConnected('The decision records do not say where they lie.');
    const names = namesOf(declared, input.snapshot);
    const rows = known.map((r) => ({
      person: deciderOf(r),
      numerator: names.has(fold(r.home ?? '')) ? 1 : 0,
      denominator: 1,
    }));
    const value = ratioOf(rows) ?? 0;
    return measured({
      value,
      coverage: known.length / records.length,
      reliability: input.facts.reliability('decisions'),
      words: `${percent(value)} of decision records lie in their agreed home`,
      note: wilsonNote(rows.filter((r) => r.numerator === 1).length, rows.length, 'records'),
      evidence: evidenceOf(known),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;

/** The declared text, and every name of the tool that it resolves to. */
function namesOf(homes: readonly Home[], snapshot: Snapshot): ReadonlySet<string> {
  const tools = snapshot.tools.filter((t) => homes.some((h) => h.homeTool === t.id));
  const names = [...homes.map((h) => h.home), ...tools.flatMap((t) => [t.name, ...t.rawNames, ...t.formerNames])];
  return new Set(names.map(fold));
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}
