import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PersonRef } from '../../model/observation.ts';
import { NameKind } from '../../model/product.ts';
import { writeFileAtomic } from '../../workspace/atomic-write.ts';

const Column = z.union([z.int(), z.string()]);
const Filter = z.strictObject({ column: Column, values: z.array(z.string()) });

/** `LogShape` without the path, which may change. */
const StoredShape = z.strictObject({
  layout: z.union([
    z.strictObject({ format: z.literal('csv'), delimiter: z.string(), headerRow: z.int(), columns: z.int() }),
    z.strictObject({ format: z.literal('json'), records: z.enum(['lines', 'array']) }),
    z.strictObject({ format: z.literal('parquet') }),
  ]),
  packing: z.enum(['gzip', 'zstd']).nullable(),
  copy: z.enum(['records', 'utf-8']).nullable(),
  person: Column,
  tool: z.union([
    Column,
    z.strictObject({ constant: z.string() }),
    z.strictObject({ firstOf: z.array(z.strictObject({ tool: Column, where: Filter })) }),
  ]),
  at: z.array(Column),
  times: z.union([
    z.strictObject({ form: z.literal('iso') }),
    z.strictObject({ form: z.literal('epoch') }),
    z.strictObject({ form: z.literal('patterns'), patterns: z.array(z.string()) }),
  ]),
  oddTimes: z.array(z.strictObject({ text: z.string(), second: z.int() })),
  timeZone: z.string(),
  only: z.array(Filter),
});

/**
 * Whom and what a log names, kept beside the inbox so that it is read once for that. Keys are keyed hashes and people
 * pseudonyms: nobody can be read out of it.
 */
export const LogSurvey = z.strictObject({
  schema: z.literal('unsprawl/log-survey@2'),
  /** The file as it was: while both are the same it is not hashed again. */
  bytes: z.int(),
  modified: z.number(),
  /** Version of the engine that made the keys; those of another version differ. */
  engine: z.string(),
  profile: z.string(),
  nameKind: NameKind,
  shape: StoredShape,
  rows: z.int(),
  /** Rows that name a person and a tool. */
  usable: z.int(),
  people: z.array(z.strictObject({ key: z.string(), person: PersonRef })),
  tools: z.array(z.strictObject({ key: z.string(), name: z.string(), rows: z.int().positive() })),
  /** Rows among these whose time cannot be read: how many for which reason, and the numbers of the first of them. */
  undated: z.array(z.strictObject({ reason: z.string(), rows: z.int(), first: z.array(z.int()) })),
  /** Lines that are no rows: how many, and the first of them. */
  brokenLines: z.int(),
  broken: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
  unusedColumns: z.array(z.string()),
});
export type LogSurvey = z.infer<typeof LogSurvey>;

function surveyPath(root: string, sha256: string): string {
  return join(root, 'inbox', `${sha256.slice(0, 12)}.survey.json`);
}

export async function keepSurvey(root: string, sha256: string, survey: LogSurvey): Promise<void> {
  await writeFileAtomic(surveyPath(root, sha256), `${JSON.stringify(survey)}\n`);
}

/** The survey of an imported log; null = the file is no log, or its survey is of another version and has to be made anew. */
export async function readSurvey(root: string, sha256: string): Promise<LogSurvey | null> {
  const text = await readFile(surveyPath(root, sha256), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return LogSurvey.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Size and time of change of a file. */
export async function stateOf(path: string): Promise<Pick<LogSurvey, 'bytes' | 'modified'>> {
  const { size, mtimeMs } = await stat(path);
  return { bytes: size, modified: mtimeMs };
}
