import { usageThreshold } from '../structure/group-threshold.ts';
import { leaversOf } from '../structure/leavers.ts';
import { byName, makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { listWords, numberOf, peopleWords } from './words.ts';

export const leaversWithAccounts = {
  meta: {
    id: 'leavers-with-accounts',
    title: 'People who have left still have accounts',
    condition: 'The end date of a person lies in or before the period, and an account is still open.',
    reference: 'METHOD 6a.13, 6a.14',
    step: 4,
  },
  find({ sections, snapshot, policy }) {
    const tools = byName(sections.tools.filter(({ seats }) => typeof seats.leavers === 'number' && seats.leavers > 0));
    if (tools.length === 0) return [];
    const count = peopleWords(leaversOf(snapshot, policy).size, usageThreshold(snapshot));
    return [
      makeFinding(
        {
          rule: 'leavers-with-accounts',
          title: `${count.charAt(0).toUpperCase()}${count.slice(1)} who have left still have open accounts in ${numberOf(tools.length, 'tool', 'tools')}`,
          severity: 'act',
          because: [
            `Open accounts in ${listWords(tools.map((tool) => tool.name))}.`,
            'Who they are stands in the restricted account list only.',
          ],
        },
        tools,
      ),
    ];
  },
} satisfies FindingRule;
