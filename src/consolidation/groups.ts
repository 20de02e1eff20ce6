import { type Estate, type EstateTool, isBoughtFor, isDecidable } from './estate.ts';

export interface LinkedGroup {
  readonly tools: readonly EstateTool[];
  readonly capabilities: readonly string[];
}

/**
 * Connected components of tools and contested capabilities. A suite that stays in any case joins every group it could
 * serve but links none: its cost is sunk, so what one group does with it does not touch another.
 */
export function linkedGroups(
  estate: Estate,
  contested: readonly string[],
  forced: ReadonlyMap<string, string>,
): LinkedGroup[] {
  const open = estate.tools.filter((tool) => isDecidable(tool) && contested.some((c) => isBoughtFor(tool, c)));
  const links = (tool: EstateTool) => !(tool.broad && forced.has(tool.id));
  const groups: LinkedGroup[] = [];
  const placed = new Set<string>();
  for (const first of open.filter(links)) {
    if (placed.has(first.id)) continue;
    const group = grow(first, open.filter(links), contested);
    for (const { id } of group.tools) placed.add(id);
    const suites = open.filter((tool) => !links(tool) && group.capabilities.some((c) => isBoughtFor(tool, c)));
    const tools = open.filter((tool) => group.tools.includes(tool) || suites.includes(tool));
    groups.push({ tools, capabilities: group.capabilities });
  }
  return groups;
}

function grow(first: EstateTool, open: readonly EstateTool[], contested: readonly string[]): LinkedGroup {
  const tools = new Set([first]);
  const capabilities = new Set<string>();
  for (let grown = true; grown; ) {
    const before = tools.size + capabilities.size;
    for (const capability of contested) {
      if ([...tools].some((tool) => isBoughtFor(tool, capability))) capabilities.add(capability);
    }
    for (const tool of open) {
      if ([...capabilities].some((capability) => isBoughtFor(tool, capability))) tools.add(tool);
    }
    grown = tools.size + capabilities.size > before;
  }
  return { tools: [...tools], capabilities: contested.filter((capability) => capabilities.has(capability)) };
}
