import { readFile as readBytes } from 'node:fs/promises';
import { type FileReading, readFile } from '../connectors/files/read-file.ts';
import { pseudonymOf } from '../privacy/pseudonym.ts';
import { readKey } from '../workspace/key.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface FileToRead {
  /** File name without folders: what evidence and messages show. */
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly sourceId: string;
}

/** Reads one file of the inbox or about to enter it; identifiers become pseudonyms on the way. */
export async function readSource(workspace: Workspace, file: FileToRead): Promise<FileReading> {
  const key = await readKey(workspace.root);
  const { organisation } = workspace.config;
  return readFile({
    name: file.name,
    bytes: await readBytes(file.path),
    sourceId: file.sourceId,
    sha256: file.sha256,
    ports: {
      pseudonym: (identifier) => pseudonymOf(key, identifier),
      timeZone: organisation.time_zone,
      currency: organisation.currency,
    },
  });
}
