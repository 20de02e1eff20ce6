import { metrics } from '../analysis/metrics/registry.ts';
import { constructs } from '../analysis/principles/constructs.ts';
import { signals } from '../analysis/principles/signals/registry.ts';
import { InputError } from '../errors/audit-error.ts';
import type { Audit } from '../model/audit/audit.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Measurement } from '../model/measurement.ts';
import { explainFigure } from './explain-figures.ts';

/** Plain sentences about one id, its figures in this audit, and the rows it rests on. */
export interface Explanation {
  readonly id: string;
  readonly kind: 'metric' | 'signal' | 'construct' | 'finding' | 'decision' | 'tool' | 'capability' | 'figure';
  readonly title: string;
  readonly lines: readonly string[];
  readonly evidence: readonly { readonly file: string; readonly row: number | null }[];
}

function located(audit: Audit | null, evidence: readonly Evidence[]): Explanation['evidence'] {
  const files = new Map((audit?.sources ?? []).map((source) => [source.id, source.file ?? source.title]));
  return evidence.map(({ source, row }) => ({ file: files.get(source) ?? source, row }));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A measurement in one sentence; absence says what is missing. */
function measurementLine(found: Measurement): string {
  if (found.state === 'measured')
    return `In this audit: ${found.value.toFixed(3)} ${found.unit}, confidence ${found.confidence.toFixed(2)}.`;
  if (found.state === 'estimated') return `In this audit: ${found.range[0]} to ${found.range[1]} ${found.unit}.`;
  if (found.state === 'insufficient-data') return `In this audit: not known. ${found.missing}. ${found.wouldSupply}`;
  if (found.state === 'not-applicable') return `In this audit: not applicable. ${found.why}`;
  return found.state === 'suppressed'
    ? `In this audit: withheld (fewer than ${found.k} people).`
    : `In this audit: failed. ${found.error}`;
}

function explainMetric(id: string, audit: Audit | null): Explanation | null {
  const metric = metrics.find((unit) => same(unit.meta.id, id));
  if (metric === undefined) return null;
  const { meta } = metric;
  const found = audit?.measurements.find((measurement) => measurement.id === meta.id);
  const lines = [
    `Formula: ${meta.formula}`,
    `Unit: ${meta.unit}; ${meta.direction}.`,
    `Evidence grade ${meta.grade}; ${meta.reference}.`,
    `Needs: ${meta.requires.join(', ')}.`,
    ...(found === undefined ? [] : [measurementLine(found)]),
  ];
  const evidence = found?.state === 'measured' ? found.evidence : [];
  return { id: meta.id, kind: 'metric', title: meta.title, lines, evidence: located(audit, evidence) };
}

function explainSignal(id: string, audit: Audit | null): Explanation | null {
  const signal = signals.find((unit) => same(unit.meta.id, id));
  if (signal === undefined) return null;
  const { meta } = signal;
  const found = [...(audit?.principles ?? []), ...(audit?.differences ?? []), ...(audit?.challenges ?? [])]
    .flatMap((construct) => construct.signals)
    .find((measured) => measured.id === meta.id);
  const now =
    found === undefined
      ? []
      : [
          `In this audit: ${found.words} (${found.state}${found.score === null ? '' : `, score ${found.score.toFixed(1)}`}).`,
          ...(found.wouldSupply === null ? [] : [`Would be supplied by: ${found.wouldSupply}`]),
        ];
  const lines = [
    `Formula: ${meta.formula}`,
    `Unit: ${meta.unit}.`,
    `Evidence grade ${meta.grade}; ${meta.reference}.`,
    ...now,
  ];
  return { id: meta.id, kind: 'signal', title: meta.title, lines, evidence: located(audit, found?.evidence ?? []) };
}

function explainConstruct(id: string, audit: Audit | null): Explanation | null {
  const construct = constructs.find((unit) => same(unit.id, id));
  if (construct === undefined) return null;
  const found = [...(audit?.principles ?? []), ...(audit?.differences ?? []), ...(audit?.challenges ?? [])].find(
    (scored) => same(scored.id, id),
  );
  const score =
    found === undefined
      ? []
      : [
          found.score === null
            ? `In this audit: insufficient evidence (${Math.round(found.coverage * 100)} % of the weight known).`
            : `In this audit: ${found.score.toFixed(0)} of 100, bounds ${found.bounds[0].toFixed(0)} to ${found.bounds[1].toFixed(0)}, coverage ${Math.round(found.coverage * 100)} %.`,
          ...found.signals.map((signal) => `${signal.id} ${signal.title}: ${signal.words} (${signal.state})`),
        ];
  return {
    id: construct.id,
    kind: 'construct',
    title: construct.title,
    lines: [construct.question, construct.rationale, ...score],
    evidence: [],
  };
}

function explainFinding(id: string, audit: Audit): Explanation | null {
  const finding = audit.findings.find((entry) => same(entry.id, id));
  if (finding === undefined) return null;
  return {
    id: finding.id,
    kind: 'finding',
    title: finding.title,
    lines: finding.because,
    evidence: located(audit, finding.evidence),
  };
}

function explainDecision(id: string, audit: Audit): Explanation | null {
  const decision = audit.consolidation.decisions.find((entry) => same(entry.id, id));
  if (decision === undefined) return null;
  const lines = [
    `Verdict: ${decision.verdict}${decision.target === null ? '' : `, work goes to ${decision.target}`}.`,
    ...decision.why,
    ...decision.lost,
    ...(decision.flipsIf === null ? [] : [`Flips if ${decision.flipsIf}`]),
    ...(decision.unknown === null ? [] : [decision.unknown]),
    `To undo: ${decision.undo}`,
  ];
  return { id: decision.id, kind: 'decision', title: decision.daci.decision, lines, evidence: [] };
}

function explainTool(id: string, audit: Audit): Explanation | null {
  const tool = audit.tools.find((entry) => same(entry.id, id) || same(entry.name, id));
  if (tool === undefined) return null;
  const known = (count: number | 'suppressed' | null) =>
    count === null ? 'unknown' : count === 'suppressed' ? 'withheld' : String(count);
  const lines = [
    `Vendor: ${tool.vendor ?? 'unknown'}; ${tool.listing}; seen in ${tool.sources.join(', ')}.`,
    `Capabilities: ${
      Object.entries(tool.capabilities)
        .map(([name, strength]) => `${name} ${strength}`)
        .join(', ') || 'unknown'
    } (${tool.capabilityOrigin}).`,
    `Seats: purchased ${known(tool.seats.purchased)}, active ${known(tool.seats.active)}, inactive ${known(tool.seats.inactive)}, unknown ${known(tool.seats.unknown)}.`,
    `Annual cost: ${tool.spend.basis}`,
    ...(tool.contract === null
      ? []
      : [
          `Contract ends ${tool.contract.end}; notice by ${tool.contract.noticeDeadline} (${tool.contract.noticeState}).`,
        ]),
    ...(tool.formerNames.length === 0 ? [] : [`Former names: ${tool.formerNames.join(', ')}.`]),
    ...(tool.instances.length === 0 ? [] : [`Instances: ${tool.instances.join(', ')}.`]),
  ];
  return { id: tool.id, kind: 'tool', title: tool.name, lines, evidence: located(audit, tool.evidence) };
}

function explainCapability(id: string, audit: Audit): Explanation | null {
  const capability = audit.capabilities.find((entry) => same(entry.id, id));
  if (capability === undefined) return null;
  const { d0, d1 } = capability.effectiveTools;
  const lines = [
    `Tools: ${capability.tools.map((entry) => entry.tool).join(', ') || 'none with activity'}.`,
    `Pattern: ${capability.pattern}; effective tools ${d1 === null ? 'unknown' : d1.toFixed(2)} of ${d0 ?? 'unknown'}.`,
    `Usage is known for ${Math.round(capability.coverage * 100)} % of its tools.`,
  ];
  return { id: capability.id, kind: 'capability', title: capability.name, lines, evidence: [] };
}

/**
 * What an id means and where its figure came from, down to rows.
 * @param audit the workspace's last audit, null where there is none (then only methods can be explained)
 * @throws InputError for an id that nothing answers to
 */
export function explain(id: string, audit: Audit | null): Explanation {
  const inAudit =
    audit === null
      ? null
      : (explainFinding(id, audit) ??
        explainDecision(id, audit) ??
        explainTool(id, audit) ??
        explainCapability(id, audit) ??
        explainFigure(id, audit));
  const found = inAudit ?? explainSignal(id, audit) ?? explainConstruct(id, audit) ?? explainMetric(id, audit);
  if (found !== null) return found;
  throw new InputError({
    code: 'unknown-id',
    message: `Nothing here is called "${id}".`,
    nextSteps: [
      'Use an id from the report: a metric, a signal such as P1.1, a principle such as P2, a finding, a decision, a tool, a capability, or savings, annual-cost, rows.',
      ...(audit === null ? ['Run `unsprawl audit` first to explain findings, decisions and tools.'] : []),
    ],
  });
}
