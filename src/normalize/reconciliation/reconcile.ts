import type { SourceRecord } from '../../model/observation.ts';
import type { Bucket, BucketCounts, Reconciliation } from '../../model/reconciliation.ts';
import { textOrder } from '../../util/text-order.ts';
import { BEST_FIRST, better, noCounts, type Placement } from './placement.ts';
import { spendFiles } from './spend-files.ts';

/** Row -> bucket of one source; the key null stands for rows that are not named one by one. */
type RowBuckets = ReadonlyMap<number | null, Bucket>;

function bucketsByRow(placements: readonly Placement[]): ReadonlyMap<string, RowBuckets> {
  const sources = new Map<string, Map<number | null, Bucket>>();
  for (const { at, bucket, rows: many } of placements) {
    if (many !== undefined) continue;
    const rows = sources.get(at.source) ?? new Map<number | null, Bucket>();
    sources.set(at.source, rows);
    const known = rows.get(at.row);
    rows.set(at.row, known === undefined ? bucket : better(known, bucket));
  }
  return sources;
}

/** Source -> rows that are placed in bulk. */
function bulkCounts(placements: readonly Placement[]): ReadonlyMap<string, BucketCounts> {
  const sources = new Map<string, BucketCounts>();
  for (const { at, bucket, rows } of placements) {
    if (rows === undefined) continue;
    const counts = sources.get(at.source) ?? noCounts();
    sources.set(at.source, counts);
    counts[bucket] += rows;
  }
  return sources;
}

/** Rows that no statement names one by one share the bucket of the statement on the whole file, where there is one. */
function countRows(source: SourceRecord, rows: RowBuckets): BucketCounts {
  const counts = noCounts();
  let named = 0;
  for (const [row, bucket] of rows) {
    if (row === null) continue;
    counts[bucket] += 1;
    named += 1;
  }
  const whole = rows.get(null);
  if (whole !== undefined && source.rows > named) counts[whole] += source.rows - named;
  return counts;
}

function sum(all: readonly BucketCounts[]): BucketCounts {
  const counts = noCounts();
  for (const one of all) for (const bucket of BEST_FIRST) counts[bucket] += one[bucket];
  return counts;
}

function moneyOf(placements: readonly Placement[], rows: ReadonlyMap<string, RowBuckets>): Reconciliation['money'] {
  const currencies = new Map<string, { totalMinor: number; buckets: BucketCounts }>();
  for (const { at, money, bucket } of placements) {
    if (money === null) continue;
    const entry = currencies.get(money.currency) ?? { totalMinor: 0, buckets: noCounts() };
    currencies.set(money.currency, entry);
    entry.totalMinor += money.minor;
    // The row's bucket, so that its money lies where the row is counted.
    entry.buckets[rows.get(at.source)?.get(at.row) ?? bucket] += money.minor;
  }
  return [...currencies]
    .map(([currency, entry]) => ({ currency, ...entry }))
    .sort((a, b) => textOrder(a.currency, b.currency));
}

/**
 * Rows per source, per kind of input (the source's profile or connector) and in total; money per currency in minor
 * units. Nothing is checked here: `assertReconciled` does that.
 */
export function reconcile(
  sources: readonly SourceRecord[],
  placements: readonly Placement[],
  unconverted: Reconciliation['unconverted'],
): Reconciliation {
  const rows = bucketsByRow(placements);
  const bulk = bulkCounts(placements);
  const perSource = sources.map((source) => ({
    source: source.id,
    total: source.rows,
    buckets: sum([countRows(source, rows.get(source.id) ?? new Map()), bulk.get(source.id) ?? noCounts()]),
  }));
  const names = [...new Set(sources.map((source) => source.kind))].sort(textOrder);
  const kinds = names.map((kind) => {
    const own = perSource.filter((_, position) => sources[position]?.kind === kind);
    const total = own.reduce((all, entry) => all + entry.total, 0);
    return { kind, total, buckets: sum(own.map((entry) => entry.buckets)) };
  });
  return {
    rows: {
      total: sources.reduce((all, source) => all + source.rows, 0),
      buckets: sum(perSource.map((entry) => entry.buckets)),
    },
    kinds,
    sources: perSource,
    money: moneyOf(placements, rows),
    spendFiles: spendFiles(sources, perSource, placements),
    unconverted: [...unconverted],
  };
}
