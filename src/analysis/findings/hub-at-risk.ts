import { connectedComponents } from 'graphology-components';
import type { AuditTool } from '../../model/audit/structure.ts';
import type { Evidence } from '../../model/evidence.ts';
import { addDays } from '../../util/day-arithmetic.ts';
import { liveGraph } from '../metrics/tool-graph.ts';
import { evidenceOf } from '../principles/reading.ts';
import { byName, makeFinding } from './make-finding.ts';
import type { FindingContext, FindingRule, StatedFinding } from './rule.ts';
import { insideSentence, listWords, numberOf } from './words.ts';

/** A contract that may end, or must be given notice, within this many days puts its hub at risk. */
const DAYS = 90;
const SHOWN = 6;

export const hubAtRisk = {
  meta: {
    id: 'hub-at-risk',
    title: 'A tool whose loss cuts others off',
    condition:
      'Live integrations join other tools only through this one (an articulation point of the graph). To act on where its contract may end or asks for notice within 90 days; to look at where it cuts off several tools or no other tool in use does its job.',
    reference: 'METHOD 2.6, 4.2',
    step: 4,
  },
  find(context) {
    const { articulation } = context.sections.integrations;
    return context.sections.tools
      .filter(({ id }) => articulation.includes(id))
      .map((tool) => ({ tool, cutOff: cutOffBy(tool, context) }))
      .filter(({ cutOff }) => cutOff.length > 0)
      .sort((a, b) => b.cutOff.length - a.cutOff.length || (a.tool.name < b.tool.name ? -1 : 1))
      .map(({ tool, cutOff }) => hub(tool, cutOff, context));
  },
} satisfies FindingRule;

function hub(tool: AuditTool, cutOff: readonly AuditTool[], context: FindingContext): StatedFinding {
  const contract = contractRisk(tool, context.snapshot.asOf);
  const jobs = onlyHolderOf(tool, context);
  const names = cutOff.map(({ name }) => name);
  const listed = names.length > SHOWN ? [...names.slice(0, SHOWN), `${names.length - SHOWN} more`] : names;
  const degree = context.sections.integrations.nodes.find((node) => node.tool === tool.id)?.degree ?? 0;
  const severity = contract !== null ? 'act' : cutOff.length > 1 || jobs.length > 0 ? 'look' : 'note';
  const because = [
    `It has live integrations with ${numberOf(degree, 'tool', 'tools')}; ${names.length === 1 ? 'the one that is cut off has' : 'those that are cut off have'} no other way to the rest.`,
    ...(contract === null ? [] : [contract]),
    ...(jobs.length === 0 ? [] : [`No other tool in use does ${listWords(jobs.slice(0, SHOWN))}.`]),
  ];
  const title = `If ${tool.name} falls away, ${listWords(listed)} ${names.length === 1 ? 'is' : 'are'} cut off from the other connected tools`;
  return makeFinding({ rule: 'hub-at-risk', title, severity, because }, [tool], edgesOf(tool, context));
}

/** Every tool around it that is not in the largest part which its loss leaves; of equal parts the first by name stays. */
function cutOffBy({ id }: AuditTool, { sections }: FindingContext): readonly AuditTool[] {
  const { nodes, edges } = sections.integrations;
  const live = edges.filter(({ state }) => state === 'live');
  const graph = liveGraph(
    nodes.map(({ tool }) => tool),
    live.map(({ from, to }) => [from, to] as const),
  );
  const around = connectedComponents(graph).find((part) => part.includes(id)) ?? [];
  const without = graph.copy();
  without.dropNode(id);
  const parts = connectedComponents(without)
    .filter((part) => part.some((node) => around.includes(node)))
    .map((part) => byName(sections.tools.filter((tool) => part.includes(tool.id))))
    .sort((a, b) => b.length - a.length || ((a[0]?.name ?? '') < (b[0]?.name ?? '') ? -1 : 1));
  return byName(parts.slice(1).flat());
}

/** Why the contract makes it worse; null = no contract, or it goes on for long enough. */
function contractRisk({ contract }: AuditTool, asOf: string): string | null {
  if (contract === null) return null;
  const horizon = addDays(asOf, DAYS);
  const ends = contract.end >= asOf && contract.end <= horizon && contract.autoRenew !== true;
  if (ends) return `Its contract ends on ${contract.end}${contract.autoRenew === null ? ' and may not renew' : ''}.`;
  const due = contract.noticeDeadline >= asOf && contract.noticeDeadline <= horizon && contract.autoRenew !== false;
  return due ? `Notice for its contract is due by ${contract.noticeDeadline}: settle its role before that.` : null;
}

/** Jobs with one home that it is bought for and that no other tool does. */
function onlyHolderOf({ id }: AuditTool, { sections }: FindingContext): readonly string[] {
  return sections.capabilities
    .filter(({ oneHome, tools }) => oneHome === 'strong' && tools.length === 1 && tools[0]?.tool === id)
    .filter(({ tools }) => tools[0]?.strength === 3)
    .map(({ name }) => insideSentence(name));
}

function edgesOf({ id }: AuditTool, { snapshot }: FindingContext): readonly Evidence[] {
  return evidenceOf(
    snapshot.integrations.filter(({ from, to, state }) => state === 'live' && (from === id || to === id)),
  );
}
