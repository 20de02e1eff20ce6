import type { PeopleCount } from '../../model/audit/figures.ts';
import {
  type AuditTool,
  OTHER_TEAMS,
  type Seats,
  type SeatsAt,
  type TeamSeats,
  type UnknownUse,
} from '../../model/audit/structure.ts';
import type { Formats } from './formats.ts';

/** Why seats are of unknown use, as short as a table allows. */
export const UNKNOWN_USE_WORDS: Readonly<Record<UnknownUse, string>> = {
  'no-source': 'no source',
  'not-told': 'use not told',
  'sign-ins-only': 'sign-ins only',
  'out-of-date': 'list out of date',
};

export function unknownWords({ unknownBecause = [] }: Seats): string {
  return unknownBecause.map((reason) => UNKNOWN_USE_WORDS[reason]).join(', ');
}

/** Seats of unknown use at a threshold, and the seats it recommends; null where neither can be told. */
export function besideUnused({ unknown, recommended }: SeatsAt, f: Pick<Formats, 'number'>): string | null {
  const words = [
    ...(typeof unknown === 'number' && unknown > 0 ? [`${f.number(unknown)} unknown`] : []),
    ...(typeof recommended === 'number' ? [`${f.number(recommended)} recommended`] : []),
  ];
  return words.length === 0 ? null : words.join(', ');
}

/** What the table of thresholds says of itself. */
export const SENSITIVITY_BASIS =
  'Unused = somebody holds the seat and is known not to have used it within the days named. Unknown is not unused.';

/** What the table by team says of itself. */
export function teamSeatsBasis(thresholdDays: number, k: number): string {
  return `Used within ${thresholdDays} days. A team has a row where each of its counts, and whoever is left of the team, is nobody or at least ${k} people; the others are summed.`;
}

/** Thresholds that the audit compares, rising; none where no seat is seen. */
export function thresholdsOf(tools: readonly AuditTool[]): readonly number[] {
  const all = tools.flatMap(({ seats }) => (seats.sensitivity ?? []).map((at) => at.thresholdDays));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Tools of which an unused or unknown seat is shown at one of the thresholds. */
export function sensitiveTools(tools: readonly AuditTool[]): readonly AuditTool[] {
  const says = ({ inactive, unknown }: SeatsAt) => numberOf(inactive) + numberOf(unknown) > 0;
  return tools.filter(({ seats }) => (seats.sensitivity ?? []).some(says));
}

/** Why the table leaves tools out; empty where it has all. */
export function leftOutWords(listed: number, tools: number): string {
  if (listed === tools) return '';
  return `${tools - listed} of ${tools} tools are left out: they have no unused or unknown seat at any of these thresholds, no count of theirs is large enough to be shown, or no source sees their accounts. The workbook has all that are seen.`;
}

/** Unused seats by threshold, summed over the tools that show all of theirs; null where none does. */
export function unusedSums(
  tools: readonly AuditTool[],
  thresholds: readonly number[],
): { readonly tools: number; readonly unused: readonly number[] } | null {
  const rows = tools.flatMap(({ seats }) => {
    const unused = thresholds.map((days) => seats.sensitivity?.find((at) => at.thresholdDays === days)?.inactive);
    return unused.every((count) => typeof count === 'number') ? [unused] : [];
  });
  if (rows.length === 0) return null;
  return { tools: rows.length, unused: thresholds.map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0)) };
}

export interface ToolTeam {
  readonly tool: AuditTool;
  readonly row: TeamSeats;
}

/** Teams by tool, in the order of the audit. */
export function toolTeams(tools: readonly AuditTool[]): readonly ToolTeam[] {
  return tools.flatMap((tool) => (tool.seats.byTeam ?? []).map((row) => ({ tool, row })));
}

/**
 * Those with something to ask about, as many as a page can hold: the tool with the most unused seats first, and under it
 * its teams likewise, the sum of the others last.
 */
export function teamsToAsk(tools: readonly AuditTool[], most: number): readonly ToolTeam[] {
  const open = tools
    .map((tool) => ({ tool, rows: (tool.seats.byTeam ?? []).filter((row) => row.inactive !== 0 || row.unknown !== 0) }))
    .filter(({ rows }) => rows.length > 0);
  return open
    .sort((a, b) => byUnused(a.tool.seats, b.tool.seats))
    .flatMap(({ tool, rows }) => [...rows].sort(byUnusedOthersLast).map((row) => ({ tool, row })))
    .slice(0, most);
}

type Unused = Pick<TeamSeats, 'inactive' | 'unknown'>;

/** The sort is stable: equal rows stay in the order of the audit. */
function byUnused(a: Unused, b: Unused): number {
  return numberOf(b.inactive) - numberOf(a.inactive) || numberOf(b.unknown) - numberOf(a.unknown);
}

function byUnusedOthersLast(a: TeamSeats, b: TeamSeats): number {
  return Number(a.team === OTHER_TEAMS) - Number(b.team === OTHER_TEAMS) || byUnused(a, b);
}

function numberOf(count: PeopleCount): number {
  return typeof count === 'number' ? count : 0;
}
