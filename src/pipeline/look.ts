import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { firstLook } from '../analysis/first-look/first-look.ts';
import { guessNameKind } from '../catalog/match/name-kind.ts';
import { type ListedName, type NamesReading, readNames } from '../connectors/files/read-names.ts';
import { UnreadableFile } from '../connectors/files/tables/sheet.ts';
import { InputError } from '../errors/audit-error.ts';
import { Brand } from '../model/brand.ts';
import type { FirstLook } from '../model/first-look.ts';
import type { NameKind } from '../model/product.ts';
import { lookPage } from '../renderers/html/look-page.ts';
import { writeFileAtomic } from '../workspace/atomic-write.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { catalogueOf } from './catalogue.ts';
import { readTemplate } from './render.ts';
import { VERSION } from './version.ts';

export interface ListToLook {
  /** Path of the file; null for `bytes` from standard input. */
  readonly path: string | null;
  readonly bytes?: Uint8Array;
  readonly column?: string | undefined;
  /** What every name is; undefined = as the list says, else guessed line by line. */
  readonly kind?: NameKind | undefined;
  /** Whose decisions apply. */
  readonly workspace?: Workspace | null;
}

async function bytesOf({ path, bytes }: ListToLook): Promise<Uint8Array> {
  if (path === null) return bytes ?? new Uint8Array();
  return readBytes(path).catch((cause: unknown) => {
    throw new InputError({
      code: 'file-not-read',
      message: `${basename(path)} could not be read.`,
      nextSteps: ['Give the path of a file, or names on standard input, one a line.'],
      file: basename(path),
      cause,
    });
  });
}

async function namesIn(list: ListToLook): Promise<NamesReading> {
  const name = list.path === null ? 'standard input' : basename(list.path);
  try {
    return await readNames(name, await bytesOf(list), { column: list.column });
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    const { code, message, nextStep } = thrown.problem;
    throw new InputError({ code, message: `${name}: ${message}`, nextSteps: [nextStep], file: name });
  }
}

/** Each name once, in order of appearance. */
function distinct(names: readonly ListedName[], kind: NameKind | undefined) {
  const counted = new Map<string, { raw: string; kind: NameKind; times: number }>();
  for (const { raw, kind: said } of names) {
    const is = kind ?? said ?? guessNameKind(raw);
    const key = `${is} ${raw}`;
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { raw, kind: is, times: 1 });
    else known.times += 1;
  }
  return [...counted.values()];
}

/**
 * The first minute: what a bare list of names is, without a workspace.
 * @throws InputError for a file that cannot be read, with the next step
 */
export async function look(list: ListToLook): Promise<FirstLook> {
  const { names, readAs, holds, leftOut } = await namesIn(list);
  const catalogue = await catalogueOf(list.workspace ?? null);
  return firstLook({
    source: list.path === null ? null : basename(list.path),
    readAs: leftOut === 0 ? readAs : `${readAs}; ${leftOut} rows could not be read`,
    holds,
    capabilities: catalogue.capabilities,
    names: distinct(names, list.kind).map((name) => {
      const answer = catalogue.resolve(name.kind, name.raw);
      return { ...name, answer, entry: answer.product === null ? null : (catalogue.product(answer.product) ?? null) };
    }),
  });
}

/** The same as one offline page. */
export function lookHtml(found: FirstLook): string {
  return lookPage(found, { templates: readTemplate, brand: Brand.parse({}) }, VERSION);
}

export async function writeLookPage(found: FirstLook, path: string): Promise<void> {
  await writeFileAtomic(path, new TextEncoder().encode(lookHtml(found)));
}
