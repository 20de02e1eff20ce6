import type { Period } from '../../model/calendar.ts';
import type { ObservationOf } from '../../model/observation.ts';
import type { Person, Snapshot } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import { isInternal, ownDomains } from './own-domains.ts';
import type { PersonIndexer } from './person-index.ts';
import type { TeamName } from './team-names.ts';

type PersonSeen = ObservationOf<'person'>;

function unlisted(pseudonym: string, internal: boolean | null): Person {
  const unknown = { team: null, manager: null, location: null, timeZone: null, start: null, end: null };
  return { pseudonym, ...unknown, listed: false, internal };
}

/** A later row of the people list fills and replaces what an earlier one said; an empty cell replaces nothing. */
function withRow(person: Person, row: PersonSeen, indexer: PersonIndexer, team: TeamName): Person {
  return {
    ...person,
    team: row.team === null ? person.team : team(row.team),
    manager: row.manager === null ? person.manager : indexer.indexOf(row.manager),
    location: row.location ?? person.location,
    timeZone: row.timeZone ?? person.timeZone,
    start: row.start ?? person.start,
    end: row.end ?? person.end,
    listed: true,
    // Whoever is in the people list belongs to the population, whatever the address.
    internal: true,
  };
}

/** People by index. */
export function peopleOf(
  rows: readonly PersonSeen[],
  indexer: PersonIndexer,
  team: TeamName,
  configuredDomains: readonly string[],
): Person[] {
  const own = ownDomains(
    configuredDomains,
    rows.map((row) => row.person),
  );
  const people = indexer.refs.map((ref) => unlisted(ref.id, isInternal(ref.domain, own)));
  for (const row of rows) {
    const index = indexer.indexOf(row.person);
    const person = people[index];
    if (person !== undefined) people[index] = withRow(person, row, indexer, team);
  }
  return people;
}

/** Employed on any day of the period; an unknown start or end does not exclude. */
export function isEmployedIn(person: Person, period: Period): boolean {
  if (!person.listed) return false;
  return (person.start === null || person.start <= period.end) && (person.end === null || person.end >= period.start);
}

/** Teams of the people list by name, with the people employed on any day of the period (METHOD 6a.2). */
export function teamsOf(people: readonly Person[], period: Period): Snapshot['teams'] {
  const sizes = new Map<string, number>();
  for (const person of people) {
    if (person.team === null) continue;
    sizes.set(person.team, (sizes.get(person.team) ?? 0) + (isEmployedIn(person, period) ? 1 : 0));
  }
  return [...sizes].map(([id, size]) => ({ id, size })).sort((a, b) => textOrder(a.id, b.id));
}
