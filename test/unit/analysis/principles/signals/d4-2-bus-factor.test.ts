import { describe, expect, it } from 'vitest';
import { busFactor } from '../../../../../src/analysis/principles/signals/d4-2-bus-factor.ts';
import type { Document } from '../../../../../src/model/snapshot.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot, withDocuments } from '../../../../support/snapshot.ts';

function pages(...list: readonly Partial<Document>[]) {
  return list.reduce((s, page) => withDocuments(s, 'page', 'Notion', 1, page), emptySnapshot());
}

describe('D4.2 pages that one person keeps', () => {
  it('of four critical pages with known editors two reach 80 %: exactly .8 counts, .79 does not', () => {
    const snapshot = pages(
      { critical: true, topEditorShare: 1 },
      { critical: true, topEditorShare: 0.8 },
      { critical: true, topEditorShare: 0.79 },
      { critical: true, topEditorShare: 0.2 },
      { critical: true, topEditorShare: null },
      { critical: false, topEditorShare: 1 },
      { critical: null, topEditorShare: 1 },
      { critical: true, topEditorShare: 1, created: '2026-10-01' }, // not there at the end of the period
    );
    const reading = read(busFactor, snapshot);
    expect(reading).toMatchObject({ state: 'measured', value: 0.5, coverage: 0.8 });
    expect(reading.words).toBe('50 % of critical pages are kept by one person');
  });

  it('never infers which pages are critical', () => {
    const unmarked = read(busFactor, pages({ topEditorShare: 1, viewers90d: 500 }));
    expect(unmarked).toMatchObject({ state: 'not-connected', words: 'No document is marked as critical or not.' });
    expect(read(busFactor, pages({ critical: false, topEditorShare: 1 })).state).toBe('not-applicable');
  });

  it('names what is missing', () => {
    expect(read(busFactor, emptySnapshot()).words).toContain('documents are missing');
    expect(read(busFactor, pages({ critical: true })).words).toContain('how its edits are spread');
  });
});
