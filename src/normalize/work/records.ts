import type { ObservationOf, PersonRef, SourceRecord } from '../../model/observation.ts';
import type { DecisionRecord, WorkItem } from '../../model/snapshot.ts';
import type { FileOf } from '../files.ts';
import type { PersonIndexer } from '../people/person-index.ts';
import type { TeamName } from '../people/team-names.ts';

type Identified = ObservationOf<'work-item'> | ObservationOf<'decision'>;

/**
 * Where a later file of the same kind holds the same id, it knows more (an item closed since), and replaces the
 * earlier file's rows of that id. Rows of one file are all kept.
 */
function newestById<T extends Identified>(rows: readonly T[], sources: readonly SourceRecord[], fileOf: FileOf): T[] {
  const kindOf = new Map(sources.map((source) => [source.id, source.kind]));
  const keyOf = (row: T) => `${kindOf.get(row.at.source) ?? ''}\u0000${row.id}`;
  const lastFile = new Map(rows.map((row) => [keyOf(row), fileOf(row.at.source)]));
  return rows.filter((row) => lastFile.get(keyOf(row)) === fileOf(row.at.source));
}

function indices(refs: readonly PersonRef[] | null, indexer: PersonIndexer): number[] | null {
  return refs === null ? null : [...new Set(refs.map(indexer.indexOf))];
}

export interface RecordContext {
  readonly sources: readonly SourceRecord[];
  readonly fileOf: FileOf;
  readonly indexer: PersonIndexer;
  readonly team: TeamName;
}

export function workItemsOf(rows: readonly ObservationOf<'work-item'>[], context: RecordContext): WorkItem[] {
  const { sources, fileOf, indexer, team } = context;
  return newestById(rows, sources, fileOf).map(({ kind: _, at, contributors, ...item }) => ({
    ...item,
    team: team(item.team),
    contributors: indices(contributors, indexer),
    evidence: at,
  }));
}

export function decisionsOf(rows: readonly ObservationOf<'decision'>[], context: RecordContext): DecisionRecord[] {
  const { sources, fileOf, indexer } = context;
  return newestById(rows, sources, fileOf).map(({ kind: _, at, ...record }) => ({
    ...record,
    driver: indices(record.driver, indexer),
    approver: indices(record.approver, indexer),
    contributors: indices(record.contributors, indexer),
    informed: indices(record.informed, indexer),
    evidence: at,
  }));
}
