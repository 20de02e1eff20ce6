import { contractEvidence } from './contract-evidence.ts';
import { byName, makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { listWords } from './words.ts';

export const noticeAssumed = {
  meta: {
    id: 'notice-assumed',
    title: 'Contracts without a stated notice period',
    condition: 'The contract states no notice and may renew by itself; it is planned with 90 days.',
    reference: 'METHOD 4.1, 6a.20',
    step: 4,
  },
  find(context) {
    const { tools } = context.sections;
    const open = byName(
      tools.filter(({ contract }) => contract?.noticeState === 'assumed' && contract.autoRenew !== false),
    );
    if (open.length === 0) return [];
    const names = listWords(open.map((tool) => tool.name));
    const many = open.length === 1 ? 'states' : 'state';
    return [
      makeFinding(
        {
          rule: 'notice-assumed',
          title: `${open.length === 1 ? `The contract of ${names}` : `${open.length} contracts`} ${many} no notice period; 90 days are assumed`,
          severity: 'look',
          because: open.map(
            (tool) => `${tool.name}: notice by ${tool.contract?.noticeDeadline ?? ''} if it is 90 days.`,
          ),
        },
        open,
        open.flatMap((tool) => contractEvidence(tool, context)),
      ),
    ];
  },
} satisfies FindingRule;
