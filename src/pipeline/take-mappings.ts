import { OPEN_PROFILE } from '../connectors/files/recognition/mapping-mistakes.ts';
import type { FileMapping } from '../model/mapping.ts';
import { readMappings } from '../workspace/mappings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkMappingFile } from './check-mappings.ts';
import { keepMappings } from './keep-mappings.ts';
import type { Ports } from './ports.ts';

/** A proposal that nobody has said anything of. */
function isLeftOpen({ profile }: FileMapping): boolean {
  return profile === OPEN_PROFILE;
}

/**
 * Takes the mappings of corrected files into the workspace, all or none; what somebody left open stays open.
 * @throws ConfigurationError with file, line and field of the first mistake
 */
export async function takeMappings(
  workspace: Workspace,
  paths: readonly string[],
  by: string | undefined,
  { today }: Ports,
): Promise<Workspace> {
  const taken = [];
  for (const path of paths) {
    const mappings = await readMappings(path);
    await checkMappingFile(path, mappings, isLeftOpen);
    const said = mappings.filter((mapping) => !isLeftOpen(mapping));
    taken.push(...said.map((mapping) => ({ ...mapping, ...(by === undefined ? {} : { by }), on: today })));
  }
  return { ...workspace, mappings: await keepMappings(workspace, taken) };
}
