import { high } from '../../scoring/shape.ts';
import { ratioOf } from '../calendar-reading.ts';
import { hasViews, livePages, WITHOUT_VIEWS } from '../document-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notApplicable, notConnected, wilsonNote } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

/** Pages that fewer people open need no owner. */
const VIEWS_THAT_NEED_AN_OWNER = 5;

export const ownership = {
  meta: {
    id: 'P2.3',
    title: 'Ownership of pages',
    construct: 'P2',
    unit: 'ratio',
    shape: high(0.3, 0.9),
    grade: 'A',
    weight: 1,
    formula:
      'pages with a named owner who is still employed / pages with at least 5 viewers; all pages without view counts',
    reference: 'METHOD 1 P2.3; defined owners is a contributing practice [R14]',
    source: 'wiki (template documents) with owner_email',
    requires: ['documents'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: (input: SignalInput) => {
    const pages = livePages(input);
    if (pages.every((d) => d.owner === null)) return notConnected('No document names an owner.');
    const byViews = hasViews(pages);
    const known = byViews ? pages.filter((d) => d.viewers90d !== null) : pages;
    const read = byViews ? known.filter((d) => (d.viewers90d ?? 0) >= VIEWS_THAT_NEED_AN_OWNER) : known;
    if (read.length === 0) return notApplicable('No page has five viewers or more.');
    const rows = read.map((d) => ({ person: d.owner, numerator: isOwned(d.owner, input) ? 1 : 0, denominator: 1 }));
    const value = ratioOf(rows) ?? 0;
    const reliability = input.facts.reliability('documents');
    return measured({
      value,
      coverage: known.length / pages.length,
      reliability: byViews ? reliability : Math.min(WITHOUT_VIEWS, reliability),
      words: `${percent(value)} of ${byViews ? 'the pages that people read' : 'pages'} have an owner who is still here`,
      note: wilsonNote(rows.filter((r) => r.numerator === 1).length, rows.length, 'pages'),
      evidence: evidenceOf(read),
      sample: { kind: 'ratio', rows },
    });
  },
} as const satisfies SignalUnit;

function isOwned(owner: number | null, { snapshot }: SignalInput): boolean {
  if (owner === null) return false;
  const end = snapshot.people[owner]?.end ?? null;
  return end === null || end >= snapshot.period.end;
}
