import { describe, expect, it } from 'vitest';
import { approvalHops } from '../../../../../src/analysis/principles/signals/d2-3-approval-hops.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { read } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

function closed(...rows: readonly (readonly [day: string | null, steps: number])[]) {
  const full = rows.map(([day, approvalSteps], i) => ({
    id: `Q-${i + 1}`,
    team: null,
    closed: day,
    approvalSteps,
    amount: null,
  }));
  return withRows(emptySnapshot(), 'requests', full);
}

describe('D2.3 approval steps', () => {
  it('the median of 0, 1, 2 and 5 lies midway between 1 and 2', () => {
    const reading = read(
      approvalHops,
      closed(['2026-07-07', 5], ['2026-07-08', 0], ['2026-07-09', 2], ['2026-07-10', 1]),
    );
    expect(reading).toMatchObject({ state: 'measured', value: 1.5, coverage: 1 });
    expect(reading.words).toBe('half of the requests take 1.5 approval steps or fewer');
    expect(reading.note).toBe('4 closed requests; the longest took 5 steps.');
  });

  it('counts requests closed in the full weeks only; open ones are not closed', () => {
    const snapshot = closed(['2026-07-05', 9], ['2026-07-06', 1], ['2026-09-27', 3], ['2026-09-28', 9], [null, 9]);
    expect(read(approvalHops, snapshot).value).toBe(2);
  });

  it('names what is missing', () => {
    expect(read(approvalHops, emptySnapshot()).words).toContain('requests with their approvals are missing');
    expect(read(approvalHops, closed([null, 2]))).toMatchObject({
      state: 'not-connected',
      words: 'No request tells when it was closed.',
    });
    expect(read(approvalHops, closed(['2026-06-30', 2])).state).toBe('stale');
  });
});
