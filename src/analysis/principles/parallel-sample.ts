import type { ToolPair } from '../../model/audit/structure.ts';
import type { ClusterSample } from '../scoring/cluster-bootstrap.ts';
import type { EstateUse } from '../structure/tool-use.ts';

/** A pair of tools for one job with what it weighs. */
export interface WeighedPair {
  readonly pair: Pick<ToolPair, 'a' | 'b' | 'capabilitySimilarity'>;
  readonly weight: number;
}

/** Memberships over all draws that keep the bootstrap within seconds. */
const MOST_MEMBERSHIPS = 2_000_000;

interface Members {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly shared: Int32Array;
}

/**
 * Sum of w C (1 - O) / sum of w as a sample of people (METHOD 2.4): the overlap of each pair is counted anew among those
 * drawn. Nothing where the use of people is not looked at, or where it would take too long.
 */
export function parallelSample(
  pairs: readonly WeighedPair[],
  { byTool, coUsers }: EstateUse,
): { readonly sample?: ClusterSample } {
  const usersOf = (tool: string) => byTool.get(tool)?.users ?? new Set<number>();
  const people = [...new Set(pairs.flatMap(({ pair }) => [...usersOf(pair.a), ...usersOf(pair.b)]))].sort(
    (x, y) => x - y,
  );
  const place = new Map(people.map((person, i) => [person, i]));
  const lists = new Map<string, Int32Array>();
  const listOf = (tool: string) => {
    const known = lists.get(tool) ?? Int32Array.from(usersOf(tool), (person) => place.get(person) ?? 0);
    lists.set(tool, known);
    return known;
  };
  const members = pairs.map(({ pair }): Members => {
    const both = [...usersOf(pair.a)].filter((person) => usersOf(pair.b).has(person));
    return { a: listOf(pair.a), b: listOf(pair.b), shared: Int32Array.from(both, (person) => place.get(person) ?? 0) };
  });
  const memberships = members.reduce((n, { a, b, shared }) => n + a.length + b.length + shared.length, 0);
  if (coUsers === null || people.length === 0 || memberships > MOST_MEMBERSHIPS) return {};
  return {
    sample: {
      kind: 'statistic',
      people,
      evaluate: (weights) => {
        const counts = Float64Array.from(weights);
        let top = 0;
        let bottom = 0;
        for (const [i, { a, b, shared }] of members.entries()) {
          const smaller = Math.min(drawn(a, counts), drawn(b, counts));
          const { pair, weight } = pairs[i] as WeighedPair;
          // Of a tool that nobody drawn uses, the overlap is not known in this draw.
          if (smaller === 0) continue;
          top += weight * pair.capabilitySimilarity * (1 - drawn(shared, counts) / smaller);
          bottom += weight;
        }
        return bottom > 0 ? top / bottom : null;
      },
    },
  };
}

function drawn(members: Int32Array, counts: Float64Array): number {
  let sum = 0;
  for (const member of members) sum += counts[member] ?? 0;
  return sum;
}
