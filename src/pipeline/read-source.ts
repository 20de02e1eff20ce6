import { readFile as readBytes } from 'node:fs/promises';
import { type FileReading, readFile } from '../connectors/files/read-file.ts';
import { InputError } from '../errors/audit-error.ts';
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

const REASONS: Readonly<Record<string, readonly [message: string, nextStep: string]>> = {
  EACCES: ['may not be read by this user.', 'Ask for the right to read it, or for a copy.'],
  EPERM: ['may not be read by this user.', 'Ask for the right to read it, or for a copy.'],
  ERR_FS_FILE_TOO_LARGE: ['is over 2 GB, which a table may not be.', 'Import it in parts.'],
};

async function bytesOf({ name, path }: FileToRead): Promise<Uint8Array> {
  try {
    return await readBytes(path);
  } catch (cause) {
    const reason = REASONS[(cause as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw cause;
    const [message, nextStep] = reason;
    throw new InputError({
      code: 'cannot-read',
      message: `${name} ${message}`,
      nextSteps: [nextStep],
      file: name,
      cause,
    });
  }
}

/**
 * Reads one file of the inbox or about to enter it, unknown headers by the mappings of the workspace; identifiers become
 * pseudonyms on the way.
 * @throws InputError where the file cannot be read
 */
export async function readSource(workspace: Workspace, file: FileToRead): Promise<FileReading> {
  const key = await readKey(workspace.root);
  const { organisation } = workspace.config;
  return readFile({
    name: file.name,
    bytes: await bytesOf(file),
    sourceId: file.sourceId,
    sha256: file.sha256,
    mappings: workspace.mappings,
    ports: {
      pseudonym: (identifier) => pseudonymOf(key, identifier),
      timeZone: organisation.time_zone,
      currency: organisation.currency,
    },
  });
}
