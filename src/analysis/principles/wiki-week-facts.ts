import type { WikiWeek } from '../../model/snapshot.ts';
import type { Facts } from './facts.ts';
import type { Reading } from './signal-unit.ts';

/**
 * Of rows that count what is asked, those to add up: in a week with a count of everybody the counts by team would tell
 * the same searches twice, and a team that the people list does not know has no size to judge its group by.
 */
export function rowsToAdd<Row extends WikiWeek>(rows: readonly Row[], { teamSizes }: Facts): readonly Row[] {
  const counted = new Set(rows.filter((row) => row.team === null).map((row) => row.week));
  return rows.filter(({ week, team }) => (team === null ? true : !counted.has(week) && (teamSizes.get(team) ?? 0) > 0));
}

/** People among whom these rows were counted, their share of everybody in scope, and the share of weeks with rows. */
export function wikiParts(
  rows: readonly WikiWeek[],
  { teamSizes, population, window }: Facts,
): Pick<Reading, 'coverage' | 'windowCoverage'> & { readonly people: number } {
  const teams = new Set(rows.map((row) => row.team));
  const ofTeams = [...teams].reduce((n, team) => n + (teamSizes.get(team ?? '') ?? 0), 0);
  const people = teams.has(null) ? population.length : ofTeams;
  return {
    people,
    coverage: population.length === 0 ? 0 : people / population.length,
    windowCoverage: window.weeks === 0 ? 0 : new Set(rows.map((row) => row.week)).size / window.weeks,
  };
}
