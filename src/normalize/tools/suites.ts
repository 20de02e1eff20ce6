import type { Tool } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import type { ToolDraft } from './drafts.ts';

/** Product id -> product id of its suite, for suites that are tools of the snapshot themselves (METHOD 6a.18). */
export function suitesPresent(drafts: ReadonlyMap<string, ToolDraft>): ReadonlyMap<string, string> {
  const suites = new Map<string, string>();
  for (const [id, { identity }] of drafts) {
    for (const member of identity.entry?.members ?? []) if (member !== id && drafts.has(member)) suites.set(member, id);
  }
  for (const [id, { identity }] of drafts) {
    const suite = identity.entry?.suite ?? null;
    if (suite !== null && suite !== id && drafts.has(suite)) suites.set(id, suite);
  }
  return suites;
}

/** Who lists a suite lists its parts (METHOD 6a.17, 6a.18): a member seen in use is no shadow of it. */
function listedWith({ listing }: Tool, suite: Tool | undefined): Tool['listing'] {
  return listing === 'shadow' && suite !== undefined ? suite.listing : listing;
}

/** Every member stays a tool of its own and names its suite; the suite lists the members seen. */
export function withSuites(tools: readonly Tool[], suites: ReadonlyMap<string, string>): Tool[] {
  const byId = new Map(tools.map((tool) => [tool.id, tool]));
  return tools.map((tool) => ({
    ...tool,
    listing: listedWith(tool, byId.get(suites.get(tool.id) ?? '')),
    suite: suites.get(tool.id) ?? null,
    members: [...suites].flatMap(([member, suite]) => (suite === tool.id ? [member] : [])).sort(textOrder),
  }));
}
