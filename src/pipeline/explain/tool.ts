import type { Audit } from '../../model/audit/audit.ts';
import type { AuditTool, ToolContract, ToolSpend } from '../../model/audit/structure.ts';
import { fitLines } from './async-fit.ts';
import { type Explanation, fromAudit, located, same, toolName } from './explanation.ts';
import { amount } from './numbers.ts';
import { pairId } from './pair.ts';
import { seatLines } from './tool-seats.ts';

export const tool = fromAudit(
  'tool',
  (audit) => audit.tools.map(({ id }) => id),
  (id, audit) => {
    const found = audit.tools.find((entry) => same(entry.id, id)) ?? audit.tools.find((entry) => same(entry.name, id));
    return found === undefined ? null : explainTool(found, audit);
  },
);

function explainTool(found: AuditTool, audit: Audit): Explanation {
  return {
    id: found.id,
    kind: 'tool',
    title: found.name,
    lines: [
      `Vendor: ${found.vendor ?? 'unknown'}; ${found.listing}; seen in ${found.sources.join(', ') || 'no source'}.`,
      capabilityLine(found),
      ...nameLines(found, audit),
      ...seatLines(found, audit),
      ...costLines(found.spend),
      ...[found.contract, ...(found.furtherContracts ?? [])].flatMap((contract) =>
        contract === null ? [] : contractLine(contract),
      ),
      ...fitLines(found),
      ...relatedLines(found, audit),
    ],
    evidence: located(audit, found.evidence),
  };
}

function capabilityLine({ capabilities, capabilityOrigin }: AuditTool): string {
  const words = Object.entries(capabilities).map(([name, strength]) => `${name} ${strength}`);
  return `Capabilities (3 bought for it, 2 full substitute, 1 in part): ${words.join(', ') || 'unknown'} (${capabilityOrigin}).`;
}

function nameLines({ formerNames, instances, suite, members }: AuditTool, audit: Audit): string[] {
  return [
    ...(formerNames.length === 0 ? [] : [`Former names: ${formerNames.join(', ')}.`]),
    ...(instances.length === 0 ? [] : [`Instances: ${instances.join(', ')}.`]),
    ...(suite === null ? [] : [`Part of ${toolName(audit, suite)}.`]),
    ...(members.length === 0 ? [] : [`Holds ${members.map((id) => toolName(audit, id)).join(', ')}.`]),
  ];
}

const RULES: Readonly<Record<ToolSpend['rule'], string>> = {
  contract: 'the contract',
  'trailing-12-months': 'payments of the trailing 12 months, since no contract states it',
  annualised: 'payments with a pattern, annualised, since neither a contract nor a whole year is known',
  unknown: 'no rule applies',
};

function costLines({ annual, rule, basis, disagreement, period, trailing12Months }: ToolSpend): string[] {
  const told = [
    ...(period === null ? [] : [`booked in the period ${amount(period)}`]),
    ...(trailing12Months === null ? [] : [`in the trailing 12 months ${amount(trailing12Months)}`]),
  ];
  return [
    `Annual cost: ${annual === null ? 'unknown' : amount(annual)}, by ${RULES[rule]} (one cost per tool, chosen in the order contract, trailing 12 months, annualised; METHOD 6a.21). ${basis}`,
    ...(told.length === 0 ? [] : [`Paid: ${told.join('; ')}.`]),
    ...(disagreement === null ? [] : [disagreement]),
  ];
}

const NOTICE: Readonly<Record<ToolContract['noticeState'], string>> = {
  known: 'known',
  assumed: 'not stated, so 90 days are assumed',
  missed: 'missed',
};

function contractLine(contract: ToolContract): string[] {
  const { plan, end, noticeDays, noticeDeadline, noticeState, autoRenew, minimumSeats, annual, renewedFrom } = contract;
  const renews =
    autoRenew === null ? 'whether it renews is not stated' : autoRenew ? 'renews by itself' : 'does not renew';
  const parts = [
    `ends ${end}${renewedFrom === undefined ? '' : ` (renewed from ${renewedFrom})`}`,
    `notice: ${end} - ${noticeDays} days = ${noticeDeadline} (${NOTICE[noticeState]})`,
    renews,
    ...(minimumSeats === null ? [] : [`at least ${minimumSeats} seats`]),
    ...(annual === null ? [] : [`${amount(annual)} a year`]),
  ];
  return [`Contract${plan === null ? '' : ` ${plan}`}: ${parts.join('; ')}.`];
}

/** Where else in the report it stands. */
function relatedLines({ id }: AuditTool, audit: Audit): string[] {
  const decision = audit.consolidation.decisions.find((entry) => entry.tool === id);
  const findings = audit.findings.filter(({ subjects }) => subjects.includes(id));
  const pairs = audit.pairs.filter(({ a, b }) => a === id || b === id);
  return [
    ...(decision === undefined ? [] : [`Decision ${decision.id}: ${decision.verdict}.`]),
    ...(findings.length === 0 ? [] : [`Findings: ${findings.map((finding) => finding.id).join(', ')}.`]),
    ...(pairs.length === 0 ? [] : [`Pairs: ${pairs.map(pairId).join(', ')}.`]),
  ];
}
