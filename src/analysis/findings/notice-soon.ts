import type { AuditTool } from '../../model/audit/structure.ts';
import { addDays, daysBetween } from '../scoring/iso-weeks.ts';
import { moneyWords } from '../structure/money-words.ts';
import { contractEvidence } from './contract-evidence.ts';
import { makeFinding } from './make-finding.ts';
import type { FindingContext, FindingRule, StatedFinding } from './rule.ts';
import { numberOf } from './words.ts';

const DAYS = 30;

export const noticeSoon = {
  meta: {
    id: 'notice-soon',
    title: 'A notice deadline is near',
    condition: 'The deadline is known, lies within 30 days after the as-of date, and the contract may renew by itself.',
    reference: 'METHOD 4.1, 6a.20',
    step: 4,
  },
  find: (context) => context.sections.tools.flatMap((tool) => soon(tool, context) ?? []),
} satisfies FindingRule;

function soon(tool: AuditTool, context: FindingContext): StatedFinding | null {
  const { contract } = tool;
  const { asOf } = context.snapshot;
  if (contract === null || contract.noticeState !== 'known' || contract.autoRenew === false) return null;
  if (contract.noticeDeadline > addDays(asOf, DAYS)) return null;
  const left = numberOf(daysBetween(asOf, contract.noticeDeadline), 'day', 'days');
  return makeFinding(
    {
      rule: 'notice-soon',
      title: `Notice for ${tool.name} must be given by ${contract.noticeDeadline}, ${left} after the as-of date`,
      severity: 'act',
      because: [
        `The contract ends on ${contract.end} and asks for ${contract.noticeDays} days of notice.`,
        ...(contract.annual === null ? [] : [`The next term costs ${moneyWords(contract.annual)} a year.`]),
      ],
    },
    [tool],
    contractEvidence(tool, context),
  );
}
