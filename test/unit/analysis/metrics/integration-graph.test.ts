import { describe, expect, it } from 'vitest';
import { MINUTES_PER_HANDOFF, needCoverage } from '../../../../src/analysis/metrics/need-coverage.ts';
import { graphShape, liveGraph } from '../../../../src/analysis/metrics/tool-graph.ts';

const parts: Record<string, string> = { A: 'x', B: 'x', C: 'y', D: 'y', E: 'z' };
const graph = liveGraph(
  ['A', 'B', 'C', 'D', 'E'],
  [
    ['A', 'B'],
    ['B', 'C'],
    ['C', 'D'],
  ],
);

describe('integration graph: the path A-B-C-D and E by itself', () => {
  it('has the shape of a path', () => {
    const shape = graphShape(graph, (node) => parts[node] ?? '');
    expect(shape.components).toBe(2);
    expect(shape.isolated).toEqual(['E']);
    expect(shape.articulation).toEqual(['B', 'C']);
    // 3 of 10
    expect(shape.density).toBeCloseTo(0.3, 10);
    // B lies on A-C and A-D, C on A-D and B-D
    expect(Object.fromEntries(shape.betweenness)).toEqual({ A: 0, B: 2, C: 2, D: 0, E: 0 });
    // 2 x (1/3 - 1/4)
    expect(shape.modularity).toBeCloseTo(1 / 6, 10);
  });

  it('covers need by hand-offs and by pairs', () => {
    const needs = [
      { a: 'A', b: 'B', weekly: 40 },
      { a: 'A', b: 'C', weekly: 10 },
      { a: 'B', b: 'C', weekly: 25 },
      { a: 'C', b: 'D', weekly: 20 },
      { a: 'D', b: 'E', weekly: 5 },
    ];
    const found = needCoverage(graph, needs);
    // Direct: A-B, B-C, C-D, 85 of 100 hand-offs; A-C passes through B, D-E through nothing.
    expect(found.pairs).toBeCloseTo(0.6, 10);
    expect(found.pairsByPath).toBeCloseTo(0.8, 10);
    expect(found.direct).toBeCloseTo(0.85, 10);
    expect(found.path).toBeCloseTo(0.95, 10);
    expect(found.manualShare).toBeCloseTo(0.15, 10);
    expect((found.manualWeekly ?? 0) * MINUTES_PER_HANDOFF).toBe(90);
  });

  it('does not know the coverage of a need that nobody stated', () => {
    expect(needCoverage(graph, [])).toMatchObject({ direct: null, pairs: null, manualShare: null });
    const unknownVolume = needCoverage(graph, [{ a: 'A', b: 'E', weekly: null }]);
    expect(unknownVolume).toMatchObject({ direct: null, pairs: 0, manualShare: null });
  });
});
