import type { UndirectedGraph } from 'graphology';
import { sum } from './sum.ts';

/** Work that must pass between two tools; `weekly` hand-offs, null = needed, volume unknown. */
export interface NeedEdge {
  readonly a: string;
  readonly b: string;
  readonly weekly: number | null;
}

/** Shares 0..1; null where there is no need on record, which is not full coverage (METHOD 2.6, 6a.8). */
export interface NeedCoverage {
  /** Hand-offs on pairs with a live integration over all hand-offs. */
  readonly direct: number | null;
  /** The same where up to two hops count. */
  readonly path: number | null;
  /** Pairs with a live integration over needed pairs, and with up to two hops. */
  readonly pairs: number | null;
  readonly pairsByPath: number | null;
  /** Hand-offs on pairs without a live integration over all. */
  readonly manualShare: number | null;
  readonly manualWeekly: number | null;
}

export function needCoverage(graph: UndirectedGraph, needs: readonly NeedEdge[]): NeedCoverage {
  const direct = needs.filter((need) => joined(graph, need));
  const byPath = needs.filter((need) => joined(graph, need) || withinTwoHops(graph, need));
  const total = handoffs(needs);
  const share = (part: readonly NeedEdge[]) => (total > 0 ? handoffs(part) / total : null);
  const count = (part: readonly NeedEdge[]) => (needs.length > 0 ? part.length / needs.length : null);
  const covered = share(direct);
  return {
    direct: covered,
    path: share(byPath),
    pairs: count(direct),
    pairsByPath: count(byPath),
    manualShare: covered === null ? null : 1 - covered,
    manualWeekly: total > 0 ? total - handoffs(direct) : null,
  };
}

/** Default of METHOD 2.6: what a person spends on carrying one thing over by hand. */
export const MINUTES_PER_HANDOFF = 6;

function handoffs(needs: readonly NeedEdge[]): number {
  return sum(needs.map((need) => need.weekly ?? 0));
}

function joined(graph: UndirectedGraph, { a, b }: NeedEdge): boolean {
  return graph.hasEdge(a, b);
}

function withinTwoHops(graph: UndirectedGraph, { a, b }: NeedEdge): boolean {
  if (!graph.hasNode(a) || !graph.hasNode(b)) return false;
  return graph.someNeighbor(a, (middle) => graph.hasEdge(middle, b));
}
