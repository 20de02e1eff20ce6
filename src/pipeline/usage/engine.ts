import { createHmac } from 'node:crypto';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { withDuckdb } from '../../usage/duckdb/open-duckdb.ts';
import { readKey } from '../../workspace/key.ts';
import type { Workspace } from '../../workspace/workspace.ts';

const SPILL = '.spill';

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Folders of runs that were killed. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isRunning(Number(name))) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Folder of this run for what does not fit into memory; it is there while the engine is, and gone after it. */
export function spillFolder({ root }: Workspace): string {
  return join(root, SPILL, String(process.pid));
}

/** The embedded engine with the settings of the workspace. @param timeZone IANA zone of times that name none */
export async function withEngine<T>(
  workspace: Workspace,
  timeZone: string,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const { root, config } = workspace;
  const folder = join(root, SPILL);
  await sweep(folder);
  const spill = spillFolder(workspace);
  try {
    return await withDuckdb({ memory: config.usage.memory.replace(' ', ''), spill, timeZone }, work);
  } finally {
    // Another run may still use it.
    await rmdir(folder).catch(() => undefined);
  }
}

/** What makes the keys of names in a log tell nobody's address: derived from the key of the workspace. */
export async function secretOf({ root }: Workspace): Promise<bigint> {
  const digest = createHmac('sha256', await readKey(root))
    .update('keys of names in event logs')
    .digest();
  return digest.readBigUInt64BE(0);
}

/** Keys of names hold for one version of the engine. */
export async function engineVersion(): Promise<string> {
  const { version } = await import('@duckdb/node-api');
  return version();
}
