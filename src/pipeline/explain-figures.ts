import type { Audit } from '../model/audit/audit.ts';
import type { Money } from '../model/money.ts';
import { toMajor } from '../util/minor-units.ts';
import type { Explanation } from './explain.ts';

type FigureText = Pick<Explanation, 'title' | 'lines'>;

function amount(money: Money): string {
  return `${money.currency} ${toMajor(money.minor, money.currency).toFixed(2)}`;
}

function savings(audit: Audit): FigureText {
  const { bridge } = audit.savings;
  const names = new Map(audit.tools.map((tool) => [tool.id, tool.name]));
  const lines = bridge.lines.map(
    (line) =>
      `${names.get(line.tool) ?? line.tool}: gross ${amount(line.gross)} - commit floor ${amount(line.commitFloor)} - missed notice ${amount(line.missedNotice)} - migration ${amount(line.migration)} - dual running ${amount(line.dualRunning)} = ${amount(line.net)}`,
  );
  const { p10, p50, p90 } = bridge.net;
  const range =
    lines.length === 0
      ? 'No saving can be booked from these sources.'
      : `Range: ${amount(p10)} to ${amount(p90)}, middle ${amount(p50)}.`;
  return { title: 'Net saving in the first twelve months', lines: [range, bridge.method, ...lines] };
}

function annualCost(audit: Audit): FigureText {
  const lines = audit.tools
    .filter((tool) => tool.spend.annual !== null)
    .map(
      (tool) =>
        `${tool.name}: ${tool.spend.annual === null ? '' : amount(tool.spend.annual)} by ${tool.spend.rule}. ${tool.spend.basis}`,
    );
  const head = `Sum of one annual cost per tool; known for ${lines.length} of ${audit.tools.length}. A contract and the payments that match it never add up.`;
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

/** Headline figures of the report by name: `savings`, `annual-cost`, `rows`; null for any other id. */
export function explainFigure(id: string, audit: Audit): Explanation | null {
  const make = FIGURES[id.toLowerCase()];
  return make === undefined ? null : { id: id.toLowerCase(), kind: 'figure', ...make(audit), evidence: [] };
}
