import type { Observation } from '../../model/observation.ts';
import type { Person } from '../../model/snapshot.ts';
import type { WorkspaceConfig } from '../../model/workspace-config.ts';
import type { ByKind } from '../by-kind.ts';
import { peopleOf } from './people.ts';
import { indexPeople, type PersonIndexer } from './person-index.ts';
import { type TeamName, teamNames } from './team-names.ts';

/** Who is who, for every section that names people or teams. */
export interface PeopleSection {
  readonly indexer: PersonIndexer;
  readonly team: TeamName;
  readonly people: Person[];
}

export function peopleSection(
  observations: readonly Observation[],
  config: WorkspaceConfig,
  kinds: ByKind,
): PeopleSection {
  const indexer = indexPeople(observations, kinds);
  const team = teamNames(kinds);
  return { indexer, team, people: peopleOf(kinds.person, indexer, team, config.organisation.domains) };
}
