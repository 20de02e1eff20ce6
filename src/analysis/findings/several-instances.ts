import type { AuditTool } from '../../model/audit/structure.ts';
import { inForce } from '../structure/terms.ts';
import { makeFinding } from './make-finding.ts';
import type { FindingContext, FindingRule, StatedFinding } from './rule.ts';
import { listWords } from './words.ts';

export const severalInstances = {
  meta: {
    id: 'several-instances',
    title: 'Several workspaces or environments of one product',
    condition:
      'The sources name more than one workspace, tenant or environment of the product. To look at where the product is paid for; whether each of them is paid for is told where there is a contract for each.',
    reference: 'METHOD 6a.24',
    step: 4,
  },
  find: (context) =>
    context.sections.tools.filter((tool) => tool.instances.length > 1).map((tool) => instances(tool, context)),
} satisfies FindingRule;

function instances(tool: AuditTool, { snapshot }: FindingContext): StatedFinding {
  const contracts = inForce(
    snapshot.contracts.filter((contract) => contract.tool === tool.id),
    snapshot.asOf,
  ).length;
  const isPaid = contracts > 0 || tool.spend.annual !== null;
  const paidWords =
    contracts > 1
      ? `${contracts} contracts run for it at the same time.`
      : isPaid
        ? 'Whether each of them is paid for by itself is not known.'
        : 'No contract or payment is known for it.';
  return makeFinding(
    {
      rule: 'several-instances',
      title: `${tool.name} is there ${tool.instances.length} times: ${listWords(tool.instances)}`,
      severity: isPaid ? 'look' : 'note',
      because: [
        'They count as one tool here; apart they may lose a volume price and split what people know.',
        paidWords,
      ],
    },
    [tool],
  );
}
