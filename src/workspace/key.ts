import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../errors/audit-error.ts';
import { writeFileAtomic } from './atomic-write.ts';

/** Bytes from a source of secure randomness; comes in as an argument so that tests can fix it. */
export type RandomBytes = (length: number) => Uint8Array;

const KEY_FILE = '.key';

export async function writeKey(root: string, randomBytes: RandomBytes): Promise<void> {
  await writeFileAtomic(join(root, KEY_FILE), `${Buffer.from(randomBytes(32)).toString('hex')}\n`, 0o600);
}

/**
 * The pseudonym key of the workspace: 32 bytes.
 * @throws ConfigurationError when it is missing or damaged; it is never replaced silently, because a new key would
 * break the link between earlier and later snapshots.
 */
export async function readKey(root: string): Promise<Uint8Array> {
  const text = await readFile(join(root, KEY_FILE), 'utf8').catch(() => '');
  if (/^[0-9a-f]{64}$/.test(text.trim())) return Buffer.from(text.trim(), 'hex');
  throw new ConfigurationError({
    code: 'no-key',
    message: 'The pseudonym key of this workspace (.key) is missing or damaged.',
    nextSteps: [
      'Restore .key from where it is kept: without it, files cannot be linked to the people of earlier snapshots.',
      'Where it is lost for good, make a new workspace with `unsprawl init` and import the files again.',
    ],
    file: KEY_FILE,
  });
}

export async function hasKey(root: string): Promise<boolean> {
  return readKey(root).then(
    () => true,
    () => false,
  );
}
