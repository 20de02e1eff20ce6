import type { Period } from '../../model/calendar.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { ObservationOf } from '../../model/observation.ts';
import type { Person, UsageDays } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import type { PlaceName } from '../names/place-names.ts';
import { eventSighting } from '../names/sightings.ts';
import type { PersonIndexer } from '../people/person-index.ts';
import type { ToolActivity } from './counted-usage.ts';
import type { LocalDay } from './local-day.ts';

/** Activity of one person in one tool, up to the end of the period. */
export interface Activity {
  readonly tool: string;
  readonly person: number;
  /** Day -> events, of the audited period only. */
  readonly days: Map<string, number>;
  lastActive: string;
  /** Row of the last event. */
  at: Evidence;
}

interface Context {
  readonly place: PlaceName;
  readonly indexer: PersonIndexer;
  readonly people: readonly Person[];
  readonly localDay: LocalDay;
  readonly period: Period;
}

/**
 * Events as person-tool-days. Usage is judged as of the period's end (METHOD 6a.29): later events say nothing about it,
 * earlier ones only when somebody was last active. Sign-ins undercount long sessions, so days are a lower bound.
 */
export function activitiesOf(events: readonly ObservationOf<'usage-event'>[], context: Context): readonly Activity[] {
  const { place, indexer, people, localDay, period } = context;
  const found = new Map<string, Map<number, Activity>>();
  for (const event of events) {
    const tool = place(eventSighting(event)).tool?.id;
    if (tool === undefined) continue;
    const person = indexer.indexOf(event.person);
    const day = localDay(event.timestamp, people[person]?.timeZone ?? null);
    if (day > period.end) continue;
    const ofTool = found.get(tool) ?? new Map<number, Activity>();
    found.set(tool, ofTool);
    const activity = ofTool.get(person) ?? { tool, person, days: new Map(), lastActive: day, at: event.at };
    ofTool.set(person, activity);
    if (day >= period.start) activity.days.set(day, (activity.days.get(day) ?? 0) + 1);
    if (day > activity.lastActive) Object.assign(activity, { lastActive: day, at: event.at });
  }
  const all = [...found.values()].flatMap((ofTool) => [...ofTool.values()]);
  return all.sort((a, b) => textOrder(a.tool, b.tool) || a.person - b.person);
}

export function toolActivity({ tool, person, days, lastActive, at }: Activity): ToolActivity {
  return { tool, person, activeDays: days.size, lastActive, at };
}

/** Columns sorted by tool, person and day. */
export function usageDaysOf(activities: readonly Activity[]): UsageDays {
  const columns: UsageDays = { tool: [], person: [], day: [], events: [] };
  for (const { tool, person, days } of activities) {
    for (const [day, events] of [...days].sort(([a], [b]) => textOrder(a, b))) {
      columns.tool.push(tool);
      columns.person.push(person);
      columns.day.push(day);
      columns.events.push(events);
    }
  }
  return columns;
}
