import type { Condition } from './conditions.ts';
import { type Estate, isBoughtFor, isDecidable } from './estate.ts';

/**
 * Capabilities with something to choose (METHOD 6a.24): two tools for one `strong` job, two inside one team for a `team`
 * job, never for a `free` one; and any job of a tool that policy forbids, since its people must go somewhere.
 */
export function contestedCapabilities(estate: Estate, conditions: readonly Condition[]): string[] {
  const dropped = new Set(conditions.flatMap((c) => (c.kind === 'drop' ? [c.tool] : [])));
  return estate.capabilities
    .filter(({ id, oneHome }) => {
      if (oneHome === 'free') return false;
      const holders = estate.tools.filter((tool) => isDecidable(tool) && isBoughtFor(tool, id));
      if (holders.some((tool) => dropped.has(tool.id))) return true;
      if (holders.length < 2) return false;
      return oneHome === 'strong' || isSharedInsideTeam(estate, holders, id);
    })
    .map(({ id }) => id);
}

function isSharedInsideTeam(estate: Estate, holders: Estate['tools'], capability: string): boolean {
  const seen = new Map<string, string>();
  return holders.some((tool) =>
    tool.usersOf(capability).some((person) => {
      const team = estate.teamOf(person);
      const first = seen.get(team) ?? tool.id;
      seen.set(team, first);
      return first !== tool.id;
    }),
  );
}
