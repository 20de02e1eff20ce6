import type { WorkItem } from '../../model/snapshot.ts';
import { ratioOf } from './calendar-reading.ts';
import { percent } from './phrases.ts';
import { evidenceOf, measured, notConnected, stale, wilsonNote } from './reading.ts';
import type { Reading } from './signal-unit.ts';
import { ownerOf } from './work-item-facts.ts';

export interface ShareQuestion {
  readonly items: readonly WorkItem[];
  /** Null = the tracker does not say. */
  readonly answer: (item: WorkItem) => boolean | null;
  readonly reliability: number;
  readonly noItems: string;
  readonly noAnswer: string;
  readonly words: (share: string) => string;
}

/** Share of items with "yes" among those with an answer. */
export function shareOfItems({ items, answer, reliability, noItems, noAnswer, words }: ShareQuestion): Reading {
  if (items.length === 0) return stale(noItems);
  const known = items.filter((item) => answer(item) !== null);
  if (known.length === 0) return notConnected(noAnswer);
  const rows = known.map((item) => ({ person: ownerOf(item), numerator: answer(item) ? 1 : 0, denominator: 1 }));
  const value = ratioOf(rows) ?? 0;
  return measured({
    value,
    coverage: known.length / items.length,
    reliability,
    words: words(percent(value)),
    note: wilsonNote(rows.filter((r) => r.numerator === 1).length, rows.length, 'items'),
    evidence: evidenceOf(known),
    sample: { kind: 'ratio', rows },
  });
}
