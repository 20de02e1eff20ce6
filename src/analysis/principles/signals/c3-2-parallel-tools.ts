import type { Structure } from '../../../model/audit/structure.ts';
import { low } from '../../scoring/shape.ts';
import { parallelSample } from '../parallel-sample.ts';
import { percent } from '../phrases.ts';
import { measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const parallelTools = {
  meta: {
    id: 'C3.2',
    title: 'Tools used side by side by different people',
    construct: 'C3',
    unit: 'ratio',
    shape: low(0.05, 0.4),
    grade: 'D',
    weight: 1,
    formula: 'sum over pairs bought for the same job of smaller spend x C (1 - O) / sum of smaller spend',
    reference: 'METHOD 1 C3.2, 2.4, Annex A',
    source: 'accounts (template usage) and cost of tools (templates contracts, spend)',
    requires: ['tools', 'accounts'],
    privacy: 'usage',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, structure, facts }: SignalInput) => {
    const people = facts.toolUsers();
    const reliability = facts.reliability('accounts', 'usageDays');
    if (structure.pairs.length === 0) {
      if (!structure.tools.some((t) => t.users !== null)) return notConnected('No tool has known users.');
      return measured({ value: 0, reliability, people, words: 'no two tools are bought for the same job' });
    }
    const pairs = structure.pairs.flatMap((pair) => {
      const weight = smallerSpend(pair.a, pair.b, structure);
      return pair.parallelTools === null || weight === null ? [] : [{ pair, weight, share: pair.parallelTools }];
    });
    const weight = pairs.reduce((n, p) => n + p.weight, 0);
    if (weight === 0) return notConnected('No pair of tools for the same job has both users and cost.');
    const value = pairs.reduce((n, p) => n + p.weight * p.share, 0) / weight;
    const isWhole =
      pairs.length === structure.pairs.length && snapshot.contracts.length > 0 && snapshot.spend.length > 0;
    return measured({
      ...(isWhole ? {} : { range: unweightedRange(structure.pairs) }),
      ...parallelSample(pairs, facts.use()),
      value,
      coverage: pairs.length / structure.pairs.length,
      reliability,
      people,
      words: `${percent(value)} of what overlapping tools do is done side by side by people who do not share a tool`,
      note: `${pairs.length} of ${structure.pairs.length} pairs have both users and cost.`,
    });
  },
} as const satisfies SignalUnit;

function smallerSpend(a: string, b: string, structure: Pick<Structure, 'tools'>): number | null {
  const [x, y] = [a, b].map((id) => structure.tools.find((t) => t.id === id)?.spend.annual ?? null);
  return x == null || y == null || x.currency !== y.currency ? null : Math.max(0, Math.min(x.minor, y.minor));
}

/** Under whatever costs: between the pair with the least and the one with the most; unknown users may all or none be shared. */
function unweightedRange(pairs: Structure['pairs']): readonly [number, number] {
  return [
    Math.min(...pairs.map((pair) => pair.parallelTools ?? 0)),
    Math.max(...pairs.map((pair) => pair.parallelTools ?? pair.capabilitySimilarity)),
  ];
}
