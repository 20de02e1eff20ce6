import { describe, expect, it } from 'vitest';
import { isOtherTrade } from '../../../../src/normalize/names/other-trade.ts';
import { seen, snapshotOf } from '../../../support/observations.ts';

describe('category of a payment', () => {
  it.each([
    'Business Services-Travel-Lodging',
    'Restaurant',
    'Freelance and fees',
    'Rent',
    'Postage & Carriage',
    'HARDWARE',
  ])('%s is another trade', (category) => expect(isOtherTrade(category)).toBe(true));

  it.each([
    null,
    '',
    'Other',
    'Business Services-Software',
    'Subscriptions',
    'Travel software',
    'IT equipment',
    'Online advertising',
    'Training',
    'Carpentry',
  ])('%s leaves it open', (category) => expect(isOtherTrade(category)).toBe(false));

  it('settles only what the catalogue does not know', () => {
    const booked = (merchant: string, category: string | null, row: number) =>
      seen('spend', 'card.csv', row, { merchant, category });
    const { reconciliation, openNames } = snapshotOf([
      booked('Nobody Knows Ltd', 'Travel-Rail', 2),
      booked('Nobody Knows Ltd', null, 3),
      booked('Slack', 'Restaurant', 4),
      booked('Wik', 'Restaurant', 5),
    ]);
    expect(reconciliation.rows.buckets).toMatchObject({ 'not-software': 1, unknown: 1, used: 1, review: 1 });
    expect(openNames.map(({ raw, rows }) => [raw, rows])).toEqual([
      ['Nobody Knows Ltd', 1],
      ['Wik', 1],
    ]);
  });
});
