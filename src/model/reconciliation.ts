import { z } from 'zod';
import { Currency } from './money.ts';

/** Every data row ends in exactly one of these. */
export const Bucket = z.enum(['used', 'duplicate', 'review', 'not-software', 'unknown', 'refund', 'rejected']);
export type Bucket = z.infer<typeof Bucket>;

export const BucketCounts = z.record(Bucket, z.int().min(0));
export type BucketCounts = z.infer<typeof BucketCounts>;

/**
 * Rows in = sum of the buckets, for each kind of input and in total; money in = sum of the buckets, per currency, in
 * minor units (METHOD 6a.15). Rejected rows of spend keep their money where the amount can be read; the others are
 * counted in rows, file by file.
 */
export const Reconciliation = z.strictObject({
  rows: z.strictObject({ total: z.int().min(0), buckets: BucketCounts }),
  kinds: z.array(z.strictObject({ kind: z.string(), total: z.int().min(0), buckets: BucketCounts })),
  sources: z.array(z.strictObject({ source: z.string(), total: z.int().min(0), buckets: BucketCounts })),
  money: z.array(z.strictObject({ currency: Currency, totalMinor: z.int(), buckets: z.record(Bucket, z.int()) })),
  /**
   * Each file of spend, in the order of the sources: its rows are those accounted for, those rejected whose amount could
   * be read and those whose amount is unknown; its money, per currency, is what was accounted for and what was rejected.
   */
  spendFiles: z
    .array(
      z.strictObject({
        source: z.string(),
        rows: z.strictObject({
          total: z.int().min(0),
          accounted: z.int().min(0),
          rejectedWithMoney: z.int().min(0),
          rejectedUnknown: z.int().min(0),
        }),
        money: z.array(
          z.strictObject({ currency: Currency, totalMinor: z.int(), accountedMinor: z.int(), rejectedMinor: z.int() }),
        ),
      }),
    )
    .default([]),
  /** Software spend in a currency without a rate: not converted, reported apart (METHOD 6a.16). */
  unconverted: z.array(z.strictObject({ currency: Currency, minor: z.int(), rows: z.int().min(0) })),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

/** A name that needs a human, with what is at stake. */
export const OpenName = z.strictObject({
  raw: z.string(),
  kind: z.enum(['expense', 'sso', 'oauth', 'inventory', 'domain']),
  status: z.enum(['review', 'vendor-only', 'unknown']),
  vendor: z.string().nullable(),
  reason: z.string(),
  candidates: z.array(z.strictObject({ product: z.string(), name: z.string(), confidence: z.number() })),
  rows: z.int().positive(),
  money: z.array(z.strictObject({ currency: Currency, minor: z.int() })),
});
export type OpenName = z.infer<typeof OpenName>;
