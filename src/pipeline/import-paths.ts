import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG_FILE } from '../workspace/workspace.ts';

/** Something in a folder that is no file to import, and why. */
export interface SkippedPath {
  readonly path: string;
  readonly why: string;
}

export interface ImportPaths {
  /** As typed, and what the typed folders hold, in the order of their names. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedPath[];
}

function whySkipped(entry: {
  readonly name: string;
  isSymbolicLink(): boolean;
  isFile(): boolean;
  isDirectory(): boolean;
}): string | null {
  if (entry.name.startsWith('.')) return 'hidden';
  if (entry.isSymbolicLink()) return 'a symbolic link; links are not followed';
  if (entry.name.startsWith('~$')) return 'the mark of a workbook that is open';
  return entry.isFile() || entry.isDirectory() ? null : 'not a regular file';
}

async function below(folder: string): Promise<ImportPaths> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some(({ name }) => name === CONFIG_FILE)) {
    return { files: [], skipped: [{ path: folder, why: 'a workspace, not a folder of exports' }] };
  }
  const files: string[] = [];
  const skipped: SkippedPath[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const why = whySkipped(entry);
    if (why !== null) skipped.push({ path, why });
    else if (entry.isFile()) files.push(path);
    else {
      const inside = await below(path);
      files.push(...inside.files);
      skipped.push(...inside.skipped);
    }
  }
  return { files, skipped };
}

/** Puts the files of a folder, and of the folders in it, in its place. Anything else stays as it is typed. */
export async function importPaths(typed: readonly string[]): Promise<ImportPaths> {
  const files: string[] = [];
  const skipped: SkippedPath[] = [];
  for (const path of typed) {
    const entry = await lstat(path).catch(() => undefined);
    if (entry?.isDirectory() !== true) {
      files.push(path);
      continue;
    }
    const inside = await below(path);
    files.push(...inside.files);
    skipped.push(...inside.skipped);
    // A folder with nothing in it to import is answered for like a file that cannot be taken.
    if (inside.files.length === 0) files.push(path);
  }
  return { files, skipped };
}
