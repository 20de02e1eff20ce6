import type { Period } from '../../model/calendar.ts';
import type { Account, Snapshot } from '../../model/snapshot.ts';
import { fullIsoWeeks, type WeekWindow } from '../scoring/iso-weeks.ts';
import { byTool } from './by-tool.ts';
import { type CoUsers, coUsers } from './co-users.ts';
import { reachesTo } from './silence.ts';

/** Who used one tool in the window. Persons are indices into the snapshot's people. */
export interface ToolUse {
  readonly users: ReadonlySet<number>;
  /** Distinct active days by person; null = the sources tell only that they were active. */
  readonly days: ReadonlyMap<number, number> | null;
  /** Share of the people with an account or a sign-in whose activity is known, 0..1. */
  readonly coverage: number;
}

export interface EstateUse {
  readonly window: WeekWindow;
  /** Listed people employed on any day of the window, rising (METHOD 6a.2); empty = no people list. */
  readonly population: readonly number[];
  /** Tools whose use a source sees; a tool that is absent is unknown, not unused. */
  readonly byTool: ReadonlyMap<string, ToolUse>;
  /** null under the works-council profile, which does not look at the co-use of people (METHOD 5). */
  readonly coUsers: CoUsers | null;
}

export function estateUse(snapshot: Snapshot): EstateUse {
  const window = fullIsoWeeks(snapshot.period);
  const span = { start: window.start ?? snapshot.period.start, end: window.end ?? snapshot.period.end };
  const days = daysByTool(snapshot, span);
  const accounts = byTool(snapshot.accounts);
  const inScope = scopeOf(snapshot);
  const sees = reachesTo(snapshot, span.start);
  const personDays = snapshot.privacy.profile !== 'works-council';
  const found = new Map<string, ToolUse>();
  for (const { id } of snapshot.tools) {
    const seen = useOf(days.get(id), accounts.get(id) ?? [], span, { inScope, sees });
    // METHOD 6a.30: under the works-council profile person-day facts are never computed.
    if (seen !== null) found.set(id, personDays ? seen : { ...seen, days: null });
  }
  const together = personDays ? coUsers(found, snapshot.people.length) : null;
  return { window, population: employed(snapshot, span), byTool: found, coUsers: together };
}

interface Judges {
  /** The person counts. */
  readonly inScope: (person: number) => boolean;
  /** Whoever tells of the account has seen some of the window. */
  readonly sees: (account: Account) => boolean;
}

function useOf(
  days: ReadonlyMap<number, number> | undefined,
  accounts: readonly Account[],
  span: Period,
  { inScope, sees }: Judges,
): ToolUse | null {
  const told = accounts.filter(
    (account) =>
      (account.lastActive !== null || account.activeDays !== null) && (activeIn(account, span) || sees(account)),
  );
  if (days === undefined && told.length === 0) return null;
  const found = new Map<number, number | null>();
  for (const [person, count] of days ?? []) if (count > 0 && inScope(person)) found.set(person, count);
  for (const account of told) {
    const person = account.person;
    if (typeof found.get(person) === 'number' || !inScope(person) || !activeIn(account, span)) continue;
    found.set(person, account.activeDays !== null && account.activeDays > 0 ? account.activeDays : null);
  }
  return { users: new Set(found.keys()), days: countedDays(found), coverage: coverageOf(days, accounts, told) };
}

/** The last activity decides where it is known; active days alone are taken as days of the window. */
function activeIn({ lastActive, activeDays }: Account, span: Period): boolean {
  return lastActive === null ? (activeDays ?? 0) > 0 : lastActive >= span.start;
}

/** A person known to be active on an unknown number of days counts the one day that is certain. */
function countedDays(found: ReadonlyMap<number, number | null>): ReadonlyMap<number, number> | null {
  const counts = [...found.values()];
  if (counts.length > 0 && counts.every((count) => count === null)) return null;
  return new Map([...found].map(([person, count]) => [person, count ?? 1]));
}

function coverageOf(
  days: ReadonlyMap<number, number> | undefined,
  accounts: readonly Account[],
  told: readonly Account[],
): number {
  const known = new Set([...(days?.keys() ?? []), ...told.map((account) => account.person)]);
  const all = new Set([...known, ...accounts.filter((account) => !account.closed).map((account) => account.person)]);
  return all.size === 0 ? 1 : known.size / all.size;
}

/** Tool -> person -> distinct days in the span; a person whose days all lie outside is there with 0. */
function daysByTool({ usageDays }: Snapshot, span: Period): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const counted = new Map<string, Map<number, number>>();
  usageDays.tool.forEach((tool, i) => {
    const [person, day] = [usageDays.person[i], usageDays.day[i]];
    if (person === undefined || day === undefined) return;
    const counts = counted.get(tool) ?? new Map<number, number>();
    const inside = day >= span.start && day <= span.end;
    counts.set(person, (counts.get(person) ?? 0) + (inside ? 1 : 0));
    counted.set(tool, counts);
  });
  return counted;
}

/** Guests are people of another organisation: with a people list at hand they are left out of use and overlap. */
function scopeOf({ people }: Snapshot): (person: number) => boolean {
  const hasList = people.some((person) => person.listed);
  return (index) => {
    const person = people[index];
    return person !== undefined && (!hasList || person.listed || person.internal !== false);
  };
}

function employed({ people }: Snapshot, span: Period): readonly number[] {
  return people.flatMap((person, index) =>
    person.listed &&
    (person.start === null || person.start <= span.end) &&
    (person.end === null || person.end >= span.start)
      ? [index]
      : [],
  );
}
