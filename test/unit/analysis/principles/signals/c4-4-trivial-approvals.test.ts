import { describe, expect, it } from 'vitest';
import { readSignal } from '../../../../../src/analysis/principles/read-signal.ts';
import { trivialApprovals } from '../../../../../src/analysis/principles/signals/c4-4-trivial-approvals.ts';
import type { Request } from '../../../../../src/model/snapshot.ts';
import { withRows } from '../../../../support/section-rows.ts';
import { inputOf, read } from '../../../../support/signal-input.ts';
import { emptySnapshot, eur } from '../../../../support/snapshot.ts';

function requested(...rows: readonly Partial<Request>[]) {
  const full = rows.map((row, i) => ({
    id: `Q-${i + 1}`,
    team: null,
    closed: '2026-07-07' as string | null,
    approvalSteps: 1,
    amount: eur(50) as Request['amount'],
    ...row,
  }));
  return withRows(emptySnapshot(), 'requests', full);
}

describe('C4.4 approval of trivial spend', () => {
  it('3 of 4 requests below 8 x 45 = 360 euros needed an approval; 360 itself is not below', () => {
    const snapshot = requested(
      { amount: eur(20) },
      { amount: eur(100), approvalSteps: 3 },
      { amount: eur(359.99) },
      { amount: eur(5), approvalSteps: 0 },
      { amount: eur(360) },
      { amount: eur(9000) },
    );
    const reading = read(trivialApprovals, snapshot);
    expect(reading).toMatchObject({ state: 'measured', value: 0.75, coverage: 1 });
    expect(reading.note).toContain('Below 360.00 EUR');
  });

  it('the limit follows the wage of the policy: 8 x 20 = 160', () => {
    const snapshot = requested({ amount: eur(150), approvalSteps: 0 }, { amount: eur(200) });
    const policy = { costs: { hourly_wage: { low: 10, likely: 20, high: 30 } } };
    expect(readSignal(trivialApprovals, inputOf(snapshot, undefined, policy)).value).toBe(0);
  });

  it('counts whole yen where the organisation counts in yen', () => {
    const base = requested(
      { amount: { minor: 359, currency: 'JPY' } },
      { amount: { minor: 360, currency: 'JPY' }, approvalSteps: 0 },
    );
    const snapshot = { ...base, organisation: { ...base.organisation, currency: 'JPY' } };
    expect(read(trivialApprovals, snapshot)).toMatchObject({ value: 1 });
  });

  it('leaves out unknown amounts, money that comes back, and what was not closed in the window', () => {
    const snapshot = requested(
      { amount: eur(20) },
      { amount: null, approvalSteps: 0 },
      { amount: eur(-500), approvalSteps: 0 },
      { amount: eur(20), approvalSteps: 0, closed: '2026-07-05' },
      { amount: eur(20), approvalSteps: 0, closed: null },
    );
    const reading = read(trivialApprovals, snapshot);
    expect(reading.value).toBe(1);
    expect(reading.coverage).toBeCloseTo(2 / 3, 9);
  });

  it('names what is missing', () => {
    expect(read(trivialApprovals, emptySnapshot()).words).toContain('requests with their approvals are missing');
    expect(read(trivialApprovals, requested({ amount: null }))).toMatchObject({ state: 'not-connected', value: null });
    expect(read(trivialApprovals, requested({ closed: null })).state).toBe('not-connected');
    expect(read(trivialApprovals, requested({ closed: '2026-07-01' })).state).toBe('stale');
    expect(read(trivialApprovals, requested({ amount: eur(360) })).state).toBe('not-applicable');
  });
});
