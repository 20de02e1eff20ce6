import type { Audit } from '../../model/audit/audit.ts';
import type { Savings } from '../../model/audit/consolidation.ts';
import { type Explainer, type Explanation, fromAudit, located, same, toolName } from './explanation.ts';
import { amount } from './numbers.ts';

type FigureText = Pick<Explanation, 'title' | 'lines'>;

/** One line of the bridge as a sum that adds up. */
export function bridgeLine(line: Savings['bridge']['lines'][number], audit: Audit): string {
  const { gross, commitFloor, missedNotice, migration, dualRunning, net } = line;
  return `${toolName(audit, line.tool)}: gross ${amount(gross)} - commit floor ${amount(commitFloor)} - missed notice ${amount(missedNotice)} - migration ${amount(migration)} - dual running ${amount(dualRunning)} = ${amount(net)}`;
}

function savings(audit: Audit): FigureText {
  const { bridge, cashThisYear, cashRunRate, avoided, hours, paybackMonths } = audit.savings;
  const lines = bridge.lines.map((line) => bridgeLine(line, audit));
  const { p10, p50, p90 } = bridge.net;
  const { gross, commitFloor, missedNotice, migration, dualRunning, netLikely } = bridge;
  const money = (value: typeof cashThisYear) => (value === null ? 'unknown' : amount(value));
  const sums = [
    `Range: ${amount(p10)} to ${amount(p90)}, middle ${amount(p50)}.`,
    `Likely: gross ${amount(gross)} - commit floor ${amount(commitFloor)} - missed notice ${amount(missedNotice)} - migration ${amount(migration)} - dual running ${amount(dualRunning)} = ${amount(netLikely)}.`,
    `Cash this fiscal year ${money(cashThisYear)}; cash a year from then on ${money(cashRunRate)}; cost avoided ${money(avoided)}${hours === null ? '' : `; hours freed ${hours.low} to ${hours.high}, likely ${hours.likely}`}. The columns are never added (METHOD 6a.22).`,
    ...(paybackMonths === null ? [] : [`Paid back after ${paybackMonths} months.`]),
  ];
  const head = lines.length === 0 ? ['No saving can be booked from these sources.'] : sums;
  return { title: 'Net saving in the first twelve months', lines: [...head, bridge.method, ...lines] };
}

function annualCost(audit: Audit): FigureText {
  const paid = audit.tools.flatMap(({ name, spend }) =>
    spend.annual === null ? [] : [{ name, annual: spend.annual, rule: spend.rule, basis: spend.basis }],
  );
  const total = paid.reduce((sum, { annual }) => sum + annual.minor, 0);
  const lines = paid.map(({ name, annual, rule, basis }) => `${name}: ${amount(annual)} by ${rule}. ${basis}`);
  const head = `Sum of one annual cost per tool: ${amount({ minor: total, currency: audit.currency })}; known for ${paid.length} of ${audit.tools.length}. A contract and the payments that match it never add up (METHOD 6a.21).`;
  return { title: 'Annual cost of tools', lines: [head, ...lines] };
}

function rows(audit: Audit): FigureText {
  const lines = audit.reconciliation.kinds.map(
    (kind) =>
      `${kind.kind}: ${kind.total} rows = ${Object.entries(kind.buckets)
        .filter(([, count]) => count > 0)
        .map(([bucket, count]) => `${count} ${bucket}`)
        .join(' + ')}`,
  );
  return { title: 'Rows read and where each went', lines };
}

const FIGURES: Readonly<Record<string, (audit: Audit) => FigureText>> = {
  savings,
  'annual-cost': annualCost,
  rows,
};

/** Headline figures of the report by name. */
export const figure: Explainer = fromAudit(
  'figure',
  () => Object.keys(FIGURES),
  (id, audit) => {
    const [name, make] = Object.entries(FIGURES).find(([key]) => same(key, id)) ?? [];
    if (name === undefined || make === undefined) return null;
    return { id: name, kind: 'figure', ...make(audit), evidence: placesOf(name, audit) };
  },
);

/** Every file for the rows; for money the rows of contracts and spend of the tools in question. */
function placesOf(name: string, audit: Audit): Explanation['evidence'] {
  if (name === 'rows')
    return located(
      audit,
      audit.sources.map(({ id }) => ({ source: id, row: null })),
    );
  const saved = new Set(audit.savings.bridge.lines.map((line) => line.tool));
  const money = new Set(
    audit.sources
      .filter(({ provides }) => provides.some((s) => s === 'contracts' || s === 'spend'))
      .map(({ id }) => id),
  );
  return located(
    audit,
    audit.tools.flatMap(({ id, evidence }) =>
      name === 'savings' && !saved.has(id) ? [] : evidence.filter(({ source }) => money.has(source)),
    ),
  );
}
