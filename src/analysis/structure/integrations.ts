import type { IntegrationGraph } from '../../model/audit/structure.ts';
import type { Integration, Snapshot, Tool } from '../../model/snapshot.ts';
import { MINUTES_PER_HANDOFF, type NeedEdge, needCoverage } from '../metrics/need-coverage.ts';
import { type Edge, graphShape, liveGraph } from '../metrics/tool-graph.ts';

/** METHOD 2.6 and 6a.8: nodes are the tools named in any edge or need; the others have no integration data. */
export function integrationGraph(snapshot: Snapshot): IntegrationGraph {
  const { integrations, tools } = snapshot;
  const named = namedTools(integrations, tools);
  const live = integrations.filter((row) => row.state === 'live').map(({ from, to }): Edge => [from, to]);
  const graph = liveGraph(named, live);
  const shape = graphShape(graph, domainOf(snapshot));
  const need = needCoverage(graph, needsOf(integrations));
  const any = named.length > 0;
  return {
    nodes: named.map((tool) => ({
      tool,
      betweenness: shape.betweenness.get(tool) ?? 0,
      degree: shape.degree.get(tool) ?? 0,
      isolated: shape.isolated.includes(tool),
      articulation: shape.articulation.includes(tool),
    })),
    edges: integrations.map(({ from, to, state, weeklyHandoffs }) => ({ from, to, state, weeklyHandoffs })),
    isolated: [...shape.isolated],
    articulation: [...shape.articulation],
    components: any ? shape.components : null,
    density: shape.density,
    modularity: shape.modularity,
    betweenness: Object.fromEntries(shape.betweenness),
    needCoverage: { direct: need.direct, path: need.path, pairs: need.pairs },
    manualHandoffShare: need.manualShare,
    manualMinutesPerWeek: need.manualWeekly === null ? null : need.manualWeekly * MINUTES_PER_HANDOFF,
    noData: tools.filter((tool) => !named.includes(tool.id)).map((tool) => tool.id),
  };
}

/** In the order of the snapshot's tools. */
function namedTools(integrations: readonly Integration[], tools: readonly Tool[]): readonly string[] {
  const named = new Set(integrations.flatMap(({ from, to }) => [from, to]));
  return tools.map((tool) => tool.id).filter((id) => named.has(id));
}

/** One need for each pair of tools, whichever way round its rows name them; volumes add up. */
export function needsOf(integrations: readonly Integration[]): readonly NeedEdge[] {
  const needs = new Map<string, NeedEdge>();
  for (const { from, to, state, weeklyHandoffs } of integrations) {
    const needed = state === 'manual' || (weeklyHandoffs ?? 0) > 0;
    if (!needed || from === to) continue;
    const [a, b] = from < to ? [from, to] : [to, from];
    const before = needs.get(`${a}\u0000${b}`)?.weekly ?? null;
    const weekly = weeklyHandoffs === null ? before : weeklyHandoffs + (before ?? 0);
    needs.set(`${a}\u0000${b}`, { a, b, weekly });
  }
  return [...needs.values()];
}

/** The partition of the modularity: the domain of the capability that a tool is most bought for. */
function domainOf({ tools, capabilities }: Snapshot): (tool: string) => string {
  const domains = new Map(tools.map((tool) => [tool.id, mainDomain(tool, capabilities)]));
  return (tool) => domains.get(tool) ?? `(${tool})`;
}

function mainDomain(tool: Tool, capabilities: Snapshot['capabilities']): string {
  const held = capabilities.filter(({ id }) => tool.capabilities[id] !== undefined);
  const strength = (id: string) => tool.capabilities[id] ?? 0;
  const main = held.reduce<(typeof held)[number] | null>(
    (best, entry) => (best === null || strength(entry.id) > strength(best.id) ? entry : best),
    null,
  );
  return main?.domain ?? `(${tool.id})`;
}
