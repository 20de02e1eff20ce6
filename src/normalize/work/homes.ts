import type { ObservationOf } from '../../model/observation.ts';
import type { Document, Home } from '../../model/snapshot.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { FileOf } from '../files.ts';
import type { PersonIndexer } from '../people/person-index.ts';
import type { KnownTool } from './known-tool.ts';

/** The tool that a home's name stands for; null = a place that no other source names. */
function homeTool(home: string, knownTool: KnownTool): string | null {
  return knownTool({ name: home, nameKind: 'inventory' });
}

/** Declared homes; the same declaration in two files is one. */
export function homesOf(rows: readonly ObservationOf<'home'>[], knownTool: KnownTool, fileOf: FileOf): Home[] {
  return splitAcrossFiles(rows, fileOf, contentKey).kept.map(({ objectType, home, at }) => ({
    objectType,
    home,
    homeTool: homeTool(home, knownTool),
    evidence: at,
  }));
}

export function documentsOf(
  rows: readonly ObservationOf<'document'>[],
  knownTool: KnownTool,
  indexer: PersonIndexer,
  fileOf: FileOf,
): Document[] {
  return splitAcrossFiles(rows, fileOf, contentKey).kept.map(({ kind: _, at, ...document }) => ({
    ...document,
    homeTool: homeTool(document.home, knownTool),
    owner: document.owner === null ? null : indexer.indexOf(document.owner),
    evidence: at,
  }));
}
