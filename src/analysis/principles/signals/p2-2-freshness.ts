import type { Document } from '../../../model/snapshot.ts';
import { counted } from '../../../util/counted.ts';
import { addDays } from '../../../util/day-arithmetic.ts';
import { high } from '../../scoring/shape.ts';
import { ratioOf } from '../calendar-reading.ts';
import { hasViews, livePages, WITHOUT_VIEWS } from '../document-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

const FRESH_DAYS = 180;

export const freshness = {
  meta: {
    id: 'P2.2',
    title: 'Freshness of pages',
    construct: 'P2',
    unit: 'ratio',
    shape: high(0.3, 0.8),
    grade: 'D',
    weight: 1,
    formula:
      'viewers of pages edited or verified within 180 days before the end of the period / viewers of all pages; unweighted without view counts',
    reference: 'METHOD 1 P2.2; documentation quality amplifies technical practices [R14]',
    source: 'wiki (template documents) with last_edited, verified and viewers_90d',
    requires: ['documents'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: measureFreshness,
} as const satisfies SignalUnit;

export function measureFreshness(input: SignalInput) {
  const pages = livePages(input);
  const since = addDays(input.snapshot.period.end, -FRESH_DAYS);
  const dated = pages.filter((d) => isFresh(d, since) !== null);
  if (dated.length === 0) return notConnected('No document says when it was last edited or verified.');
  const byViews = hasViews(dated);
  const used = byViews ? dated.filter((d) => d.viewers90d !== null) : dated;
  const rows = used.map((d) => {
    const weight = byViews ? (d.viewers90d ?? 0) : 1;
    return { person: d.owner, numerator: isFresh(d, since) ? weight : 0, denominator: weight };
  });
  const value = ratioOf(rows) ?? 0;
  const reliability = input.facts.reliability('documents');
  return measured({
    value,
    coverage: used.length / pages.length,
    reliability: byViews ? reliability : Math.min(WITHOUT_VIEWS, reliability),
    words: byViews
      ? `${percent(value)} of what people open was edited or verified within half a year`
      : `${percent(value)} of pages were edited or verified within half a year`,
    note: byViews
      ? `${counted(used.length, 'page')}, weighted by viewers.`
      : `${counted(used.length, 'page')}, not weighted: viewer counts are missing.`,
    evidence: evidenceOf(used),
    sample: { kind: 'ratio', rows },
  });
}

/** Null = cannot be told: a page verified long ago may have been edited since. A page made within half a year was edited then. */
function isFresh({ created, lastEdited, verified }: Document, since: string): boolean | null {
  if ([lastEdited, verified].some((day) => day !== null && day >= since)) return true;
  if (lastEdited !== null) return false;
  return created !== null && created >= since ? true : null;
}
