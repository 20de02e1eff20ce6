import type { Audit } from '../../model/audit/audit.ts';
import type { ToolDecision } from '../../model/audit/consolidation.ts';
import { type Explanation, fromAudit, located, same, toolName } from './explanation.ts';
import { bridgeLine } from './figures.ts';
import { amount, count, percentOf } from './numbers.ts';

export const decision = fromAudit(
  'decision',
  (audit) => audit.consolidation.decisions.map(({ id }) => id),
  (id, audit) => {
    const found = audit.consolidation.decisions.find((entry) => same(entry.id, id));
    return found === undefined ? null : explainDecision(found, audit);
  },
);

const ROWS = 5;

function explainDecision(found: ToolDecision, audit: Audit): Explanation {
  const subject = audit.tools.find(({ id }) => id === found.tool);
  return {
    id: found.id,
    kind: 'decision',
    title: found.daci.decision,
    lines: [
      `Verdict: ${found.verdict}${found.target === null ? '' : `, work goes to ${toolName(audit, found.target)}`}.`,
      ...found.why,
      ...found.lost,
      ...objectiveLines(found, audit),
      ...stability(found, audit),
      ...audit.savings.bridge.lines
        .filter((line) => line.decision === found.id)
        .map((line) => `Net saving of the first twelve months: ${bridgeLine(line, audit)}`),
      ...(found.oneOff === null
        ? []
        : [`One-off cost: ${amount(found.oneOff)}. People who move: ${count(found.peopleMoved)}.`]),
      ...serves(found),
      ...(found.decideBy === null
        ? []
        : [
            `Decide by ${found.decideBy}. Driver: ${found.daci.driver ?? 'to be named'}; approver: ${found.daci.approver ?? 'to be named'}.`,
          ]),
      ...(found.unknown === null ? [] : [found.unknown]),
      `To undo: ${found.undo}`,
    ],
    evidence: located(audit, subject?.evidence.slice(0, ROWS) ?? []),
  };
}

/** The group of tools that was chosen together: what it costs today and under the plan. */
function objectiveLines({ tool }: ToolDecision, { consolidation }: Audit): string[] {
  const group = consolidation.groups.find(({ tools }) => tools.includes(tool));
  if (group === undefined) return ['It was not optimised: no other tool is weighed against it.'];
  const { baseline, objective } = group;
  const years = consolidation.horizonYears;
  if (baseline === null || objective === null) return [`Group ${group.id}: ${group.status}. ${group.note}`];
  const saved = { ...baseline, minor: baseline.minor - objective.minor };
  return [
    `Group ${group.id} over ${years} years: today ${amount(baseline)} - under the plan ${amount(objective)} = ${amount(saved)} less (${group.status}, ${group.enumerated} combinations priced).`,
    group.note,
  ];
}

function stability({ costOfReversal, runnerUp, flipsIf, keepFrequency }: ToolDecision, audit: Audit): string[] {
  return [
    ...(costOfReversal === null
      ? []
      : [
          `Deciding the other way costs ${amount(costOfReversal)} more over ${audit.consolidation.horizonYears} years.`,
        ]),
    ...(runnerUp === null ? [] : [`Second best: ${runnerUp}`]),
    ...(flipsIf === null ? [] : [`Flips if: ${flipsIf}`]),
    ...(keepFrequency === null
      ? []
      : [`Kept in ${percentOf(keepFrequency)} of the simulated draws (stable from 90 %, contestable from 60 %).`]),
  ];
}

function serves({ principle, step }: ToolDecision): string[] {
  if (principle === null && step === null) return [];
  const parts = [...(principle === null ? [] : [`principle ${principle}`]), ...(step === null ? [] : [`step ${step}`])];
  return [`Serves ${parts.join(' and ')}.`];
}
