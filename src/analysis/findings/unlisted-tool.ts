import { moneyWords } from '../structure/money-words.ts';
import { makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';

export const unlistedTool = {
  meta: {
    id: 'unlisted-tool',
    title: 'A contract that the inventory does not know',
    condition: 'Seen in the contracts and not in the inventory. Not stated where there is no inventory.',
    reference: 'METHOD 6a.17',
    step: 4,
  },
  find({ sections }) {
    if (!sections.tools.some((tool) => tool.listing === 'listed')) return [];
    return sections.tools
      .filter((tool) => tool.listing === 'unlisted')
      .map((tool) =>
        makeFinding(
          {
            rule: 'unlisted-tool',
            title: `${tool.name} has a contract and is missing from the inventory`,
            severity: 'look',
            because: tool.spend.annual === null ? [] : [`It costs ${moneyWords(tool.spend.annual)} a year.`],
          },
          [tool],
        ),
      );
  },
} satisfies FindingRule;
