import type { ByKind } from '../by-kind.ts';
import { fold } from '../fold.ts';

/** The one spelling of a team: that of its first appearance, the people list first. */
export type TeamName = (raw: string) => string;

/** The spelling of a team where one is named. */
export function spelling(team: TeamName, raw: string | null): string | null {
  return raw === null ? null : team(raw);
}

/** Sources write `Sales`, `sales ` and `SALES` for one team; case and space never make a second one. */
export function teamNames(kinds: ByKind): TeamName {
  const spelling = new Map<string, string>();
  const named = [
    ...kinds.person,
    ...kinds.messages,
    ...kinds['work-item'],
    ...kinds.need,
    ...kinds['survey-answer'],
    ...kinds.delivery,
    ...kinds.request,
    ...kinds.board,
    ...kinds['wiki-week'],
    ...kinds.process,
    ...kinds.writing,
  ] as const;
  for (const { team } of named) {
    if (team !== null && !spelling.has(fold(team))) spelling.set(fold(team), team.trim());
  }
  return (raw) => spelling.get(fold(raw)) ?? raw.trim();
}
