import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { calendarSql, factsSql } from '../../usage/definition.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ZonedConditions } from './fact-conditions.ts';
import type { LogSurvey } from './log-survey.ts';

/**
 * Facts of each log under its own numbers, kept while nothing changes that they depend on: a run that was cut short goes
 * on from there, and a new decision about names costs no new pass.
 */
function storeFolder({ snapshotFolder }: Workspace): string {
  return join(snapshotFolder, 'logs');
}

/** Where the facts of a log stand that is counted by these conditions. @param zones names, by person of the log */
export function factsPath(
  workspace: Workspace,
  sha256: string,
  { shape, engine, people }: Pick<LogSurvey, 'shape' | 'engine' | 'people'>,
  zones: readonly string[],
  { window }: ZonedConditions,
): string {
  const definition = [calendarSql('', window), factsSql({ events: '', zones: '', calendar: '' }, window)];
  const keys = people.map(({ key }) => key);
  const print = createHash('sha256').update(JSON.stringify([sha256, shape, engine, definition, keys, zones]));
  return join(storeFolder(workspace), `${print.digest('hex').slice(0, 24)}.parquet`);
}

/** A name for facts that are being written; `store` gives them their own. */
export async function unfinishedPath(workspace: Workspace): Promise<string> {
  await mkdir(storeFolder(workspace), { recursive: true });
  return join(storeFolder(workspace), `.unfinished-${process.pid}`);
}

export async function store(unfinished: string, path: string): Promise<void> {
  await rename(unfinished, path);
}

export function isStored(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

/** Removes the facts of logs that no longer belong to the snapshot, and what a killed run left. */
export async function keepOnly(workspace: Workspace, paths: readonly string[]): Promise<void> {
  const folder = storeFolder(workspace);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (!paths.includes(path)) await rm(path, { force: true });
  }
  if (paths.length === 0) await rm(folder, { recursive: true, force: true });
}
