import type { Snapshot } from '../model/snapshot.ts';

/** Use of one tool by people of one team in the window. */
export interface TeamUse {
  readonly people: number;
  /** Days of use of all of them; where a source tells only that somebody was active, one day. */
  readonly days: number;
  /** Most days of one person. */
  readonly most: number;
}

/** Tool -> team -> use; people of no team stand under null. */
export type TeamActivity = ReadonlyMap<string, ReadonlyMap<string | null, TeamUse>>;

interface Window {
  readonly start: string;
  readonly end: string;
}

type Days = Map<string, Map<number, number>>;

function count(days: Days, tool: string, person: number, by: number): void {
  const people = days.get(tool) ?? new Map<number, number>();
  people.set(person, (people.get(person) ?? 0) + by);
  days.set(tool, people);
}

/** Rows stand by tool and person, so whole runs are counted at once. */
function daysOfUse({ usageDays }: Snapshot, { start, end }: Window): Days {
  const { tool, person, day } = usageDays;
  const days: Days = new Map();
  for (let from = 0; from < tool.length; ) {
    const [id, who] = [tool[from] ?? '', person[from] ?? -1];
    let [to, inside] = [from, 0];
    for (; to < tool.length && tool[to] === id && person[to] === who; to += 1) {
      const date = day[to] ?? '';
      if (date >= start && date <= end) inside += 1;
    }
    if (inside > 0) count(days, id, who, inside);
    from = to;
  }
  return days;
}

/** Who used each tool, by team: how many people a figure of a team's activity rests on, and how evenly (METHOD 5). */
export function teamActivity(snapshot: Snapshot, window: Window): TeamActivity {
  const days = daysOfUse(snapshot, window);
  for (const { tool, person, lastActive, activeDays } of snapshot.accounts) {
    if (days.get(tool)?.has(person)) continue;
    const isActive = lastActive === null ? (activeDays ?? 0) > 0 : lastActive >= window.start;
    if (isActive) count(days, tool, person, Math.max(1, activeDays ?? 1));
  }
  const activity = new Map<string, Map<string | null, TeamUse>>();
  for (const [tool, people] of days) {
    const teams = new Map<string | null, TeamUse>();
    for (const [person, used] of people) {
      const team = snapshot.people[person]?.team ?? null;
      const before = teams.get(team) ?? { people: 0, days: 0, most: 0 };
      teams.set(team, {
        people: before.people + 1,
        days: before.days + used,
        most: Math.max(before.most, used),
      });
    }
    activity.set(tool, teams);
  }
  return activity;
}
