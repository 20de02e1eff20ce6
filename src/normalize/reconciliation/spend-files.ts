import type { SourceRecord } from '../../model/observation.ts';
import type { Reconciliation } from '../../model/reconciliation.ts';
import { textOrder } from '../../util/text-order.ts';
import type { Placement } from './placement.ts';

type SpendFile = Reconciliation['spendFiles'][number];
type Sums = Omit<SpendFile['money'][number], 'currency'>;

function moneyByCurrency(placements: readonly Placement[]): SpendFile['money'] {
  const currencies = new Map<string, Sums>();
  for (const { money, bucket } of placements) {
    if (money === null) continue;
    const known = currencies.get(money.currency) ?? { totalMinor: 0, accountedMinor: 0, rejectedMinor: 0 };
    const isRejected = bucket === 'rejected';
    currencies.set(money.currency, {
      totalMinor: known.totalMinor + money.minor,
      accountedMinor: known.accountedMinor + (isRejected ? 0 : money.minor),
      rejectedMinor: known.rejectedMinor + (isRejected ? money.minor : 0),
    });
  }
  return [...currencies]
    .map(([currency, sums]) => ({ currency, ...sums }))
    .sort((a, b) => textOrder(a.currency, b.currency));
}

function bySource(placements: readonly Placement[]): ReadonlyMap<string, readonly Placement[]> {
  const sources = new Map<string, Placement[]>();
  for (const placement of placements) {
    if (placement.money === null) continue;
    const own = sources.get(placement.at.source);
    if (own === undefined) sources.set(placement.at.source, [placement]);
    else own.push(placement);
  }
  return sources;
}

/** Each file of spend: what of its rows and money is accounted for, and what was rejected with and without an amount. */
export function spendFiles(
  sources: readonly SourceRecord[],
  perSource: Reconciliation['sources'],
  placements: readonly Placement[],
): SpendFile[] {
  const withMoney = bySource(placements);
  return perSource.flatMap(({ source, total, buckets }, position): SpendFile[] => {
    const own = withMoney.get(source) ?? [];
    if (own.length === 0 && sources[position]?.provides.includes('spend') !== true) return [];
    const rejectedWithMoney = own.filter(({ bucket }) => bucket === 'rejected').length;
    const rows = {
      total,
      accounted: total - buckets.rejected,
      rejectedWithMoney,
      rejectedUnknown: buckets.rejected - rejectedWithMoney,
    };
    return [{ source, rows, money: moneyByCurrency(own) }];
  });
}
