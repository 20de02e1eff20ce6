import type { AuditCapability } from '../../model/audit/structure.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { type CorrectedDiversity, correctedDiversity, type PersonRow } from '../metrics/permutation.ts';
import { sum } from '../metrics/sum.ts';
import { type Cell, totalActivity } from './cube.ts';
import { usageThreshold } from './group-threshold.ts';

export interface Permutations {
  readonly draws: number;
  readonly seed: number;
}

/** METHOD 2.5 over people whose team is known; null without teams, and under the works-council profile (METHOD 5). */
export function capabilityDiversity(
  cells: readonly Cell[],
  snapshot: Snapshot,
  permutations: Permutations,
): CorrectedDiversity | null {
  if (snapshot.privacy.profile === 'works-council') return null;
  const active = cells.filter((cell) => totalActivity(cell) > 0);
  const teams = new Map<string, number>();
  const rows: PersonRow[] = [];
  for (const person of peopleOf(active)) {
    const team = snapshot.people[person]?.team ?? null;
    if (team === null) continue;
    if (!teams.has(team)) teams.set(team, teams.size);
    rows.push({ team: teams.get(team) ?? 0, activity: active.map((cell) => cell.activity?.get(person) ?? 0) });
  }
  // One tool or one team leaves nothing to permute.
  const draws = active.length > 1 && teams.size > 1 ? permutations.draws : 0;
  return correctedDiversity(rows, teams.size, { ...permutations, draws });
}

/** In the order of the snapshot's people, which does not depend on pseudonyms. */
function peopleOf(cells: readonly Cell[]): readonly number[] {
  const people = new Set(cells.flatMap((cell) => [...(cell.activity?.keys() ?? [])]));
  return [...people].sort((a, b) => a - b);
}

export const SMALL_TEAMS = '(small teams)';

/** Share of the capability's activity by team and tool; teams below k have no row of their own (METHOD 6a.14). */
export function teamToolShares(cells: readonly Cell[], snapshot: Snapshot): AuditCapability['teamTool'] {
  const total = sum(cells.map(totalActivity));
  if (total <= 0 || snapshot.privacy.profile === 'works-council') return [];
  const k = usageThreshold(snapshot);
  const sizes = new Map(snapshot.teams.map(({ id, size }) => [id, size]));
  const small = snapshot.teams.filter(({ size }) => size < k);
  const pooled = sum(small.map(({ size }) => size)) >= k;
  const rowOf = (team: string) => ((sizes.get(team) ?? 0) >= k ? team : pooled ? SMALL_TEAMS : null);
  return cells.flatMap((cell) =>
    [...amountsByRow(cell, snapshot, rowOf)].map(([team, amount]) => ({
      team,
      tool: cell.tool.id,
      share: amount / total,
    })),
  );
}

function amountsByRow(
  { activity }: Cell,
  { people }: Snapshot,
  rowOf: (team: string) => string | null,
): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const [person, amount] of activity ?? []) {
    const team = people[person]?.team ?? null;
    const row = team === null ? null : rowOf(team);
    if (row !== null) amounts.set(row, (amounts.get(row) ?? 0) + amount);
  }
  return new Map([...amounts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
