import { describe, expect, it } from 'vitest';
import type { Rate } from '../../../src/model/snapshot.ts';
import { converter } from '../../../src/normalize/money/convert.ts';
import { eur, seen, snapshotOf } from '../../support/observations.ts';

const rate = (date: string, from: string, to: string, value: number): Rate => ({
  date,
  from,
  to,
  rate: value,
  evidence: { source: 'r', row: 2 },
});
const money = (minor: number, currency: string) => ({ minor, currency });

describe('conversion', () => {
  const convert = converter(
    [
      rate('2026-07-10', 'USD', 'EUR', 0.9),
      rate('2026-07-01', 'USD', 'EUR', 0.8),
      rate('2026-07-05', 'EUR', 'USD', 1.25),
      rate('2026-07-01', 'JPY', 'EUR', 0.0061),
      rate('2026-07-01', 'KWD', 'EUR', 3.005),
      rate('2026-07-01', 'EUR', 'GBP', 0.8),
    ],
    'EUR',
  );

  it.each([
    // 0.8 from the first day on; from the 5th the inverse of 1.25, also 0.8; from the 10th 0.9.
    [money(1000, 'USD'), '2026-07-01', 800],
    [money(1000, 'USD'), '2026-07-09', 800],
    [money(1000, 'USD'), '2026-07-10', 900],
    [money(1000, 'USD'), '2027-01-01', 900],
    // 12 345 yen have no cents: 12345 x 0.0061 = 75.3045 EUR.
    [money(12345, 'JPY'), '2026-07-02', 7530],
    // Three decimals: 1.000 KWD x 3.005 = 3.005 EUR, half away from zero; the binary product is below the half.
    [money(1000, 'KWD'), '2026-07-02', 301],
    [money(-1000, 'KWD'), '2026-07-02', -301],
    // Inverse: 10.01 GBP / 0.8 = 12.5125 EUR; 10.02 / 0.8 = 12.525 -> 12.53.
    [money(1001, 'GBP'), '2026-07-02', 1251],
    [money(1002, 'GBP'), '2026-07-02', 1253],
    [money(77, 'EUR'), '1999-01-01', 77],
  ])('%j on %s', (amount, day, expected) => {
    expect(convert(amount, day)).toEqual(eur(expected));
  });

  it('never uses a rate of a later day, nor invents one', () => {
    expect(convert(money(1000, 'USD'), '2026-06-30')).toBeNull();
    expect(convert(money(1000, 'CHF'), '2026-07-30')).toBeNull();
  });

  it('reads rates written with an exponent', () => {
    // 1e-7 EUR per unit: 1 000 000 000 minor of two decimals = 10 000 000 units = 1 EUR.
    expect(
      converter([rate('2026-07-01', 'TRY', 'EUR', 1e-7)], 'EUR')(money(1_000_000_000, 'TRY'), '2026-07-01'),
    ).toEqual(eur(100));
  });

  it('goes into a currency without cents', () => {
    // 10.05 EUR x 150 = 1507.5 yen -> 1508.
    expect(converter([rate('2026-07-01', 'EUR', 'JPY', 150)], 'JPY')(eur(1005), '2026-07-01')).toEqual(
      money(1508, 'JPY'),
    );
  });
});

describe('spend', () => {
  it('is converted by the rates of the sources, and kept whatever its date', () => {
    const { spend, rates, reconciliation } = snapshotOf([
      seen('rate', 'rates', 2, { rate: 0.5 }),
      seen('spend', 's', 2, { amount: money(300, 'USD') }),
      seen('spend', 's', 3, { amount: money(300, 'USD'), date: '2020-01-01', costCentre: '42' }),
    ]);
    expect(spend.map((line) => [line.date, line.base?.minor ?? null, line.costCentre])).toEqual([
      ['2026-07-06', 150, null],
      ['2020-01-01', null, '42'],
    ]);
    expect(rates).toHaveLength(1);
    expect(reconciliation.unconverted).toEqual([{ currency: 'USD', minor: 300, rows: 1 }]);
  });

  it('puts every refund in one bucket, and nets those of tools alone', () => {
    const { reconciliation, spend, openNames } = snapshotOf([
      seen('spend', 's', 2, { merchant: 'Bakery', amount: eur(-300) }),
      seen('spend', 's', 3, { amount: eur(-200) }),
      seen('spend', 's', 4, { merchant: 'STRANGER', amount: eur(-100) }),
    ]);
    expect(reconciliation.rows.buckets).toMatchObject({ used: 0, 'not-software': 0, unknown: 0, refund: 3 });
    expect(reconciliation.money[0]?.buckets.refund).toBe(-600);
    expect(spend.map((line) => [line.amount.minor, line.refund])).toEqual([[-200, true]]);
    expect(openNames.map((name) => [name.raw, name.money])).toEqual([['STRANGER', [{ minor: -100, currency: 'EUR' }]]]);
  });
});

describe('contracts', () => {
  it('are one where two files hold the same, two where one file does', () => {
    const terms = { seats: 10, annualCost: eur(120000) };
    const row = (source: string, line: number) => seen('contract', source, line, terms);
    const { contracts, reconciliation } = snapshotOf([row('a', 2), row('b', 2)]);
    expect(contracts).toEqual([
      expect.objectContaining({ tool: 'slack', seats: 10, evidence: { source: 'a', row: 2 } }),
    ]);
    expect(reconciliation.rows.buckets).toMatchObject({ used: 2, duplicate: 0 });
    expect(snapshotOf([row('a', 2), row('a', 3)]).contracts).toHaveLength(2);
  });
});

describe('spend outside the audited period (2026-07-01 to 2026-09-30)', () => {
  const gapOf = (dates: readonly string[]) => {
    const rows = dates.map((date, at) => seen('spend', 'card.csv', at + 2, { date }));
    return snapshotOf(rows).gaps.find(({ id }) => id === 'spend-outside-period') ?? null;
  };

  it('is one gap with its days, and says which figures it costs', () => {
    // 2025 only: neither the quarter nor October 2025 to September 2026 is covered; October is inside those twelve
    // months, March and April are not.
    expect(gapOf(['2025-03-01', '2025-04-30', '2025-10-01'])).toEqual({
      id: 'spend-outside-period',
      section: 'spend',
      title: '3 rows of spend lie outside the audited period (2025-03-01 to 2025-10-01)',
      why: [
        'No source covers the audited period, so what was paid in it is unknown.',
        'No source covers the twelve months up to 2026-09-30: their sum is unknown.',
        '2 of 3 rows lie outside those twelve months as well and are in no cost.',
      ].join(' '),
      wouldSupply: 'Spend from 2025-10-01 to 2026-09-30, or the right period in unsprawl.yaml.',
    });
  });

  it('speaks of later rows and of the missing months alone', () => {
    expect(gapOf(['2026-06-30', '2026-07-01', '2026-09-30'])?.why).toBe(
      'No source covers the twelve months up to 2026-09-30: their sum is unknown.',
    );
    expect(gapOf(['2025-10-02', '2026-09-29', '2026-10-01'])).toMatchObject({
      title: '2 rows of spend lie outside the audited period (2025-10-02 to 2026-10-01)',
      why: '1 of 3 rows lie outside those twelve months as well and are in no cost.',
    });
  });

  it('is none where the twelve months are covered and hold every row, nor where no row lies outside', () => {
    expect(gapOf(['2025-10-15', '2026-03-01', '2026-09-12'])).toBeNull();
    expect(gapOf(['2026-08-01'])).toBeNull();
  });
});
