import { makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { listWords } from './words.ts';

export const severalInstances = {
  meta: {
    id: 'several-instances',
    title: 'Several workspaces or environments of one product',
    condition: 'The sources name more than one workspace, tenant or environment of the product.',
    reference: 'METHOD 6a.24',
  },
  find({ sections }) {
    return sections.tools
      .filter((tool) => tool.instances.length > 1)
      .map((tool) =>
        makeFinding(
          {
            rule: 'several-instances',
            title: `${tool.name} is there ${tool.instances.length} times: ${listWords(tool.instances)}`,
            severity: 'look',
            because: ['They count as one tool here; apart they may lose a volume price and split what people know.'],
          },
          [tool],
        ),
      );
  },
} satisfies FindingRule;
