import type { SourceRecord } from '../model/observation.ts';

/** Source id -> the file it was read from. */
export type FileOf = (sourceId: string) => string;

/**
 * Sheets of one workbook are one file (same name and same content); a connector run is a file of its own. The same
 * content under two names is two files, so that a statement imported twice is seen as a duplicate.
 */
export function filesOf(sources: readonly SourceRecord[]): FileOf {
  const files = new Map(
    sources.map((source) => [
      source.id,
      source.file === null || source.sha256 === null ? `source:${source.id}` : `${source.sha256}:${source.file}`,
    ]),
  );
  return (sourceId) => files.get(sourceId) ?? `source:${sourceId}`;
}
