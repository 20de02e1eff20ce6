import type { ObservationOf, PersonRef } from '../../model/observation.ts';
import type { DecisionRecord, WorkItem } from '../../model/snapshot.ts';
import type { PersonIndexer } from '../people/person-index.ts';
import type { TeamName } from '../people/team-names.ts';
import { type Files, newestBy } from './newest.ts';

function indices(refs: readonly PersonRef[] | null, indexer: PersonIndexer): number[] | null {
  return refs === null ? null : [...new Set(refs.map(indexer.indexOf))];
}

export interface RecordContext extends Files {
  readonly indexer: PersonIndexer;
  readonly team: TeamName;
}

export function workItemsOf(rows: readonly ObservationOf<'work-item'>[], context: RecordContext): WorkItem[] {
  const { indexer, team } = context;
  return newestBy(rows, context, ({ id }) => id).map(({ kind: _, at, ...item }) => ({
    ...item,
    team: team(item.team),
    contributors: indices(item.contributors, indexer),
    watchers: indices(item.watchers, indexer),
    evidence: at,
  }));
}

export function decisionsOf(rows: readonly ObservationOf<'decision'>[], context: RecordContext): DecisionRecord[] {
  const { indexer } = context;
  return newestBy(rows, context, ({ id }) => id).map(({ kind: _, at, ...record }) => ({
    ...record,
    driver: indices(record.driver, indexer),
    approver: indices(record.approver, indexer),
    contributors: indices(record.contributors, indexer),
    informed: indices(record.informed, indexer),
    evidence: at,
  }));
}
