import type { Bucket } from '../../../../model/reconciliation.ts';
import { rejectedCount, rejectReason } from '../../../format/rejected-rows.ts';
import { plural } from '../../../format/words.ts';
import type { Block, Part } from '../blocks.ts';
import { column, figure, none, numbers, table, words } from '../cells.ts';
import { type Context, missing } from '../context.ts';

const buckets: readonly (readonly [Bucket, string])[] = [
  ['used', 'Used'],
  ['duplicate', 'Duplicate'],
  ['review', 'Review'],
  ['not-software', 'Not software'],
  ['unknown', 'Unknown'],
  ['refund', 'Refund'],
  ['rejected', 'Rejected'],
];

function lead({ audit, f }: Context): string {
  const { rows } = audit.reconciliation;
  if (audit.sources.length === 0) return 'No source was read, so nothing can be reconciled.';
  const sum = buckets.reduce((all, [bucket]) => all + rows.buckets[bucket], 0);
  const read = `${f.number(audit.sources.length)} ${plural(audit.sources.length, 'source')} gave ${f.number(rows.total)} ${plural(rows.total, 'row')}`;
  return sum === rows.total
    ? `${read}; every one stands in exactly one bucket, ${f.number(rows.buckets.rejected)} could not be read.`
    : `${read}, but the buckets add up to ${f.number(sum)}: ${f.number(Math.abs(rows.total - sum))} rows are not accounted for.`;
}

function sources(context: Context): Block {
  const { audit, f } = context;
  if (audit.sources.length === 0) return missing(context, 'No source was read.', ['tools'], 'the template inventory');
  return table(
    'Sources',
    [column('Source'), numbers('Rows'), column('Supplies'), numbers('Reliability', '0 to 1'), column('Cannot tell')],
    audit.sources.map((s) => [
      words(s.title, { sub: s.file }),
      figure(s.rows, (v) => f.number(v)),
      words(s.provides.join(', ')),
      figure(s.reliability, (v) => f.fixed(v, 2)),
      words(s.cannotTell),
    ]),
    { basis: 'Reliability: 1.00 event log, 0.85 vendor total, 0.60 self-declared, 0.50 rule of thumb.' },
  );
}

function rowBuckets({ audit, f }: Context): Block[] {
  const { kinds, rows } = audit.reconciliation;
  if (kinds.length === 0) return [];
  const line = (name: string, counts: Readonly<Record<Bucket, number>>, all: number) => {
    const sum = buckets.reduce((value, [bucket]) => value + counts[bucket], 0);
    const check = sum === all ? 'adds up' : `off by ${f.number(all - sum)}`;
    return [
      words(name),
      ...buckets.map(([bucket]) => figure(counts[bucket], (v) => f.number(v))),
      figure(all, (v) => f.number(v)),
      words(check),
    ];
  };
  return [
    table(
      'Rows by bucket and kind of input',
      [column('Input'), ...buckets.map(([, label]) => numbers(label)), numbers('Rows in'), column('Check')],
      kinds.map((kind) => line(kind.kind, kind.buckets, kind.total)),
      { basis: 'Every data row of every file is in exactly one bucket.', total: line('All', rows.buckets, rows.total) },
    ),
  ];
}

function moneyBuckets({ audit, f }: Context): Block[] {
  const { money, unconverted } = audit.reconciliation;
  if (money.length === 0) return [];
  const rows = money.map(({ currency, totalMinor, buckets: sums }) => {
    const cash = (minor: number) => figure(minor, (v) => f.amount({ minor: v, currency }));
    const sum = buckets.reduce((value, [bucket]) => value + sums[bucket], 0);
    const check = sum === totalMinor ? 'adds up' : `off by ${f.money({ minor: totalMinor - sum, currency })}`;
    return [words(currency), ...buckets.map(([bucket]) => cash(sums[bucket])), cash(totalMinor), words(check)];
  });
  const apart = unconverted.map(
    (u) => `${f.money(u)} in ${f.number(u.rows)} ${plural(u.rows, 'row')} has no rate and is not converted.`,
  );
  return [
    table(
      'Money by bucket and currency',
      [column('Currency'), ...buckets.map(([, label]) => numbers(label)), numbers('Money in'), column('Check')],
      rows,
      { basis: ['Rejected rows whose amount could not be read are counted in rows only.', ...apart].join(' ') },
    ),
  ];
}

