import { describe, expect, it } from 'vitest';
import { decisionsFromOutside } from '../../../../../src/analysis/principles/signals/d2-2-decisions-from-outside.ts';
import { externalApproval } from '../../../../../src/analysis/principles/signals/p5-4-external-approval.ts';
import type { Delivery } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

function delivered(...rows: readonly Partial<Delivery>[]) {
  const full = rows.map((row, i) => ({
    id: `R-${i + 1}`,
    team: 'Studio',
    date: '2026-07-07',
    type: 'change' as const,
    hasItem: null,
    outsideApproval: null,
    ...row,
  }));
  return withRows(emptySnapshot(), 'deliveries', full);
}

describe('P5.4 and D2.2 approval from outside the team', () => {
  it('one of four changes waited; one of five does not say, documents do not count', () => {
    const snapshot = delivered(
      { outsideApproval: true },
      { outsideApproval: false },
      { outsideApproval: false },
      { outsideApproval: false },
      {},
      { type: 'document', outsideApproval: true },
    );
    const reading = read(externalApproval, snapshot);
    expect(reading).toMatchObject({ state: 'measured', value: 0.25, coverage: 0.8 });
    expect(reading.note).toMatch(/^1 of 4 changes; 95 % interval/);
    expect(read(decisionsFromOutside, snapshot)).toEqual(reading);
  });

  it('counts the first and the last day of the full weeks and none beyond', () => {
    const edge = delivered(
      { date: '2026-07-06', outsideApproval: true },
      { date: '2026-09-27', outsideApproval: false },
      { date: '2026-07-05', outsideApproval: true },
      { date: '2026-09-28', outsideApproval: true },
    );
    expect(read(externalApproval, edge).value).toBe(0.5);
    expect(read(externalApproval, delivered({ date: '2026-07-05', outsideApproval: true })).state).toBe('stale');
  });

  it('names what is missing', () => {
    expect(read(externalApproval, emptySnapshot()).words).toContain(
      'merged changes and published documents are missing',
    );
    expect(read(externalApproval, delivered({}))).toMatchObject({
      state: 'not-connected',
      words: 'No change tells whether it waited for approval from outside the team.',
    });
    expect(read(externalApproval, delivered({ type: 'document' })).words).toContain('only documents');
  });
});
