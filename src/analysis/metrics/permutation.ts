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
  let chance = 0;
  for (let i = 0; i < draws; i += 1) chance += permutedDivergence(rows, teams, random);
  return { ...raw, jsdNormalisedCorrected: Math.max(0, raw.jsdNormalised - (draws > 0 ? chance / draws : 0)) };
}

function permutedDivergence(rows: readonly PersonRow[], teams: number, random: Random): number {
  const labels = shuffled(
    rows.map((row) => row.team),
    random,
  );
  return teamDiversity(tableOf(rows, labels, teams))?.jsdNormalised ?? 0;
}

/** Fisher-Yates. */
function shuffled(values: readonly number[], random: Random): readonly number[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] ?? 0, result[i] ?? 0];
  }
  return result;
}
