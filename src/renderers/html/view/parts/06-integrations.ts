import { integrationMap } from '../../../charts/integration-map.ts';
import { byText, listed, plural } from '../../../format/words.ts';
import type { Block, Part } from '../blocks.ts';
import { column, figure, none, numbers, table, words } from '../cells.ts';
import { type Context, missing } from '../context.ts';
import { pictured } from '../figure.ts';

const NODES = 36;
const states = { live: 'live', stale: 'stale', manual: 'copied by hand' } as const;

function lead({ audit, f }: Context): string {
  const graph = audit.integrations;
  if (graph.nodes.length === 0)
    return 'How the tools hand work to each other is unknown: no integration was declared or seen.';
  const live = graph.edges.filter((edge) => edge.state === 'live').length;
  const hand =
    graph.manualHandoffShare === null
      ? 'how much is copied by hand is unknown'
      : `${f.share(graph.manualHandoffShare)} of the hand-offs are copied by hand`;
  const minutes = graph.manualMinutesPerWeek === null ? '' : `, ${f.number(graph.manualMinutesPerWeek)} minutes a week`;
  return `${live} live ${plural(live, 'link')} join ${graph.nodes.length} tools; ${hand}${minutes}.`;
}

function retired({ audit }: Context): ReadonlySet<string> {
  return new Set(audit.consolidation.decisions.filter((d) => d.verdict === 'retire').map((d) => d.tool));
}

function map(context: Context): Block {
  const { audit, f } = context;
  const graph = audit.integrations;
  const gone = retired(context);
  const strongest = [...graph.nodes].sort(
    (a, b) => b.degree - a.degree || byText((n: (typeof graph.nodes)[number]) => n.tool)(a, b),
  );
  const nodes = strongest
    .slice(0, NODES)
    .sort(byText((node) => `${context.tool(node.tool).toLowerCase()} ${node.tool}`))
    .map((node) => ({
      id: node.tool,
      name: context.tool(node.tool),
      kind: node.articulation ? ('hub' as const) : node.isolated ? ('isolated' as const) : ('plain' as const),
      retired: gone.has(node.tool),
      words: `${context.tool(node.tool)}: ${node.degree} ${plural(node.degree, 'link')}`,
    }));
  const edges = graph.edges.map((edge) => ({
    ...edge,
    cut: gone.has(edge.from) || gone.has(edge.to),
    words: `${context.tool(edge.from)} to ${context.tool(edge.to)}: ${states[edge.state]}`,
  }));
  const more = graph.nodes.length > NODES ? ` The ${NODES} best joined of ${graph.nodes.length} are drawn.` : '';
  return pictured({
    id: 'integrations',
    title: 'What breaks when a tool goes',
    reading: `Large marks are tools whose loss would part the graph. Crosses are links that a recommended retirement cuts.${more}`,
    basis: 'A link counts as live when it was seen within 30 days; hand-offs as declared.',
    draw: (frame, text) => integrationMap(frame, text, nodes, edges),
    table: table(
      'Links between tools',
      [column('From'), column('To'), column('State'), numbers('Hand-offs', 'a week'), column('Cut by a retirement')],
      edges.map((edge) => [
        words(context.tool(edge.from)),
        words(context.tool(edge.to)),
        words(states[edge.state]),
        figure(edge.weeklyHandoffs, (v) => f.number(v)),
        edge.cut ? words('yes') : none(),
      ]),
    ),
  });
}

function graphText(context: Context): Block {
  const { f, audit } = context;
  const { needCoverage, articulation, isolated, noData, components } = audit.integrations;
  const tools = (ids: readonly string[]): string => listed(ids.map(context.tool));
  const lines = [
    `${f.share(needCoverage.direct)} of the needed hand-offs run over a direct link, ${f.share(needCoverage.path)} over at most two; ${f.share(needCoverage.pairs)} of the needed pairs are joined. Higher is better.`,
    components === null ? '' : `The graph falls into ${f.number(components)} separate ${plural(components, 'group')}.`,
    articulation.length > 0 ? `Everything hangs on ${tools(articulation)}.` : '',
    isolated.length > 0 ? `Named, but without a live link: ${tools(isolated)}.` : '',
    noData.length > 0
      ? `No integration facts for ${noData.length} ${plural(noData.length, 'tool')}, which is unknown and not isolated: ${tools(noData)}.`
      : '',
  ];
  return { kind: 'text', heading: 'Links and hand-offs', paragraphs: lines.filter((line) => line !== '') };
}

function homes(context: Context): Block {
  const { audit, f } = context;
  const { singleSource } = audit;
  if (singleSource.byType.length === 0)
    return missing(
      context,
      `Single source of truth: ${singleSource.note}`,
      ['homes', 'documents'],
      'the templates homes and documents',
    );
  return table(
    `Where things live: ${singleSource.index === null ? 'the single-source index is undefined' : `${f.share(singleSource.index)} lie in their agreed home`}`,
    [column('Kind of object'), column('Agreed home'), numbers('In the home'), numbers('All'), numbers('Share')],
    singleSource.byType.map((type) => [
      words(type.type),
      type.home === null ? words('none declared') : words(type.home),
      figure(type.inHome, (v) => f.number(v)),
      figure(type.total, (v) => f.number(v)),
      figure(type.share, (v) => f.share(v)),
    ]),
    {
      basis: `${singleSource.note} Kinds weigh equally; weighted by volume ${f.share(singleSource.byVolume)}. Higher is better.`,
    },
  );
}

/** Part 6: integrations and hand-offs. */
export function integrationsPart(context: Context): Part {
  const known = context.audit.integrations.nodes.length > 0;
  const blocks: Block[] = known
    ? [map(context), graphText(context), homes(context)]
    : [missing(context, 'No integration is known.', ['integrations'], 'the template integrations'), homes(context)];
  return { number: 6, heading: 'Integrations and hand-offs', lead: lead(context), summary: false, blocks };
}
