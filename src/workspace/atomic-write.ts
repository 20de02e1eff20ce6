import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OutputError } from '../errors/audit-error.ts';

let sequence = 0;

/**
 * Writes the whole file or nothing: a temporary neighbour is written, flushed and renamed over the target, so a process
 * killed at any moment leaves the old content or the new one, never half of either.
 */
export async function writeFileAtomic(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  sequence += 1;
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${sequence}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    // Where the folder itself is the trouble there is nothing to clear away, and that must not hide the cause.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new OutputError({
      code: 'cannot-write',
      message: `${basename(path)} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      nextSteps: [
        'Check that the folder exists, is writable and has free space, and that the file is not open elsewhere.',
      ],
      cause,
    });
  }
}
