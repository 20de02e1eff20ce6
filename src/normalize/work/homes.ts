import type { ObservationOf } from '../../model/observation.ts';
import type { Document, Home } from '../../model/snapshot.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { FileOf } from '../files.ts';
import type { Resolve } from '../names/resolve-names.ts';
import type { PersonIndexer } from '../people/person-index.ts';

/** The tool of the snapshot that a home's name stands for; null = a place that no other source names. */
export type HomeTool = (home: string) => string | null;

export function homeTools(resolve: Resolve, toolIds: ReadonlySet<string>): HomeTool {
  return (home) => {
    const found = resolve({ name: home, nameKind: 'inventory' });
    return found.is !== 'none' && toolIds.has(found.identity.id) ? found.identity.id : null;
  };
}

/** Declared homes; the same declaration in two files is one. */
export function homesOf(rows: readonly ObservationOf<'home'>[], homeTool: HomeTool, fileOf: FileOf): Home[] {
  return splitAcrossFiles(rows, fileOf, contentKey).kept.map(({ objectType, home, at }) => ({
    objectType,
    home,
    homeTool: homeTool(home),
    evidence: at,
  }));
}

export function documentsOf(
  rows: readonly ObservationOf<'document'>[],
  homeTool: HomeTool,
  indexer: PersonIndexer,
  fileOf: FileOf,
): Document[] {
  return splitAcrossFiles(rows, fileOf, contentKey).kept.map((row) => {
    const { home, type, owner, created, lastEdited, viewers90d, at } = row;
    const person = owner === null ? null : indexer.indexOf(owner);
    return { home, homeTool: homeTool(home), type, owner: person, created, lastEdited, viewers90d, evidence: at };
  });
}
