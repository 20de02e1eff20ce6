import type { Consolidation } from '../model/audit/consolidation.ts';
import type { Structure } from '../model/audit/structure.ts';

/** Where a job is done once the plan is through: the tool most used for it that stays, following retired ones. */
export type HomeOf = (capability: string) => string | null;

export function keptHomes(structure: Structure, consolidation: Consolidation): HomeOf {
  const decided = new Map(consolidation.decisions.map((decision) => [decision.tool, decision]));
  const after = (tool: string): string | null => {
    const decision = decided.get(tool);
    return decision?.verdict === 'retire' ? decision.target : tool;
  };
  return (capability) => {
    const listed = structure.capabilities.find(({ id }) => id === capability);
    const users = (count: unknown) => (typeof count === 'number' ? count : 0);
    const active = (listed?.tools ?? [])
      .filter((tool) => (tool.activityShare ?? 0) > 0 || users(tool.users) > 0)
      .sort((a, b) => b.strength - a.strength || users(b.users) - users(a.users));
    const bought = structure.tools.filter((tool) => tool.capabilities[capability] === 3).map(({ id }) => id);
    const candidates = [...active.map(({ tool }) => tool), ...bought];
    for (const tool of candidates) {
      const home = after(tool);
      if (home !== null) return home;
    }
    return null;
  };
}
