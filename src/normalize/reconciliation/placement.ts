import type { Evidence } from '../../model/evidence.ts';
import type { Money } from '../../model/money.ts';
import type { Bucket, BucketCounts } from '../../model/reconciliation.ts';

/** One observation of a row and the bucket it ends in. `money` is set for lines of spend, rejected ones where it can be read. */
export interface Placement {
  readonly at: Evidence;
  readonly bucket: Bucket;
  readonly money: Money | null;
  /** Rows that it stands for, each of them with no other placement; absent = the row of `at`. */
  readonly rows?: number;
}

/** Best first: a row with several observations ends in the best of their buckets. */
export const BEST_FIRST: readonly Bucket[] = [
  'used',
  'review',
  'unknown',
  'not-software',
  'duplicate',
  'refund',
  'rejected',
];

export function better(a: Bucket, b: Bucket): Bucket {
  return BEST_FIRST.indexOf(a) <= BEST_FIRST.indexOf(b) ? a : b;
}

/** Every bucket, at zero. */
export function noCounts(): BucketCounts {
  return { used: 0, duplicate: 0, review: 0, 'not-software': 0, unknown: 0, refund: 0, rejected: 0 };
}
