import { addDays } from './day-arithmetic.ts';

/** The parts of a snapshot that say who works in which tool. */
export interface ActivitySources {
  readonly period: { readonly start: string; readonly end: string };
  readonly people: readonly { readonly end: string | null; readonly internal: boolean | null }[];
  readonly accounts: readonly {
    readonly tool: string;
    readonly person: number;
    readonly lastActive: string | null;
    readonly activeDays: number | null;
    readonly closed: boolean;
  }[];
  readonly usageDays: {
    readonly tool: readonly string[];
    readonly person: readonly number[];
    readonly day: readonly string[];
  };
}

/**
 * People still employed at the period's end who were active in each tool: seen in the period's events, or last active
 * within `thresholdDays` of its end (METHOD 6a.13). A tool that is not in the map has no source for its use.
 */
export function activePeople(sources: ActivitySources, thresholdDays: number): Map<string, Set<number>> {
  const active = new Map<string, Set<number>>();
  const of = (tool: string): Set<number> => {
    const people = active.get(tool) ?? new Set<number>();
    active.set(tool, people);
    return people;
  };
  const counts = (person: number): boolean => {
    const { end, internal } = sources.people[person] ?? { end: null, internal: null };
    return (end === null || end >= sources.period.end) && internal !== false;
  };
  const since = addDays(sources.period.end, -thresholdDays);
  for (const { tool, person, lastActive, activeDays, closed } of sources.accounts) {
    if (lastActive === null && activeDays === null) continue;
    const people = of(tool);
    const isActive = lastActive === null ? (activeDays ?? 0) > 0 : lastActive >= since;
    if (isActive && !closed && counts(person)) people.add(person);
  }
  const { tool: tools, person: persons, day: days } = sources.usageDays;
  tools.forEach((tool, row) => {
    const person = persons[row] ?? -1;
    const day = days[row] ?? '';
    const people = of(tool);
    if (day >= sources.period.start && day <= sources.period.end && counts(person)) people.add(person);
  });
  return active;
}
