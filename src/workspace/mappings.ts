import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileMapping, Mappings } from '../model/mapping.ts';
import { readYamlFile } from './yaml-file.ts';

export const MAPPINGS_FILE = 'mappings.yaml';

/**
 * Reads a file of mappings.
 * @throws ConfigurationError naming file, line and field of the first mistake
 */
export async function readMappings(path: string): Promise<readonly FileMapping[]> {
  return (await readYamlFile(path, Mappings, false)).mappings;
}

/** What people said of unknown headers in this workspace; a workspace without such a file has none. */
export async function storedMappings(root: string): Promise<readonly FileMapping[]> {
  const path = join(root, MAPPINGS_FILE);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  return isThere ? readMappings(path) : [];
}
