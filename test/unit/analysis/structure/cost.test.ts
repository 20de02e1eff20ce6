import { describe, expect, it } from 'vitest';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Snapshot } from '../../../../src/model/snapshot.ts';
import { at, emptySnapshot, eur, withContract, withSpend, withTool } from '../../../support/snapshot.ts';

const base = withTool(withTool(emptySnapshot(), 'asana', 'task_tracking'), 'zoom', 'video_meetings');

function cost(snapshot: Snapshot) {
  return analyseStructure(snapshot, Policy.parse({}), { seed: 1 }).tools[0]!.spend;
}

/** The first of each month from `from` on. */
function monthly(count: number, major: number, from = '2025-10'): (readonly [string, number])[] {
  const [year, month] = from.split('-').map(Number);
  return Array.from({ length: count }, (_, i) => {
    const number = (month ?? 1) - 1 + i;
    const text = `${(year ?? 0) + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-01`;
    return [text, major] as const;
  });
}

describe('annual cost of a tool', () => {
  it('takes the contract before payments and never adds them up', () => {
    // 40 seats x 25.00 x 12 months = 12,000; payments 12 x 1,050 = 12,600, 5 % more: no disagreement.
    let snapshot = withContract(base, 'asana', { seats: 40, unitPrice: eur(25), billingPeriod: 'month' });
    snapshot = withSpend(snapshot, 'asana', monthly(12, 1050));
    expect(cost(snapshot)).toMatchObject({
      annual: eur(12_000),
      rule: 'contract',
      trailing12Months: eur(12_600),
      period: eur(3150),
      disagreement: null,
    });
    expect(cost(snapshot).basis).toContain('EUR 12,000 a year (test row 2)');
    expect(cost(snapshot).basis).toContain('VAT');
  });

  it('says where contract and payments differ by more than 10 %', () => {
    // 12 x 1,110 = 13,320, 11 % over 12,000
    let snapshot = withContract(base, 'asana', { annualCost: eur(12_000) });
    snapshot = withSpend(snapshot, 'asana', monthly(12, 1110));
    expect(cost(snapshot).disagreement).toBe(
      'The contract says EUR 12,000 a year, payments of the trailing 12 months come to EUR 13,320: 11 % more.',
    );
    expect(
      cost(withContract(withSpend(base, 'asana', monthly(12, 1100)), 'asana', { annualCost: eur(12_000) }))
        .disagreement,
    ).toBeNull();
  });

  it('takes the trailing twelve months where the spend reaches over them, refunds netted', () => {
    const lines = [...monthly(12, 100), ['2026-08-15', -40] as const, ['2025-09-30', 999] as const];
    // 2025-10-01 to 2026-09-30: 12 x 100 - 40; the line of 2025-09-30 is a day too old.
    expect(cost(withSpend(base, 'asana', lines))).toMatchObject({
      annual: eur(1160),
      rule: 'trailing-12-months',
      period: eur(260),
    });
  });

  it('annualises three months of payments where the spend is shorter than a year', () => {
    expect(cost(withSpend(base, 'asana', monthly(3, 100, '2026-07')))).toMatchObject({
      trailing12Months: null,
      annual: eur(1200),
      rule: 'annualised',
    });
  });

  it('annualises quarterly payments', () => {
    const lines = [['2026-02-10', 300] as const, ['2026-05-10', 300] as const, ['2026-08-10', 330] as const];
    // 930 / 3 x 4
    expect(cost(withSpend(base, 'asana', lines))).toMatchObject({ annual: eur(1240), rule: 'annualised' });
  });

  it('does not annualise two months, an uneven row of payments, or payments that have stopped', () => {
    const unknown = { annual: null, rule: 'unknown' };
    expect(cost(withSpend(base, 'asana', monthly(2, 100, '2026-08')))).toMatchObject(unknown);
    const uneven = [['2026-04-01', 100] as const, ['2026-05-01', 100] as const, ['2026-09-01', 100] as const];
    expect(cost(withSpend(base, 'asana', uneven))).toMatchObject({ ...unknown, period: eur(100) });
    expect(cost(withSpend(base, 'asana', monthly(4, 100, '2026-03')))).toMatchObject(unknown);
  });

  it('does not take a tool that nobody names for free', () => {
    expect(cost(base)).toMatchObject({ period: null, trailing12Months: null, annual: null, rule: 'unknown' });
  });

  it('converts contracts at the newest rate of the as-of date or before', () => {
    const rate = (date: string, value: number) => ({ date, from: 'USD', to: 'EUR', rate: value, evidence: at });
    const snapshot = {
      ...withContract(base, 'asana', { currency: 'USD', annualCost: { minor: 1_000_000, currency: 'USD' } }),
      rates: [rate('2026-10-01', 0.9), rate('2026-10-13', 0.5), rate('2026-01-01', 0.8)],
    };
    // as of 2026-10-12: 10,000.00 x 0.9
    expect(cost(snapshot).annual).toEqual(eur(9000));
    expect(cost({ ...snapshot, rates: [] })).toMatchObject({ annual: null, rule: 'unknown' });
  });

  it('leaves payments without a rate out and says so', () => {
    let snapshot = withSpend(base, 'asana', monthly(3, 100, '2026-07'));
    snapshot = withSpend(snapshot, 'asana', [['2026-09-02', 50]], {
      amount: { minor: 5000, currency: 'USD' },
      base: null,
    });
    expect(cost(snapshot).annual).toEqual(eur(1200));
    expect(cost(snapshot).basis).toContain('1 payment(s) in USD have no rate');
  });
});
