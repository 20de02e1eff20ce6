import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { withDecisions } from '../catalog/decisions.ts';
import { loadCatalogue } from '../catalog/load.ts';
import { InputError } from '../errors/audit-error.ts';
import type { Decisions } from '../model/policy.ts';
import { NameKind } from '../model/product.ts';

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

function inputError(file: string, message: string, row?: number, field?: string): InputError {
  return new InputError({
    code: 'bad-names-file',
    message,
    nextSteps: [
      'Give a CSV file with the columns source_kind and raw; source_kind is expense, sso, oauth, inventory or domain.',
    ],
    file,
    ...(row === undefined ? {} : { row }),
    ...(field === undefined ? {} : { field }),
  });
}

function parseNames(file: string, text: string): Record<string, string>[] {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true, info: false });
  } catch (cause) {
    throw inputError(
      file,
      `${file} is not a readable CSV file: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}

/** One bad row costs nothing else: it is answered as unknown, with its row and what to write. */
function unreadableKind(kind: string, raw: string, row: number): MatchedName {
  const reason = `row ${row}: source_kind is not expense, sso, oauth, inventory or domain`;
  return { source_kind: kind, raw, status: 'unknown', product: null, vendor: null, confidence: 0, reason };
}

/**
 * Resolves a list of raw names against the catalogue; no workspace is needed.
 * @throws InputError for a missing file or missing columns
 */
export async function matchNames(path: string, decisions: Decisions['names']): Promise<readonly MatchedName[]> {
  const file = basename(path);
  const text = await readFile(path, 'utf8').catch(() => {
    throw inputError(file, `${file} could not be read.`);
  });
  const rows = parseNames(file, text);
  const first = rows[0];
  if (first !== undefined && !('source_kind' in first && 'raw' in first)) {
    throw inputError(file, 'The columns source_kind and raw are required.', 1);
  }
  const catalogue = withDecisions(loadCatalogue(), decisions);
  return rows.map((row, index) => {
    const raw = row.raw ?? '';
    const kind = NameKind.safeParse(row.source_kind?.trim().toLowerCase());
    if (!kind.success) return unreadableKind(row.source_kind ?? '', raw, index + 2);
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
  });
}
