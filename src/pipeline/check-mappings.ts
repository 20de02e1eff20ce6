import { join } from 'node:path';
import { profiles } from '../connectors/files/profiles/registry.ts';
import { mappingMistakes, repeatedHeaders } from '../connectors/files/recognition/mapping-mistakes.ts';
import type { FileMapping } from '../model/mapping.ts';
import { MAPPINGS_FILE } from '../workspace/mappings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { settingsMisfit } from '../workspace/yaml-file.ts';
import { holdsAddress } from './personal-text.ts';

/**
 * @param isLeftOpen mappings that are passed over, because they say nothing yet
 * @throws ConfigurationError with file, line and field of the first mapping that no file can be read by
 */
export async function checkMappingFile(
  path: string,
  mappings: readonly FileMapping[],
  isLeftOpen: (mapping: FileMapping) => boolean = () => false,
): Promise<void> {
  const repeated = repeatedHeaders(mappings)[0];
  if (repeated !== undefined) {
    const message = 'an earlier mapping has the same header';
    throw await settingsMisfit(path, { path: ['mappings', repeated, 'header'], message });
  }
  for (const [at, mapping] of mappings.entries()) {
    if (isLeftOpen(mapping)) continue;
    const role =
      mapping.by !== undefined && holdsAddress(mapping.by)
        ? [{ path: ['by'], message: 'this is an e-mail address; write a role such as IT lead' }]
        : [];
    const mistake = [...role, ...mappingMistakes(mapping, profiles)][0];
    if (mistake === undefined) continue;
    throw await settingsMisfit(path, { ...mistake, path: ['mappings', at, ...mistake.path] });
  }
}

/** The same for the mappings of a workspace. */
export async function checkMappings(workspace: Workspace): Promise<void> {
  await checkMappingFile(join(workspace.root, MAPPINGS_FILE), workspace.mappings);
}
