import { describe, expect, it } from 'vitest';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Snapshot } from '../../../../src/model/snapshot.ts';
import {
  at,
  emptySnapshot,
  eur,
  span,
  withAccounts,
  withContract,
  withPeople,
  withSpend,
  withTool,
} from '../../../support/snapshot.ts';

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

describe('spend that does not cover the days asked for', () => {
  it('leaves the period unknown, not at the sum of what is there', () => {
    // July and August only; the period ends in September.
    const spend = cost(withSpend(base, 'asana', monthly(2, 100, '2026-07')));
    expect(spend).toMatchObject({ period: null, trailing12Months: null });
    expect(spend.basis).toContain('do not cover the audited period');
    // All of it a year before.
    expect(cost(withSpend(base, 'asana', monthly(12, 100, '2024-10')))).toMatchObject({
      period: null,
      trailing12Months: null,
      annual: null,
    });
  });

  it('is zero, which is known, where the source covers the period and names the tool before it', () => {
    // Zoom is paid in every month, Asana in May alone.
    const snapshot = withSpend(withSpend(base, 'zoom', monthly(12, 10)), 'asana', [['2026-05-01', 70]]);
    expect(cost(snapshot)).toMatchObject({ period: eur(0), trailing12Months: eur(70) });
  });

  it('asks the source which days it covers, not the lines on tools', () => {
    const snapshot = withSpend(base, 'asana', [['2026-01-15', 1200]]);
    const card = { ...snapshot.sources.at(-1)!, id: 'test', payments: { start: '2025-10-03', end: '2026-09-28' } };
    const covered = { ...snapshot, sources: [...snapshot.sources.slice(0, -1), card] };
    expect(cost(snapshot)).toMatchObject({ trailing12Months: null, annual: null });
    expect(cost(covered)).toMatchObject({ period: eur(0), trailing12Months: eur(1200), rule: 'trailing-12-months' });
  });

  it('does not take two files with a hole between them for one that covers both', () => {
    // October to December and July to September: nothing from January to June.
    const lines = [...monthly(3, 100, '2025-10'), ...monthly(3, 100, '2026-07')];
    const evidence = (month: string) => ({ source: month < '2026' ? 'old.csv' : 'new.csv', row: 2 });
    const snapshot = lines.reduce(
      (sum, [day, major]) => withSpend(sum, 'asana', [[day, major]], { evidence: evidence(day) }),
      base,
    );
    expect(cost(snapshot)).toMatchObject({ period: eur(300), trailing12Months: null });
  });
});

describe('a contract that is over (as of 2026-10-12)', () => {
  const over = { annualCost: eur(12_000), end: '2026-06-30', autoRenew: false } as const;

  it('has no future cost, whatever was paid before', () => {
    // Paid monthly from October to June: 9 x 100 lie in the twelve months, and are no cost to come.
    const snapshot = withSpend(withContract(base, 'asana', over), 'asana', monthly(9, 100));
    expect(cost(snapshot)).toMatchObject({ annual: eur(0), rule: 'contract', disagreement: null });
    expect(cost(snapshot).basis).toContain('The contract ended on 2026-06-30 and does not renew: no future cost.');
  });

  it('has none either where it ended between the period and today', () => {
    expect(cost(withContract(base, 'asana', { ...over, end: '2026-10-05' }))).toMatchObject({ annual: eur(0) });
    expect(cost(withContract(base, 'asana', { ...over, end: '2026-10-12' }))).toMatchObject({ annual: eur(12_000) });
  });

  it('is believed less than payments and use after it', () => {
    const paid = withSpend(withContract(base, 'asana', over), 'asana', monthly(12, 100));
    expect(cost(paid)).toMatchObject({ annual: eur(1200), rule: 'trailing-12-months' });
    expect(cost(paid).basis).toContain('does not renew, but it was paid for after that.');
    const people = withPeople(withContract(base, 'asana', over), 'Design', 6);
    const used = withAccounts(people, 'asana', span(0, 5), { lastActive: '2026-09-01' });
    expect(cost(used)).toMatchObject({ annual: null, rule: 'unknown' });
    expect(cost(used).basis).toContain('but it was used after that. What it costs now is unknown.');
  });

  it('counts one that renews by itself as running, and says that this is assumed', () => {
    const snapshot = withContract(base, 'asana', { ...over, autoRenew: true });
    expect(cost(snapshot)).toMatchObject({ annual: eur(12_000), rule: 'contract' });
    expect(cost(snapshot).basis).toContain('Taken as renewed by itself after 2026-06-30: assumed.');
    // Beside another plan that runs: 12,000 + 500.
    const both = withContract(snapshot, 'asana', { plan: 'Guests', annualCost: eur(500) });
    const named = { ...both, contracts: both.contracts.map((c) => ({ ...c, plan: c.plan ?? 'Core' })) };
    expect(cost(named)).toMatchObject({ annual: eur(12_500) });
  });
});
