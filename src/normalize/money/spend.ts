import type { ObservationOf } from '../../model/observation.ts';
import type { Bucket, Reconciliation } from '../../model/reconciliation.ts';
import type { SpendLine } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import { type Split, splitAcrossFiles } from '../across-files.ts';
import type { FileOf } from '../files.ts';
import { fold } from '../fold.ts';
import type { Place, PlaceName } from '../names/place-names.ts';
import { spendSighting } from '../names/sightings.ts';
import type { Convert } from './convert.ts';

type SpendSeen = ObservationOf<'spend'>;

/** METHOD 6a.15: equal date, merchant, amount and currency in different files. */
export function splitSpend(rows: readonly SpendSeen[], fileOf: FileOf): Split<SpendSeen> {
  return splitAcrossFiles(rows, fileOf, ({ date, merchant, amount }) =>
    [date, amount.minor, amount.currency, fold(merchant)].join('\u0000'),
  );
}

/**
 * Refunds are a bucket of their own, whatever the merchant (METHOD 6a.15); those of a tool are netted from its spend,
 * and a refund under an open name is still put before a person.
 */
export function spendBucket(row: SpendSeen, place: Place): Bucket {
  return row.amount.minor < 0 ? 'refund' : place.bucket;
}

/** Lines on tools, in the order of the sources; refunds negative, so that a sum nets them. All dates are kept. */
export function spendLines(rows: readonly SpendSeen[], place: PlaceName, convert: Convert): SpendLine[] {
  return rows.flatMap((row): SpendLine[] => {
    const tool = place(spendSighting(row)).tool?.id;
    if (tool === undefined) return [];
    const { date, amount, costCentre, at } = row;
    const refund = amount.minor < 0;
    return [{ tool, date, amount, base: convert(amount, date), refund, costCentre, evidence: at }];
  });
}

/** Software spend that no rate converts, per currency, refunds netted (METHOD 6a.16). */
export function unconvertedOf(lines: readonly SpendLine[]): Reconciliation['unconverted'] {
  const sums = new Map<string, { minor: number; rows: number }>();
  for (const { amount, base } of lines) {
    if (base !== null) continue;
    const sum = sums.get(amount.currency) ?? { minor: 0, rows: 0 };
    sums.set(amount.currency, { minor: sum.minor + amount.minor, rows: sum.rows + 1 });
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum })).sort((a, b) => textOrder(a.currency, b.currency));
}
