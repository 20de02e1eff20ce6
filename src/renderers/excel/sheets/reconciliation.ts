import { Bucket } from '../../../model/reconciliation.ts';
import { toMajor } from '../../../util/minor-units.ts';
import { columnLetter, formula, text } from '../cells.ts';
import { FIRST_ROW, lastRow } from '../sheet.ts';
import { cents, type SheetMaker, sum } from './context.ts';

const FIRST_BUCKET = 3;
const LAST_BUCKET = FIRST_BUCKET + Bucket.options.length - 1;

function bucketSum(row: number): string {
  return `SUM(${columnLetter(FIRST_BUCKET)}${row}:${columnLetter(LAST_BUCKET)}${row})`;
}

/** Rows by kind of input; "Difference" must be 0. */
export const rowReconciliation: SheetMaker = ({ audit }) => {
  const { kinds, rows } = audit.reconciliation;
  const bottom = lastRow(kinds.length);
  const totals = [
    'Total',
    formula(`SUM(B${FIRST_ROW}:B${bottom})`, sum(kinds.map((kind) => kind.total))),
    ...Bucket.options.map((bucket, index) => {
      const letter = columnLetter(FIRST_BUCKET + index);
      return formula(`SUM(${letter}${FIRST_ROW}:${letter}${bottom})`, rows.buckets[bucket]);
    }),
    formula(`SUM(${columnLetter(LAST_BUCKET + 1)}${FIRST_ROW}:${columnLetter(LAST_BUCKET + 1)}${bottom})`, 0),
  ];
  return {
    name: 'Rows',
    title: 'Every row in exactly one bucket',
    note: `${rows.total} rows were read. The last column is rows minus buckets and must be 0.`,
    columns: [
      { header: 'Input', kind: 'text' },
      { header: 'Rows', kind: 'number' },
      ...Bucket.options.map((bucket) => ({ header: bucket, kind: 'number' as const })),
      { header: 'Difference', kind: 'number' },
    ],
    rows: kinds.map((kind, index) => [
      text(kind.kind),
      kind.total,
      ...Bucket.options.map((bucket) => kind.buckets[bucket]),
      formula(`B${FIRST_ROW + index}-${bucketSum(FIRST_ROW + index)}`, 0),
    ]),
    ...(kinds.length === 0 ? {} : { totals }),
    whenEmpty: 'Nothing was imported yet.',
  };
};

/** Money by currency; never added across currencies. */
export const moneyReconciliation: SheetMaker = ({ audit }) => ({
  name: 'Money',
  title: 'Money in is money in buckets, to the cent',
  note: 'Per currency, as booked. Amounts of different currencies are never added. The last column must be 0.',
  columns: [
    { header: 'Currency', kind: 'text' },
    { header: 'Total', kind: 'decimal' },
    ...Bucket.options.map((bucket) => ({ header: bucket, kind: 'decimal' as const })),
    { header: 'Difference', kind: 'decimal' },
  ],
  rows: audit.reconciliation.money.map((line, index) => [
    text(line.currency),
    toMajor(line.totalMinor, line.currency),
    ...Bucket.options.map((bucket) => toMajor(line.buckets[bucket], line.currency)),
    formula(`ROUND(B${FIRST_ROW + index}-${bucketSum(FIRST_ROW + index)},2)`, cents(0)),
  ]),
  whenEmpty: 'No spend was read. A card statement or ledger export supplies it.',
});

export const sources: SheetMaker = ({ audit }) => ({
  name: 'Sources',
  title: 'What the figures rest on',
  note: 'Reliability: 1 primary event log, 0.85 vendor aggregate, 0.6 self-declared, 0.5 heuristic.',
  columns: [
    { header: 'Source', kind: 'text' },
    { header: 'Taken for', kind: 'text' },
    { header: 'Rows', kind: 'number' },
    { header: 'Reliability', kind: 'decimal' },
    { header: 'Supplies', kind: 'text' },
    { header: 'Cannot tell', kind: 'long text' },
    { header: 'SHA-256', kind: 'text' },
  ],
  rows: audit.sources.map((source) => [
    text(source.id),
    text(source.title),
    source.rows,
    source.reliability,
    text(source.provides.join(', ')),
    text(source.cannotTell),
    text(source.sha256),
  ]),
  whenEmpty: 'Nothing was imported yet.',
});
