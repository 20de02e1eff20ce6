import type { Observation, PersonRef } from '../../model/observation.ts';
import type { ByKind } from '../by-kind.ts';

/** Who is who: position in `refs` is the person's index in the snapshot. */
export interface PersonIndexer {
  readonly refs: readonly PersonRef[];
  readonly indexOf: (ref: PersonRef) => number;
}

/** People named in one observation, in the order of its fields. */
function peopleIn(observation: Observation): readonly (PersonRef | null)[] {
  switch (observation.kind) {
    case 'person':
      return [observation.person, observation.manager];
    case 'account':
    case 'usage-event':
    case 'spend':
      return [observation.person];
    case 'usage-log':
      return observation.people;
    case 'tool-seen':
    case 'document':
      return [observation.owner];
    case 'meeting':
      return [observation.organizer, ...(observation.attendees ?? [])];
    case 'work-item':
      return [...(observation.contributors ?? []), ...(observation.watchers ?? [])];
    case 'response':
      return [observation.recipient];
    case 'onboarding':
      return [observation.person];
    case 'decision':
      return [observation.driver, observation.approver, observation.contributors, observation.informed].flatMap(
        (role) => role ?? [],
      );
    default:
      return [];
  }
}

/**
 * Index by order of appearance, the people list first, so that indices do not depend on the key that makes the
 * pseudonyms. One pseudonym is one person; a login without a domain is a person of its own unless its pseudonym is
 * known from elsewhere.
 */
export function indexPeople(observations: readonly Observation[], kinds: ByKind): PersonIndexer {
  const positions = new Map<string, number>();
  const refs: PersonRef[] = [];
  const meet = (ref: PersonRef | null) => {
    if (ref === null) return;
    const position = positions.get(ref.id);
    if (position === undefined) {
      positions.set(ref.id, refs.length);
      refs.push(ref);
    } else if (refs[position]?.domain === null) refs[position] = ref;
  };
  for (const { person } of kinds.person) meet(person);
  for (const observation of observations) for (const ref of peopleIn(observation)) meet(ref);
  return { refs, indexOf: (ref) => positions.get(ref.id) ?? -1 };
}
