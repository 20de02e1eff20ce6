import type { SectionName, Snapshot } from '../../model/snapshot.ts';
import { fullIsoWeeks, type WeekWindow } from '../scoring/iso-weeks.ts';
import { type WorkCalendar, workCalendar } from '../scoring/work-calendar.ts';
import { isTimeZone } from '../scoring/working-hours.ts';
import { type EstateUse, estateUse } from '../structure/tool-use.ts';
import { activityWeights, type CapabilityWeights } from './capability-weights.ts';
import { type MeetingFacts, readMeetings } from './meeting-facts.ts';

/** What several signals share, read once. */
export interface Facts {
  readonly window: WeekWindow;
  /** Indices of listed people employed on any day of the window (METHOD 6a.2), rising; empty = no people list. */
  readonly population: readonly number[];
  readonly inPopulation: ReadonlySet<number>;
  readonly teamSizes: ReadonlyMap<string, number>;
  readonly k: { readonly usage: number; readonly collaboration: number };
  /** Person's zone, else the organisation's (METHOD 6a.19). */
  readonly zoneOf: (person: number) => string;
  /** Mean reliability of the sources of these sections, weighted by rows. */
  readonly reliability: (...sections: readonly SectionName[]) => number;
  /** Distinct people who hold an account or signed in. */
  readonly toolUsers: () => number;
  /** Who used which tool in the window. */
  readonly use: () => EstateUse;
  /** Person-days, or people where days are not told, of each tool over its capabilities. */
  readonly activityWeights: () => CapabilityWeights;
  readonly calendar: WorkCalendar;
  readonly meetings: () => MeetingFacts;
}

/** METHOD 5: the works-council profile raises every threshold to 15. */
const WORKS_COUNCIL_K = 15;

export function gatherFacts(snapshot: Snapshot): Facts {
  const window = fullIsoWeeks(snapshot.period);
  const population = employed(snapshot, window);
  const floor = snapshot.privacy.profile === 'works-council' ? WORKS_COUNCIL_K : 0;
  const validZone = zoneCheck();
  const zones = snapshot.people.map((p) => validZone(p.timeZone));
  const home = validZone(snapshot.organisation.time_zone) ?? 'UTC';
  const zoneOf = (person: number) => zones[person] ?? home;
  const inPopulation = new Set(population);
  const calendar = workCalendar();
  const use = once(() => estateUse(snapshot));
  return {
    window,
    population,
    inPopulation,
    teamSizes: sizesByTeam(snapshot, population),
    k: {
      usage: Math.max(floor, snapshot.privacy.k.usage),
      collaboration: Math.max(floor, snapshot.privacy.k.collaboration),
    },
    zoneOf,
    reliability: (...sections) => meanReliability(snapshot, sections),
    toolUsers: once(() => new Set([...snapshot.accounts.map((a) => a.person), ...snapshot.usageDays.person]).size),
    use,
    activityWeights: once(() => activityWeights(snapshot, use())),
    calendar,
    meetings: once(() => readMeetings(snapshot.meetings, { window, zone: home, inScope: inPopulation, calendar })),
  };
}

/** Reads at the first question, so that a signal that is not asked costs nothing and a failure stays its own. */
function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

function employed(snapshot: Snapshot, window: WeekWindow): readonly number[] {
  const start = window.start ?? snapshot.period.start;
  const end = window.end ?? snapshot.period.end;
  return snapshot.people.flatMap((p, index) =>
    p.listed && (p.start === null || p.start <= end) && (p.end === null || p.end >= start) ? [index] : [],
  );
}

function sizesByTeam(snapshot: Snapshot, population: readonly number[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const index of population) {
    const team = snapshot.people[index]?.team ?? null;
    if (team !== null) sizes.set(team, (sizes.get(team) ?? 0) + 1);
  }
  return sizes;
}

/** Checks each distinct zone once. */
function zoneCheck(): (zone: string | null) => string | null {
  const known = new Map<string, boolean>();
  return (zone) => {
    if (zone === null) return null;
    const valid = known.get(zone) ?? isTimeZone(zone);
    known.set(zone, valid);
    return valid ? zone : null;
  };
}

/** 0.6, as for anything self-declared, where no source says that it provides the section. */
const UNSTATED_RELIABILITY = 0.6;

function meanReliability(snapshot: Snapshot, sections: readonly SectionName[]): number {
  const sources = snapshot.sources.filter(
    (s) => s.rows > 0 && sections.some((section) => s.provides.includes(section)),
  );
  const rows = sources.reduce((n, s) => n + s.rows, 0);
  return rows === 0 ? UNSTATED_RELIABILITY : sources.reduce((n, s) => n + s.reliability * s.rows, 0) / rows;
}
