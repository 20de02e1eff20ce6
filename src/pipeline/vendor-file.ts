import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type CheckedVendorFile, checkVendorFile } from '../catalog/check-vendor-file.ts';
import { contributionText, kebab, type MissingProduct } from '../catalog/contribution.ts';
import { loadCatalogueFiles } from '../catalog/load.ts';
import { words } from '../catalog/match/text.ts';
import { InputError, OutputError } from '../errors/audit-error.ts';
import type { NameKind } from '../model/product.ts';
import { writeFileAtomic } from '../workspace/atomic-write.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readSnapshot } from './analyze.ts';
import { catalogueOf } from './catalogue.ts';
import { holdsAddress } from './personal-text.ts';

export interface CheckedFile extends CheckedVendorFile {
  /** File name without folders. */
  readonly file: string;
  readonly valid: boolean;
}

/**
 * Checks a vendor file against the schema and the whole catalogue.
 * @throws InputError where it cannot be read
 */
export async function validateVendorFile(path: string): Promise<CheckedFile> {
  const file = basename(path);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new InputError({
      code: 'file-not-read',
      message: `${file} could not be read.`,
      nextSteps: ['Give the path of a vendor file; `unsprawl catalog --contribute NAME` writes one.'],
      file,
      cause,
    });
  });
  const checked = checkVendorFile(text, loadCatalogueFiles());
  return { file, valid: checked.problems.length === 0, ...checked };
}

export interface Contribution {
  /** File name without folders. */
  readonly file: string;
  readonly vendor: string;
  readonly product: string;
  /** Raw names of the workspace that were put in. */
  readonly seen: MissingProduct['seen'];
}

export interface ContributionRequest {
  readonly name: string;
  /** Absent = the product is called like its vendor. */
  readonly vendor?: string | undefined;
  /** Folder that the file is written to, absolute. */
  readonly folder: string;
  readonly workspace: Workspace | null;
  /** Puts in the raw names under which the workspace has seen it. */
  readonly fromWorkspace: boolean;
}

/** Raw names in which every word of the product's name stands; never one with an address. */
async function namesSeen(name: string, workspace: Workspace): Promise<MissingProduct['seen']> {
  const { openNames, tools } = await readSnapshot(workspace);
  const wanted = words(name);
  const holds = (raw: string): boolean => {
    const found = new Set(words(raw));
    return wanted.length > 0 && wanted.every((word) => found.has(word)) && !holdsAddress(raw);
  };
  const own = tools
    .filter(({ product }) => product === null)
    .flatMap((tool) => [tool.name, ...tool.rawNames].map((raw) => ({ kind: 'inventory' as NameKind, raw })));
  const open = openNames.map(({ kind, raw }) => ({ kind, raw }));
  const known = new Set(open.map(({ raw }) => raw));
  return [...open, ...own.filter(({ raw }) => !known.has(raw))].filter(({ raw }) => holds(raw));
}

async function refuseOverwrite(path: string): Promise<void> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  throw new OutputError({
    code: 'file-exists',
    message: `${basename(path)} is there already and is left as it is.`,
    nextSteps: ['Add the product to it, move it away, or write into another folder with `--output DIR`.'],
    file: basename(path),
  });
}

function noLetters(name: string) {
  return {
    code: 'no-latin-letters',
    message: `"${name}" has no Latin letter or digit, so no id can be made of it.`,
    nextSteps: [
      'Give the Latin spelling as the name, with `--vendor` for the company, and put this one under aliases.',
    ],
  };
}

/**
 * Writes a vendor file for a product that the catalogue lacks, prefilled with what is known and a line for each field.
 * @throws InputError where the catalogue has it or no id can be made of the name, OutputError where the file exists
 */
export async function contributeProduct(request: ContributionRequest): Promise<Contribution> {
  const { name, vendor = name, folder, workspace, fromWorkspace } = request;
  const known = (await catalogueOf(workspace)).named(name);
  if (known !== undefined) {
    throw new InputError({
      code: 'known-product',
      message: `The catalogue knows "${name}" as ${known.name} (${known.id}).`,
      nextSteps: [`See it with \`unsprawl catalog --show ${known.id}\`.`],
    });
  }
  for (const each of [name, vendor]) {
    if (kebab(each) === '') throw new InputError(noLetters(each));
  }
  const seen = workspace === null || !fromWorkspace ? [] : await namesSeen(name, workspace);
  const path = join(resolve(folder), `${kebab(vendor)}.yaml`);
  await refuseOverwrite(path);
  await writeFileAtomic(path, contributionText({ name, vendor, seen }));
  return { file: basename(path), vendor, product: kebab(name), seen };
}
