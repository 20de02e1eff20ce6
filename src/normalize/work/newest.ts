import type { Evidence } from '../../model/evidence.ts';
import type { SourceRecord } from '../../model/observation.ts';
import type { FileOf } from '../files.ts';

interface Located {
  readonly at: Evidence;
}

/** Files in their order, and the kinds that they are of. */
export interface Files {
  readonly sources: readonly SourceRecord[];
  readonly fileOf: FileOf;
}

/**
 * Where a later file of the same kind holds the same record, it knows more (an item closed since, a question answered
 * since), and replaces the earlier file's rows of that key. Rows of one file are all kept.
 */
export function newestBy<T extends Located>(
  rows: readonly T[],
  { sources, fileOf }: Files,
  key: (row: T) => string,
): readonly T[] {
  const kindOf = new Map(sources.map((source) => [source.id, source.kind]));
  const recordOf = (row: T) => `${kindOf.get(row.at.source) ?? ''}\u0000${key(row)}`;
  const lastFile = new Map(rows.map((row) => [recordOf(row), fileOf(row.at.source)]));
  return rows.filter((row) => lastFile.get(recordOf(row)) === fileOf(row.at.source));
}

/** Several texts as one key; null is a value of its own. */
export function keyOf(...parts: readonly (string | null)[]): string {
  return JSON.stringify(parts);
}
