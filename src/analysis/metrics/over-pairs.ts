import type { Structure, ToolPair } from '../../model/audit/structure.ts';
import { type Outcome, outcomeOf } from './metric.ts';
import { sum } from './sum.ts';

/** Mean over pairs of tools for the same job, each weighing by the smaller annual cost (METHOD 2.4). */
export function overPairs(
  { pairs, tools }: Pick<Structure, 'pairs' | 'tools'>,
  figure: (pair: ToolPair) => number | null,
): Outcome {
  if (pairs.length === 0) return { state: 'not-applicable', why: 'No two tools are bought for the same job.' };
  const cost = new Map(tools.map(({ id, spend }) => [id, spend.annual?.minor ?? null]));
  const rows = pairs.flatMap((pair) => {
    const [a, b, value] = [cost.get(pair.a) ?? null, cost.get(pair.b) ?? null, figure(pair)];
    return a === null || b === null || value === null ? [] : [{ weight: Math.max(0, Math.min(a, b)), value }];
  });
  const total = sum(rows.map((row) => row.weight));
  const mean = total > 0 ? sum(rows.map((row) => row.weight * row.value)) / total : null;
  const missing = 'Users and annual cost of both tools of a pair';
  return outcomeOf(mean, rows.length / pairs.length, missing, 'accounts (template usage) and contracts or spend');
}