/** File total = accounted + rejected with an amount + rejected without one, whose money nobody knows. */
function spendFiles(context: Context): Block[] {
  const { audit, f } = context;
  const rows = audit.reconciliation.spendFiles.flatMap(({ source, rows: counts, money }) => {
    const name = words(context.source(source));
    const count = (value: number) => figure(value, (v) => f.number(v));
    const sums = money.map(({ currency, totalMinor, accountedMinor, rejectedMinor }) => {
      const cash = (minor: number) => figure(minor, (v) => f.amount({ minor: v, currency }));
      const check =
        accountedMinor + rejectedMinor === totalMinor
          ? 'adds up'
          : `off by ${f.money({ minor: totalMinor - accountedMinor - rejectedMinor, currency })}`;
      return [name, words(currency), cash(totalMinor), cash(accountedMinor), cash(rejectedMinor), words(check)];
    });
    const sum = counts.accounted + counts.rejectedWithMoney + counts.rejectedUnknown;
    const lost = counts.rejectedUnknown;
    const unknown = lost > 0 ? `; the amounts of ${f.number(lost)} are unknown` : '';
    const check = sum === counts.total ? `adds up${unknown}` : `off by ${f.number(counts.total - sum)}`;
    const rejectedRows = count(counts.rejectedWithMoney + lost);
    return [...sums, [name, words('rows'), count(counts.total), count(counts.accounted), rejectedRows, words(check)]];
  });
  if (rows.length === 0) return [];
  const columns = [column('Source'), column('Unit'), numbers('In the file'), numbers('Accounted for')];
  return [
    table('Money by file', [...columns, numbers('Rejected'), column('Check')], rows, {
      basis: 'Rejected rows keep their money where the amount can be read; the rows are listed below.',
    }),
  ];
}

function rejected(context: Context): Block[] {
  const { audit, f } = context;
  if (audit.rejected.length === 0) return [];
  const rows = audit.rejected
    .slice(0, 200)
    .map((r) => [
      words(context.source(r.at.source)),
      figure(r.at.row, String),
      words(r.field ?? 'whole row'),
      words(rejectReason(r)),
      r.money === null ? none() : words(f.money(r.money)),
    ]);
  const count = rejectedCount(audit.rejected);
  const caption = `${f.number(count)} rejected ${plural(count, 'row')}`;
  const columns = [column('Source'), numbers('Row'), column('Field'), column('Reason'), column('Money')];
  const more = audit.rejected.length > 200 ? { basis: 'The first 200; all of them are in audit.json.' } : {};
  return [{ kind: 'fold', summary: `${caption}: file, row and reason`, blocks: [table(caption, columns, rows, more)] }];
}

/** Part 2: scope, sources, reconciliation. */
export function scope(context: Context): Part {
  const { audit, f } = context;
  const people =
    audit.people.counted === null
      ? 'an unknown number of people (no people list)'
      : `${f.number(audit.people.counted)} people`;
  const text: Block = {
    kind: 'text',
    heading: 'Scope',
    paragraphs: [
      `Period ${f.period(audit.period)}; deadlines are judged on ${f.day(audit.asOf)}. ${audit.organisation.name}, ${people}, amounts in ${audit.currency}.`,
      `Counts of people below ${audit.people.privacy.k.usage} (use) or ${audit.people.privacy.k.collaboration} (calendar and messages) are withheld, and so is every count from which one of them could be worked out; ${f.number(audit.people.privacy.suppressed)} were.`,
    ],
  };
  const blocks = [text, sources(context), ...rowBuckets(context), ...moneyBuckets(context)];
  blocks.push(...spendFiles(context), ...rejected(context));
  return { number: 2, heading: 'Scope, sources, reconciliation', lead: lead(context), summary: false, blocks };
}
