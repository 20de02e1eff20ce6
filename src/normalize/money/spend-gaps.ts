import type { Period } from '../../model/calendar.ts';
import type { Gap } from '../../model/evidence.ts';
import type { ObservationOf, SourceRecord } from '../../model/observation.ts';
import { addDays, addMonths } from '../../util/day-arithmetic.ts';
import { daySpan } from '../../util/day-span.ts';
import { monthsCovered } from '../../util/months-covered.ts';

type SpendSeen = ObservationOf<'spend'>;

function datesOf(rows: readonly SpendSeen[]): readonly string[] {
  return rows.map(({ date }) => date);
}

function spansOf(rows: readonly SpendSeen[], sources: readonly SourceRecord[]): readonly Period[] {
  return sources.flatMap(
    ({ id, payments }) => payments ?? daySpan(datesOf(rows.filter(({ at }) => at.source === id))) ?? [],
  );
}

/**
 * One gap where rows of spend lie outside the audited period and that costs a figure: the period or the trailing twelve
 * months are not covered, or rows are too old or too new for either (METHOD 6a.1, 6a.21).
 */
export function spendGaps(rows: readonly SpendSeen[], sources: readonly SourceRecord[], period: Period): Gap[] {
  const isIn =
    ({ start, end }: Period) =>
    (row: SpendSeen) =>
      row.date >= start && row.date <= end;
  const outside = rows.filter((row) => !isIn(period)(row));
  const days = daySpan(datesOf(outside));
  if (days === null) return [];
  const year = { start: addMonths(addDays(period.end, 1), -12), end: period.end };
  const unused = outside.filter((row) => !isIn(year)(row)).length;
  const spans = spansOf(rows, sources);
  const why = [
    ...(monthsCovered(spans, period)
      ? []
      : ['No source covers the audited period, so what was paid in it is unknown.']),
    ...(monthsCovered(spans, year)
      ? []
      : [`No source covers the twelve months up to ${year.end}: their sum is unknown.`]),
    ...(unused === 0
      ? []
      : [`${unused} of ${rows.length} rows lie outside those twelve months as well and are in no cost.`]),
  ];
  if (why.length === 0) return [];
  const many = outside.length === 1 ? '1 row of spend lies' : `${outside.length} rows of spend lie`;
  return [
    {
      id: 'spend-outside-period',
      section: 'spend',
      title: `${many} outside the audited period (${days.start} to ${days.end})`,
      why: why.join(' '),
      wouldSupply: `Spend from ${year.start} to ${year.end}, or the right period in unsprawl.yaml.`,
    },
  ];
}
