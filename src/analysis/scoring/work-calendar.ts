import type { Stretch } from './intervals.ts';
import { mondayOf } from './iso-weeks.ts';
import { localDay, workdayOf } from './working-hours.ts';

/** Zone offsets and their changes fall on quarters of an hour, so the day is constant inside one. */
const QUARTER = 900_000;

/** The calendar questions of many meetings, each distinct one worked out once: time zones are the dear part. */
export interface WorkCalendar {
  readonly dayOf: (millis: number, zone: string) => string;
  readonly mondayOf: (day: string) => string;
  readonly workday: (day: string, zone: string) => Stretch | null;
  /** True where the interval lies wholly inside one working day of the zone. */
  readonly isInside: (span: Stretch, zone: string) => boolean;
}

export function workCalendar(): WorkCalendar {
  const days = perZone((quarter: number, zone) => localDay(quarter * QUARTER, zone));
  const workdays = perZone(workdayOf);
  const mondays = perZone((day: string) => mondayOf(day));
  const dayOf = (millis: number, zone: string) => days(Math.floor(millis / QUARTER), zone);
  return {
    dayOf,
    mondayOf: (day) => mondays(day, ''),
    workday: workdays,
    isInside: ([start, end], zone) => {
      const workday = workdays(dayOf(start, zone), zone);
      return workday !== null && start >= workday[0] && end <= workday[1];
    },
  };
}

function perZone<Key, Answer>(ask: (key: Key, zone: string) => Answer): (key: Key, zone: string) => Answer {
  const zones = new Map<string, Map<Key, Answer>>();
  return (key, zone) => {
    let known = zones.get(zone);
    if (known === undefined) {
      known = new Map();
      zones.set(zone, known);
    }
    const answer = known.get(key);
    // A stored null is an answer too: workdays of a weekend.
    if (answer !== undefined || known.has(key)) return answer as Answer;
    const fresh = ask(key, zone);
    known.set(key, fresh);
    return fresh;
  };
}
