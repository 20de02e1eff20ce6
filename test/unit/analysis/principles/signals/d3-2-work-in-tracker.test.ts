import { describe, expect, it } from 'vitest';
import { workInTracker } from '../../../../../src/analysis/principles/signals/d3-2-work-in-tracker.ts';
import type { Delivery } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

function delivered(...rows: readonly Partial<Delivery>[]) {
  const full = rows.map((row, i) => ({
    id: `M-${i + 1}`,
    team: 'Studio',
    date: '2026-07-07',
    type: 'change' as const,
    hasItem: true,
    outsideApproval: null,
    ...row,
  }));
  return withRows(emptySnapshot(), 'deliveries', full);
}

describe('D3.2 work found in the tracker', () => {
  it('counts changes and documents alike: 3 of 4 known ones of 5 in the window', () => {
    const snapshot = delivered(
      {},
      {},
      { type: 'document' },
      { type: 'document', hasItem: false },
      { hasItem: null },
      { hasItem: false, date: '2026-09-28' },
    );
    const reading = read(workInTracker, snapshot);
    expect(reading).toMatchObject({ state: 'measured', value: 0.75, coverage: 0.8 });
    expect(reading.note).toContain('3 of 4 changes and documents');
  });

  it('the window holds 6 July and 27 September, not the days beside them', () => {
    const snapshot = delivered(
      { date: '2026-07-05', hasItem: false },
      { date: '2026-07-06' },
      { date: '2026-09-27' },
      { date: '2026-09-28', hasItem: false },
    );
    expect(read(workInTracker, snapshot).value).toBe(1);
  });

  it('names what is missing', () => {
    expect(read(workInTracker, emptySnapshot()).words).toContain('merged changes and published documents are missing');
    expect(read(workInTracker, delivered({ hasItem: null }))).toMatchObject({ state: 'not-connected', value: null });
    expect(read(workInTracker, delivered({ date: '2026-07-01' })).state).toBe('stale');
  });
});
