import { describe, expect, it } from 'vitest';
import { freshKnowledge } from '../../../../../src/analysis/principles/signals/d4-1-fresh-knowledge.ts';
import { freshness } from '../../../../../src/analysis/principles/signals/p2-2-freshness.ts';
import type { Document } from '../../../../../src/model/snapshot.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot, withDocuments } from '../../../../support/snapshot.ts';

function pages(...list: readonly Partial<Document>[]) {
  return list.reduce((s, page) => withDocuments(s, 'page', 'Notion', 1, page), emptySnapshot());
}

describe('P2.2 freshness of pages that were verified', () => {
  it('the later of edited and verified counts; 3 April is the 180th day, 2 April is not: 3 of 4', () => {
    const snapshot = pages(
      { lastEdited: '2020-01-01', verified: '2026-04-03' },
      { lastEdited: '2026-09-01', verified: '2020-01-01' },
      { lastEdited: '2020-01-01', verified: '2026-04-02' },
      { lastEdited: null, verified: '2026-09-01' },
    );
    expect(read(freshness, snapshot)).toMatchObject({ state: 'measured', value: 0.75, coverage: 1 });
    expect(read(freshness, snapshot).words).toBe('75 % of pages were edited or verified within half a year');
    expect(read(freshKnowledge, snapshot).value).toBe(0.75);
  });

  it('a page verified long ago may have been edited since: unknown where the edit is', () => {
    const snapshot = pages({ lastEdited: '2026-09-01' }, { verified: '2020-01-01' });
    expect(read(freshness, snapshot)).toMatchObject({ value: 1, coverage: 0.5 });
  });

  it('names what is missing', () => {
    expect(read(freshness, pages({}))).toMatchObject({
      state: 'not-connected',
      words: 'No document says when it was last edited or verified.',
    });
  });
});
