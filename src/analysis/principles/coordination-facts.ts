import type { Snapshot, WritingWeek } from '../../model/snapshot.ts';
import type { Facts } from './facts.ts';
import { hoursByPerson } from './meeting-facts.ts';

/** Minutes of one person in the weeks in which the writing of the person's group is known. */
export interface Coordination {
  readonly person: number;
  readonly lead: boolean;
  readonly meeting: number;
  readonly writing: number;
}

/** A week of writing of the leaders, or of the others, of one team. */
export interface GroupWeek extends WritingWeek {
  readonly role: 'lead' | 'other';
}

/** People in scope who are the manager of somebody in scope. */
export function leadersOf({ people }: Snapshot, { population, inPopulation }: Facts): ReadonlySet<number> {
  const managers = population.map((person) => people[person]?.manager ?? -1);
  return new Set(managers.filter((manager) => inPopulation.has(manager)));
}

/** Meeting and writing minutes of everybody whose group has rows, people rising; writing is spread over the group. */
export function coordinationByPerson(
  rows: readonly GroupWeek[],
  snapshot: Snapshot,
  facts: Facts,
): readonly Coordination[] {
  const leaders = leadersOf(snapshot, facts);
  const membersOf = groups(snapshot, facts, leaders);
  const writing = new Map<number, number>();
  const byWeek = new Map<string, Set<number>>();
  for (const row of rows) {
    const members = membersOf.get(groupKey(row.team, row.role === 'lead')) ?? [];
    const inWeek = byWeek.get(row.week) ?? new Set<number>();
    byWeek.set(row.week, inWeek);
    for (const person of members) {
      writing.set(person, (writing.get(person) ?? 0) + row.minutes / members.length);
      inWeek.add(person);
    }
  }
  const meeting = meetingMinutes(byWeek, facts);
  return [...writing]
    .sort(([a], [b]) => a - b)
    .map(([person, minutes]) => ({
      person,
      lead: leaders.has(person),
      meeting: meeting.get(person) ?? 0,
      writing: minutes,
    }));
}

/** Union of each person's meetings in the weeks in which the writing of the person's group is known. */
function meetingMinutes(byWeek: ReadonlyMap<string, ReadonlySet<number>>, facts: Facts): ReadonlyMap<number, number> {
  const { meetings } = facts.meetings();
  const minutes = new Map<number, number>();
  for (const [week, members] of byWeek) {
    const inWeek = meetings.filter((m) => m.week === week);
    for (const [person, hours] of hoursByPerson(inWeek, members)) {
      minutes.set(person, (minutes.get(person) ?? 0) + hours * 60);
    }
  }
  return minutes;
}

function groups({ people }: Snapshot, { population }: Facts, leaders: ReadonlySet<number>) {
  const members = new Map<string, number[]>();
  for (const person of population) {
    const team = people[person]?.team ?? null;
    if (team === null) continue;
    const key = groupKey(team, leaders.has(person));
    const known = members.get(key);
    if (known === undefined) members.set(key, [person]);
    else known.push(person);
  }
  return members;
}

function groupKey(team: string, lead: boolean): string {
  return `${lead ? 'lead' : 'other'} ${team}`;
}
