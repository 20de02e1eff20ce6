import type { TeamChoice } from './team-choices.ts';

export interface SubsetTable {
  /** Least cost of a team for each set of kept tools; Infinity where it cannot work. */
  readonly cost: Float64Array;
  /** Fewest moves of a team for each set of kept tools. */
  readonly moves: Float64Array;
}

/** For each set of kept tools, the least over all choices whose tools lie inside the set (one pass per tool). */
export function bestBySubset(choices: readonly TeamChoice[], tools: number): SubsetTable {
  const size = 2 ** tools;
  const cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const moves = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  for (const choice of choices) {
    cost[choice.mask] = Math.min(cost[choice.mask] ?? 0, choice.cost);
    moves[choice.mask] = Math.min(moves[choice.mask] ?? 0, choice.moves);
  }
  for (let bit = 1; bit < size; bit <<= 1) {
    lower(cost, bit);
    lower(moves, bit);
  }
  return { cost, moves };
}

function lower(table: Float64Array, bit: number): void {
  for (let set = 0; set < table.length; set++) {
    if ((set & bit) === 0) continue;
    const without = table[set ^ bit] ?? 0;
    if (without < (table[set] ?? 0)) table[set] = without;
  }
}
