import { expect, test } from 'vitest';
import { stakeOrder } from '../../../src/util/stake-order.ts';

const name = (raw: string, rows: number, ...money: [string, number][]) => ({
  raw,
  kind: 'expense' as const,
  rows,
  money: money.map(([currency, minor]) => ({ currency, minor })),
});

test('most money first, then most rows, then by name', () => {
  const names = [
    name('b', 1),
    name('many rows', 40),
    name('a', 1),
    name('yen', 1, ['JPY', 900]), // 900 major units: more than EUR 2.00, less than EUR 1,000.00
    name('small', 90, ['EUR', 200]),
    name('refund', 1, ['EUR', -100_000]), // what came back is at stake as what was paid
  ];
  expect(names.sort(stakeOrder).map(({ raw }) => raw)).toEqual(['refund', 'yen', 'small', 'many rows', 'a', 'b']);
});
