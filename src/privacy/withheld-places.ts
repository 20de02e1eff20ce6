import type { TeamProfile } from '../model/audit/profile.ts';
import type { Structure } from '../model/audit/structure.ts';

/** More would be a table of its own; the count says how much there is. */
const NAMED = 200;

export interface Published {
  readonly structure: Structure;
  readonly teamProfiles: readonly TeamProfile[];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Places of the document, not persons' cells: a row that is missing must not be told by its name. */
function placesOf(counted: Published, published: Published): readonly string[] {
  const places: string[] = [];
  const mark = (place: string, before: unknown, now: unknown) => {
    if (!same(before, now)) places.push(place);
  };
  const [before, now] = [counted.structure, published.structure];
  for (const [at, tool] of before.tools.entries()) {
    const shown = now.tools[at] ?? tool;
    const { sensitivity, byTeam, neverUsed, unknownBecause, ...seats } = tool.seats;
    const {
      sensitivity: atShown,
      byTeam: teamsShown,
      neverUsed: neverShown,
      unknownBecause: _,
      ...seatsShown
    } = shown.seats;
    mark(`tools.${tool.id}.users`, tool.users, shown.users);
    mark(`tools.${tool.id}.seats`, [seats, neverUsed], [seatsShown, neverShown]);
    mark(`tools.${tool.id}.seats.sensitivity`, sensitivity, atShown);
    // The row of the other teams is made here; teams that went are what counts.
    const isMissing = (byTeam ?? []).some((row) => !(teamsShown ?? []).some((each) => same(each, row)));
    if (isMissing) places.push(`tools.${tool.id}.seats.byTeam`);
  }
  for (const [at, capability] of before.capabilities.entries()) {
    mark(`capabilities.${capability.id}.tools`, capability.tools, now.capabilities[at]?.tools);
    mark(`capabilities.${capability.id}.teamTool`, capability.teamTool, now.capabilities[at]?.teamTool);
  }
  for (const [at, pair] of before.pairs.entries()) mark(`pairs.${pair.a}+${pair.b}`, pair, now.pairs[at]);
  mark('people.teams', before.people.teams, now.people.teams);
  mark('people.sso.byUserApp', before.people.sso?.byUserApp, now.people.sso?.byUserApp);
  mark('teamProfiles', counted.teamProfiles, published.teamProfiles);
  for (const [at, finding] of before.findings.entries())
    mark(
      `findings.${finding.id}`,
      [finding.title, finding.because],
      [now.findings[at]?.title, now.findings[at]?.because],
    );
  return places;
}

/** Names of what was withheld, in the order of the document (METHOD 6a.30); `further` are places beyond it. */
export function withheldPlaces(counted: Published, published: Published, further: readonly string[]): string[] {
  const places = [...placesOf(counted, published), ...further];
  if (places.length <= NAMED) return places;
  return [...places.slice(0, NAMED - 1), `and ${places.length - NAMED + 1} more`];
}
