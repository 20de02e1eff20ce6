import { UndirectedGraph } from 'graphology';
import { connectedComponents } from 'graphology-components';
import metrics from 'graphology-metrics';

/** Shape of the graph of live integrations (METHOD 2.6). */
export interface GraphShape {
  readonly components: number;
  /** Nodes without an edge, in the order given. */
  readonly isolated: readonly string[];
  /** Nodes whose loss splits a component: single points of failure. */
  readonly articulation: readonly string[];
  readonly degree: ReadonlyMap<string, number>;
  /** Edges over possible edges, 0..1; null under two nodes. Never a goal by itself. */
  readonly density: number | null;
  /** Shortest paths that run through a node, unnormalised. */
  readonly betweenness: ReadonlyMap<string, number>;
  /** By the given partition, -0.5..1; null without edges. */
  readonly modularity: number | null;
}

export type Edge = readonly [string, string];

export function liveGraph(nodes: readonly string[], edges: readonly Edge[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const node of nodes) graph.mergeNode(node);
  for (const [from, to] of edges) if (from !== to) graph.mergeEdge(from, to);
  return graph;
}

/** `communityOf` gives the part of the partition that a node belongs to. */
export function graphShape(graph: UndirectedGraph, communityOf: (node: string) => string): GraphShape {
  const nodes = graph.nodes();
  // The library cannot take a graph without nodes.
  const through = nodes.length === 0 ? {} : metrics.centrality.betweenness(graph, { normalized: false });
  return {
    components: connectedComponents(graph).length,
    isolated: nodes.filter((node) => graph.degree(node) === 0),
    articulation: articulationPoints(graph),
    degree: new Map(nodes.map((node) => [node, graph.degree(node)])),
    density: nodes.length > 1 ? metrics.graph.density(graph) : null,
    betweenness: new Map(nodes.map((node) => [node, through[node] ?? 0])),
    modularity:
      graph.size === 0
        ? null
        : metrics.graph.modularity(graph, { getNodeCommunity: (node) => communityOf(String(node)) }),
  };
}

/** A node is one where taking it away leaves more pieces than before; direct, and fast enough for hundreds of tools. */
function articulationPoints(graph: UndirectedGraph): readonly string[] {
  const before = connectedComponents(graph).length;
  return graph.nodes().filter((node) => {
    if (graph.degree(node) < 2) return false;
    const without = graph.copy();
    without.dropNode(node);
    return connectedComponents(without).length > before;
  });
}
