import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors/audit-error.ts';
import { writeFileAtomic } from './atomic-write.ts';

/** Larger files are referenced with their fingerprint instead of copied (DESIGN 6). */
export const COPY_LIMIT_BYTES = 256 * 1024 * 1024;

/** One file that was taken in. `stored` is relative to the inbox, or null where the file is referenced at `reference`. */
export const InboxEntry = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  bytes: z.int().min(0),
  stored: z.string().nullable(),
  reference: z.string().nullable(),
  profiles: z.array(z.string()),
  rows: z.strictObject({ used: z.int().min(0), rejected: z.int().min(0) }),
});
export type InboxEntry = z.infer<typeof InboxEntry>;

const InboxIndex = z.strictObject({ schema: z.literal('unsprawl/inbox@1'), files: z.array(InboxEntry) });

function indexPath(root: string): string {
  return join(root, 'inbox', 'index.json');
}

/** Files taken in so far, in order of import. A missing index is an empty inbox. */
export async function readInbox(root: string): Promise<readonly InboxEntry[]> {
  const text = await readFile(indexPath(root), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (text === null) return [];
  const parsed = InboxIndex.safeParse(safeJson(text));
  if (parsed.success) return parsed.data.files;
  throw new InputError({
    code: 'inbox-damaged',
    message: 'The list of imported files (inbox/index.json) is damaged.',
    nextSteps: ['Move inbox/index.json away and import the files in inbox/ again; nothing else is lost.'],
    file: 'index.json',
  });
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Adds an entry; one for the same bytes is replaced, as where a mapping has told more of a file. */
export async function addToInbox(root: string, entry: InboxEntry): Promise<void> {
  const files = [...(await readInbox(root)).filter(({ sha256 }) => sha256 !== entry.sha256), entry];
  await writeFileAtomic(indexPath(root), `${JSON.stringify({ schema: 'unsprawl/inbox@1', files }, null, 2)}\n`);
}

/** Small pieces cost more to pass on than to hash. */
const PIECE_BYTES = 1024 * 1024;

/** SHA-256 of a file in hexadecimal, streamed. @param look sees each piece too, which is cheaper than a second reading */
export async function fingerprint(path: string, look?: (piece: Uint8Array) => void): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    hash.update(piece as Uint8Array);
    look?.(piece as Uint8Array);
  }
  return hash.digest('hex');
}

/**
 * Refuses what must not be imported and says why.
 * @throws InputError for a missing path, a folder, a symbolic link or a special file.
 */
export async function checkImportable(path: string): Promise<{ readonly bytes: number }> {
  const name = basename(path);
  const entry = await lstat(path).catch(() => undefined);
  if (entry === undefined) {
    throw new InputError({
      code: 'no-such-file',
      message: `${name} does not exist.`,
      nextSteps: ['Check the path.'],
      file: name,
    });
  }
  if (entry.isSymbolicLink()) {
    throw new InputError({
      code: 'symbolic-link',
      message: `${name} is a symbolic link; links are not followed.`,
      nextSteps: ['Name the file that it points to.'],
      file: name,
    });
  }
  if (!entry.isFile()) {
    const isFolder = entry.isDirectory();
    throw new InputError({
      code: 'not-a-file',
      message: `${name} is not a regular file${isFolder ? ', and as a folder it holds nothing to import' : ''}.`,
      nextSteps: [
        isFolder ? 'Name a folder that holds exports, or the files themselves.' : 'Name the files themselves.',
      ],
      file: name,
    });
  }
  return { bytes: entry.size };
}

/** Name under which a copy is kept: the fingerprint makes it unique, the rest is for people. Safe on every file system. */
export function storedName(name: string, sha256: string): string {
  const extension = extname(name)
    .replace(/[^.A-Za-z0-9]/g, '')
    .slice(0, 10);
  const stem = basename(name, extname(name))
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 60);
  return `${sha256.slice(0, 12)}-${stem === '' ? 'file' : stem}${extension}`;
}

/** Copies the bytes into the inbox; a copy cut short never takes the final name. */
export async function keepCopy(root: string, path: string, stored: string): Promise<void> {
  const folder = join(root, 'inbox');
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${stored}.tmp`);
  try {
    await copyFile(path, temporary);
    await rename(temporary, join(folder, stored));
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Absolute path of an entry's bytes. */
export function entryPath(root: string, entry: InboxEntry): string {
  return entry.stored === null ? (entry.reference ?? '') : join(root, 'inbox', entry.stored);
}
