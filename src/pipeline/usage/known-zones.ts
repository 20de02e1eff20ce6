import { readFile as readBytes } from 'node:fs/promises';
import { profiles } from '../../connectors/files/profiles/registry.ts';
import { readFile } from '../../connectors/files/read-file.ts';
import { entryPath, readInbox } from '../../workspace/inbox.ts';
import type { Workspace } from '../../workspace/workspace.ts';

function namesPeople(ids: readonly string[]): boolean {
  return profiles.some(({ meta }) => ids.includes(meta.id) && meta.provides.some((section) => section === 'people'));
}

/**
 * Zones of the people of the inbox by their address as logs mostly write it, so that a log need not be read a second
 * time when it is collected. The addresses stay in this process. Where a log writes them otherwise, or the list comes
 * later, the log is counted again by the zones that hold then.
 */
export async function knownZones(workspace: Workspace): Promise<ReadonlyMap<string, string>> {
  const { organisation } = workspace.config;
  const zones = new Map<string, string>();
  for (const entry of (await readInbox(workspace.root)).filter((each) => namesPeople(each.profiles))) {
    const bytes = await readBytes(entryPath(workspace.root, entry)).catch(() => null);
    if (bytes === null) continue;
    const { sheets } = await readFile({
      ...{ name: entry.name, bytes, sourceId: entry.name, sha256: null, mappings: workspace.mappings },
      ports: {
        pseudonym: (address) => address.trim().toLowerCase(),
        timeZone: organisation.time_zone,
        currency: organisation.currency,
      },
    });
    for (const seen of sheets.flatMap(({ observations }) => observations)) {
      if (seen.kind !== 'person' || seen.timeZone === null || zones.has(seen.person.id)) continue;
      zones.set(seen.person.id, seen.timeZone);
    }
  }
  return zones;
}
