import { describe, expect, it } from 'vitest';
import { nearDuplicates } from '../../../../../src/analysis/principles/signals/c2-2-near-duplicates.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot, withDocuments } from '../../../../support/snapshot.ts';

describe('C2.2 near-duplicate pages', () => {
  it('2 copies of 8 pages compared; 2 more were not compared', () => {
    let snapshot = withDocuments(emptySnapshot(), 'page', 'Notion', 2, { nearDuplicate: true });
    snapshot = withDocuments(snapshot, 'page', 'Notion', 6, { nearDuplicate: false });
    snapshot = withDocuments(snapshot, 'page', 'Notion', 2);
    const reading = read(nearDuplicates, snapshot);
    expect(reading).toMatchObject({ state: 'measured', value: 0.25, coverage: 0.8 });
    expect(reading.words).toBe('25 % of pages say nearly the same as another');
  });

  it('no copy among pages compared is zero; pages made after the period do not count', () => {
    let snapshot = withDocuments(emptySnapshot(), 'page', 'Notion', 3, { nearDuplicate: false });
    snapshot = withDocuments(snapshot, 'page', 'Notion', 1, { nearDuplicate: true, created: '2026-10-01' });
    expect(read(nearDuplicates, snapshot)).toMatchObject({ value: 0, coverage: 1 });
  });

  it('names what is missing', () => {
    expect(read(nearDuplicates, emptySnapshot()).words).toContain('documents are missing');
    expect(read(nearDuplicates, withDocuments(emptySnapshot(), 'page', 'Notion', 3))).toMatchObject({
      state: 'not-connected',
      words: 'No source compares the text of pages.',
    });
  });
});
