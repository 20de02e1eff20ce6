import type { AuditTool } from '../../model/audit/structure.ts';
import { moneyWords } from '../structure/money-words.ts';
import { contractEvidence } from './contract-evidence.ts';
import { makeFinding } from './make-finding.ts';
import type { FindingContext, FindingRule, StatedFinding } from './rule.ts';

export const noticeMissed = {
  meta: {
    id: 'notice-missed',
    title: 'A notice deadline has passed',
    condition: 'The as-of date is later than contract end less notice, and the contract may renew by itself.',
    reference: 'METHOD 4.1, 6a.20',
    step: 4,
  },
  find: (context) => context.sections.tools.flatMap((tool) => missed(tool, context) ?? []),
} satisfies FindingRule;

function missed(tool: AuditTool, context: FindingContext): StatedFinding | null {
  const { contract } = tool;
  if (contract === null || contract.noticeState !== 'missed' || contract.autoRenew === false) return null;
  // A term that ended before the audited period tells of an old contract list, not of a deadline of now.
  if (contract.end < context.snapshot.period.start) return null;
  const renews = contract.autoRenew === true ? 'renews' : 'may renew';
  return makeFinding(
    {
      rule: 'notice-missed',
      title: `Notice for ${tool.name} was due on ${contract.noticeDeadline}; the contract ${renews} on ${contract.end}`,
      severity: 'act',
      because: [
        `It asks for ${contract.noticeDays} days of notice.`,
        ...(contract.annual === null ? [] : [`The term costs ${moneyWords(contract.annual)} a year.`]),
        ...(contract.autoRenew === null ? ['Whether it renews by itself is not stated.'] : []),
      ],
    },
    [tool],
    contractEvidence(tool, context),
  );
}
