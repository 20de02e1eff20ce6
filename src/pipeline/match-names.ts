import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { guessNameKind } from '../catalog/match/name-kind.ts';
import { openCsv } from '../connectors/files/tables/csv-sheet.ts';
import { type Sheet, UnreadableFile } from '../connectors/files/tables/sheet.ts';
import { InputError } from '../errors/audit-error.ts';
import { type Catalogue, type MatchPath, NameKind } from '../model/product.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { catalogueOf } from './catalogue.ts';

/** One line of `match --json`, in input order. */
export interface MatchedName {
  readonly source_kind: string;
  readonly raw: string;
  readonly status: string;
  readonly product: string | null;
  readonly vendor: string | null;
  readonly confidence: number;
  readonly reason: string;
  readonly candidates?: readonly { readonly product: string; readonly confidence: number }[];
}

function inputError(file: string, message: string, row?: number): InputError {
  return new InputError({
    code: 'bad-names-file',
    message,
    nextSteps: [
      'Give a CSV file with the columns source_kind and raw; source_kind is expense, sso, oauth, inventory or domain.',
    ],
    file,
    ...(row === undefined ? {} : { row }),
  });
}

async function openNames(path: string, file: string): Promise<Sheet> {
  const bytes = await readFile(path).catch(() => {
    throw inputError(file, `${file} could not be read.`);
  });
  try {
    return openCsv(bytes);
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    throw inputError(file, `${file} is not a readable CSV file: ${thrown.problem.message}`);
  }
}

/** One bad row costs nothing else: it is answered as unknown, with its row and what to write. */
function unreadable(kind: string, raw: string, reason: string): MatchedName {
  return { source_kind: kind, raw, status: 'unknown', product: null, vendor: null, confidence: 0, reason };
}

function matched(catalogue: Catalogue, said: string, raw: string): MatchedName {
  const kind = NameKind.safeParse(said.trim().toLowerCase());
  if (!kind.success) return unreadable(said, raw, 'source_kind is not expense, sso, oauth, inventory or domain');
  const answer = catalogue.resolve(kind.data, raw);
  return {
    source_kind: kind.data,
    raw,
    status: answer.status,
    product: answer.productName,
    vendor: answer.vendor,
    confidence: answer.confidence,
    reason: answer.reason,
    ...(answer.status === 'review'
      ? { candidates: answer.candidates.map(({ name, confidence }) => ({ product: name, confidence })) }
      : {}),
  };
}

/**
 * Resolves a list of raw names against the catalogue; no workspace is needed. Each distinct name is asked once and its
 * answer handed to `take` again for every row, the same object, in input order: a list of millions needs no more memory
 * than its distinct names.
 * @throws InputError for a missing file or missing columns, before the first row is handed on
 */
export async function matchNames(
  path: string,
  workspace: Workspace | null,
  take: (name: MatchedName) => void,
): Promise<void> {
  const file = basename(path);
  const sheet = await openNames(path, file);
  const header = sheet.header.map((name) => name.trim().toLowerCase());
  const [kindAt, rawAt] = [header.indexOf('source_kind'), header.indexOf('raw')];
  if (kindAt < 0 || rawAt < 0) throw inputError(file, 'The columns source_kind and raw are required.', 1);
  const catalogue = await catalogueOf(workspace);
  const known = new Map<string, Map<string, MatchedName>>();
  const namesOf = (kind: string): Map<string, MatchedName> => {
    const names = known.get(kind) ?? new Map<string, MatchedName>();
    if (names.size === 0) known.set(kind, names);
    return names;
  };
  sheet.visit({
    broken: (row, reason) => take(unreadable('', '', `row ${row} ${reason}`)),
    row: ({ cells }) => {
      const kind = String(cells[kindAt] ?? '');
      const raw = String(cells[rawAt] ?? '');
      const names = namesOf(kind);
      let answer = names.get(raw);
      if (answer === undefined) {
        answer = matched(catalogue, kind, raw);
        names.set(raw, answer);
      }
      take(answer);
    },
  });
}

/** The way to the answer for one name; its kind is found out from how it is written where it is not given. */
export async function explainName(
  raw: string,
  kind: NameKind | undefined,
  workspace: Workspace | null,
): Promise<MatchPath> {
  return (await catalogueOf(workspace)).path(kind ?? guessNameKind(raw), raw);
}
