import type { DecisionRecord, Person, WorkItem } from '../../model/snapshot.ts';

/** Person -> everybody above in the line of managers; a circle in the people list ends where it closes. */
export function superiorsByPerson(people: readonly Person[]): (person: number) => ReadonlySet<number> {
  const known = new Map<number, ReadonlySet<number>>();
  return (person) => {
    const cached = known.get(person);
    if (cached !== undefined) return cached;
    const above = new Set<number>();
    let next = people[person]?.manager ?? null;
    while (next !== null && next !== person && !above.has(next)) {
      above.add(next);
      next = people[next]?.manager ?? null;
    }
    known.set(person, above);
    return above;
  };
}

/** People named in any role of a decision record: driver, approver, contributor or informed. */
export function roleHolders(decisions: readonly DecisionRecord[]): ReadonlySet<number> {
  return new Set(decisions.flatMap((d) => [d.driver, d.approver, d.contributors, d.informed].flatMap((r) => r ?? [])));
}

/** Watchers above a contributor who neither work on the item nor hold a decision role; null = cannot be told. */
export function superiorsInCopyOf(
  { contributors, watchers }: WorkItem,
  superiorsOf: (person: number) => ReadonlySet<number>,
  holders: ReadonlySet<number>,
): readonly number[] | null {
  if (contributors === null || watchers === null) return null;
  const above = new Set(contributors.flatMap((person) => [...superiorsOf(person)]));
  if (above.size === 0) return null;
  return [...new Set(watchers)].filter((w) => above.has(w) && !contributors.includes(w) && !holders.has(w));
}
