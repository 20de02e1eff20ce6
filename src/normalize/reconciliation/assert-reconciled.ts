import { InternalError } from '../../errors/audit-error.ts';
import type { Collection } from '../../model/observation.ts';
import type { BucketCounts, Reconciliation } from '../../model/reconciliation.ts';
import { BEST_FIRST } from './placement.ts';

function inBuckets(counts: BucketCounts): number {
  return BEST_FIRST.reduce((sum, bucket) => sum + counts[bucket], 0);
}

function fail(what: string, expected: number, found: number): never {
  throw new InternalError({
    code: 'not-reconciled',
    message: `${what}: ${expected} came in, ${found} are accounted for.`,
    nextSteps: ['Report this with the kind of the source; no figure of this run can be trusted.'],
  });
}

function check(what: string, expected: number, found: number): void {
  if (expected !== found) fail(what, expected, found);
}

function checkSourcesKnown(collection: Pick<Collection, 'sources' | 'observations' | 'rejected'>): void {
  const known = new Set(collection.sources.map((source) => source.id));
  const strays = [...collection.observations, ...collection.rejected].filter(({ at }) => !known.has(at.source));
  check(
    `Statements that name a source of the collection`,
    collection.observations.length + collection.rejected.length,
    collection.observations.length + collection.rejected.length - strays.length,
  );
}

function checkMoney(
  reconciliation: Reconciliation,
  { observations, rejected }: Pick<Collection, 'observations' | 'rejected'>,
): void {
  const came = new Map<string, number>();
  const read = observations.flatMap((observation) => (observation.kind === 'spend' ? [observation.amount] : []));
  for (const { currency, minor } of [...read, ...rejected.flatMap(({ money }) => money ?? [])]) {
    came.set(currency, (came.get(currency) ?? 0) + minor);
  }
  check('Currencies of spend', came.size, reconciliation.money.length);
  for (const { currency, totalMinor, buckets } of reconciliation.money) {
    check(`Spend in ${currency}, minor units`, came.get(currency) ?? 0, totalMinor);
    check(`Spend in ${currency} by bucket, minor units`, totalMinor, inBuckets(buckets));
  }
}

/**
 * Rows in = rows in buckets, for each source, each kind and in total; money in = money in buckets, per currency
 * (METHOD 6a.15). Throws InternalError at the first sum that does not hold.
 */
export function assertReconciled(
  reconciliation: Reconciliation,
  collection: Pick<Collection, 'sources' | 'observations' | 'rejected'>,
): void {
  checkSourcesKnown(collection);
  for (const { source, total, buckets } of reconciliation.sources)
    check(`Rows of ${source}`, total, inBuckets(buckets));
  for (const { kind, total, buckets } of reconciliation.kinds) check(`Rows of ${kind}`, total, inBuckets(buckets));
  const came = collection.sources.reduce((sum, source) => sum + source.rows, 0);
  check('Rows of all sources', came, reconciliation.rows.total);
  check('Rows of all sources by bucket', came, inBuckets(reconciliation.rows.buckets));
  check(
    'Rows of all kinds',
    came,
    reconciliation.kinds.reduce((sum, entry) => sum + entry.total, 0),
  );
  checkMoney(reconciliation, collection);
}
