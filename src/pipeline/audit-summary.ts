import type { Audit } from '../model/audit/audit.ts';
import type { Finding } from '../model/audit/structure.ts';
import type { Money, MoneyQuantiles } from '../model/money.ts';
import type { WrittenFile } from './render.ts';

/** The one screen that ends an audit (DESIGN 6). */
export interface AuditSummary {
  readonly tools: {
    readonly total: number;
    readonly recognised: number;
    readonly withUsage: number;
    readonly unknownUsage: number;
  };
  readonly rows: { readonly total: number; readonly used: number; readonly rejected: number; readonly open: number };
  readonly money: readonly { readonly currency: string; readonly totalMinor: number; readonly usedMinor: number }[];
  readonly findings: readonly string[];
  readonly decisions: number;
  readonly net: MoneyQuantiles | null;
  readonly cashRunRate: Money | null;
  readonly principles: readonly {
    readonly id: string;
    readonly score: number | null;
    readonly coverage: number;
    /** Share of the known weight that rests on what people say, 0..1; null = nothing is known. */
    readonly selfDeclaredShare: number | null;
  }[];
  readonly nextDeadline: { readonly date: string; readonly title: string } | null;
  readonly mostValuableMissing: string | null;
  readonly report: string | null;
}

const SEVERITY_ORDER = { act: 0, look: 1, note: 2 } as const;

function byWeight(a: Finding, b: Finding): number {
  const severity = SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity];
  if (severity !== 0) return severity;
  const saving = (b.saving?.minor ?? 0) - (a.saving?.minor ?? 0);
  return saving !== 0 ? saving : a.id < b.id ? -1 : 1;
}

/** One finding of each rule first, so that three sentences show three different things. */
function leadingFindings(findings: readonly Finding[], count: number): readonly string[] {
  const ordered = [...findings].sort(byWeight);
  const firsts = ordered.filter(
    (finding, index) => ordered.findIndex((other) => other.rule === finding.rule) === index,
  );
  return [...firsts, ...ordered.filter((finding) => !firsts.includes(finding))]
    .slice(0, count)
    .map((finding) => finding.title);
}

export function summariseAudit(audit: Audit, files: readonly WrittenFile[]): AuditSummary {
  const { rows, money } = audit.reconciliation;
  const deadline = audit.transition.calendar
    .filter((entry) => entry.kind === 'notice' && entry.date >= audit.asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))[0];
  return {
    tools: {
      total: audit.tools.length,
      recognised: audit.tools.filter((tool) => tool.product !== null).length,
      withUsage: audit.tools.filter((tool) => tool.users !== null).length,
      unknownUsage: audit.tools.filter((tool) => tool.users === null).length,
    },
    rows: {
      total: rows.total,
      used: rows.buckets.used,
      rejected: rows.buckets.rejected,
      open: rows.buckets.review + rows.buckets.unknown,
    },
    money: money.map((line) => ({
      currency: line.currency,
      totalMinor: line.totalMinor,
      usedMinor: line.buckets.used,
    })),
    findings: leadingFindings(audit.findings, 3),
    decisions: audit.consolidation.decisions.filter((decision) => decision.verdict !== 'keep').length,
    net: audit.savings.bridge.lines.length === 0 ? null : audit.savings.bridge.net,
    cashRunRate: audit.savings.cashRunRate,
    principles: audit.principles.map(({ id, score, coverage, selfDeclaredShare }) => ({
      id,
      score,
      coverage,
      selfDeclaredShare,
    })),
    nextDeadline: deadline === undefined ? null : { date: deadline.date, title: deadline.title },
    mostValuableMissing: audit.advice[0]?.what ?? null,
    report: files.find((file) => file.path.endsWith('.html'))?.path ?? null,
  };
}
