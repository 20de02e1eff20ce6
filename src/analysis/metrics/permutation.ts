import { type Random, seededRandom } from '../scoring/seeded-random.ts';
import { type TeamDiversity, teamDiversity } from './team-diversity.ts';

/** One person's activity over the tools of a capability, and the number of their team (0..teams-1). */
export interface PersonRow {
  readonly team: number;
  readonly activity: readonly number[];
}

export interface CorrectedDiversity extends TeamDiversity {
  /** Raw normalised divergence less the mean under chance, floored at 0 (METHOD 2.5). */
  readonly jsdNormalisedCorrected: number;
}

/** Teams x tools; `labels` gives each row its team. */
function tableOf(rows: readonly PersonRow[], labels: readonly number[], teams: number): readonly (readonly number[])[] {
  const width = rows[0]?.activity.length ?? 0;
  const table = Array.from({ length: teams }, () => new Array<number>(width).fill(0));
  for (let i = 0; i < rows.length; i += 1) {
    const [target, activity] = [table[labels[i] ?? 0], rows[i]?.activity];
    if (target === undefined || activity === undefined) continue;
    for (let t = 0; t < width; t += 1) target[t] = (target[t] ?? 0) + (activity[t] ?? 0);
  }
  return table;
}

/**
 * Divergence between small teams is biased upward. `draws` permutations of people over teams, from a seed, say how much
 * of it chance alone would show. People must come in an order that does not depend on pseudonyms.
 */
export function correctedDiversity(
  rows: readonly PersonRow[],
  teams: number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): CorrectedDiversity | null {
  const labels = rows.map((row) => row.team);
  const raw = teamDiversity(tableOf(rows, labels, teams));
  if (raw === null) return null;
  const random = seededRandom(seed);
  const divergence = permutable(rows, teams);
  const order = Int32Array.from(labels);
  let chance = 0;
  for (let i = 0; i < draws; i += 1) chance += divergence(shuffle(order, random));
  return { ...raw, jsdNormalisedCorrected: Math.max(0, raw.jsdNormalised - (draws > 0 ? chance / draws : 0)) };
}

/**
 * Normalised divergence of the rows under other teams. With x activity of a team in a tool and T of a team, the entropies
 * need sums of x ln x and T ln T alone, and what the rows add up to over all teams stays the same.
 */
function permutable(rows: readonly PersonRow[], teams: number): (labels: Int32Array) => number {
  const width = rows[0]?.activity.length ?? 0;
  const entries = rows.flatMap(({ activity }, row) => activity.flatMap((x, t) => (x > 0 ? [{ row, t, x }] : [])));
  const [owners, tools] = [Int32Array.from(entries, ({ row }) => row), Int32Array.from(entries, ({ t }) => t)];
  const amounts = Float64Array.from(entries, ({ x }) => x);
  const all = amounts.reduce((sum, x) => sum + x, 0);
  const together = entropyOf(pooled(tools, amounts, width), all);
  const [cells, totals] = [new Float64Array(teams * width), new Float64Array(teams)];
  return (labels) => {
    cells.fill(0);
    totals.fill(0);
    for (let i = 0; i < amounts.length; i += 1) {
      const [team, x] = [labels[owners[i] ?? 0] ?? 0, amounts[i] ?? 0];
      const cell = team * width + (tools[i] ?? 0);
      cells[cell] = (cells[cell] ?? 0) + x;
      totals[team] = (totals[team] ?? 0) + x;
    }
    const between = entropyOf(totals, all);
    const within = (sumOfLogs(totals) - sumOfLogs(cells)) / all;
    return between > 0 ? Math.min(between, Math.max(0, together - within)) / between : 0;
  };
}

function pooled(tools: Int32Array, amounts: Float64Array, width: number): Float64Array {
  const pool = new Float64Array(width);
  for (let i = 0; i < tools.length; i += 1) pool[tools[i] ?? 0] = (pool[tools[i] ?? 0] ?? 0) + (amounts[i] ?? 0);
  return pool;
}

function sumOfLogs(values: Float64Array): number {
  let sum = 0;
  for (const x of values) if (x > 0) sum += x * Math.log(x);
  return sum;
}

function entropyOf(values: Float64Array, total: number): number {
  return total > 0 ? Math.max(0, Math.log(total) - sumOfLogs(values) / total) : 0;
}

/** Fisher-Yates, in place: a permutation of a permutation is one as likely as any other. */
function shuffle(values: Int32Array, random: Random): Int32Array {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = kept;
  }
  return values;
}
