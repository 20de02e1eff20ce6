import { makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';

export const costDisagreement = {
  meta: {
    id: 'cost-disagreement',
    title: 'Contract and payments disagree',
    condition: 'The annual cost by contract and by payments differ by more than 10 %.',
    reference: 'METHOD 6a.21',
    step: 4,
  },
  find({ sections }) {
    return sections.tools.flatMap((tool) => {
      const { disagreement } = tool.spend;
      if (disagreement === null) return [];
      const title = `${tool.name}: ${disagreement.charAt(0).toLowerCase()}${disagreement.slice(1).replace(/\.$/, '')}`;
      const because = [
        'The contract is used as the annual cost. A missing invoice, a price change or added seats can explain it.',
      ];
      return [makeFinding({ rule: 'cost-disagreement', title, severity: 'look', because }, [tool])];
    });
  },
} satisfies FindingRule;
