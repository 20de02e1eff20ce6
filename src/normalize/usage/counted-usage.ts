import { InternalError } from '../../errors/audit-error.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { ObservationOf, RejectedRow } from '../../model/observation.ts';
import type { ByKind } from '../by-kind.ts';
import type { PlaceName } from '../names/place-names.ts';
import { eventSighting, logSightings } from '../names/sightings.ts';
import type { PersonIndexer } from '../people/person-index.ts';

/** What is known of one person in one tool from events, up to the end of the period. */
export interface ToolActivity {
  readonly tool: string;
  readonly person: number;
  /** Days of the audited period; 0 = only earlier ones. */
  readonly activeDays: number;
  readonly lastActive: string;
  /** Row of the last event, or its log. */
  readonly at: Evidence;
}

/** What the usage engine made of all events, where logs are too large to be read row by row. */
export interface CountedUsage {
  /** Sorted by tool and person. */
  readonly activities: readonly ToolActivity[];
  /** Source of a log -> rows without a readable time, by the position of the tool in the log. */
  readonly undated: ReadonlyMap<string, readonly number[]>;
  /** The same rows by reason, where the reading of the log has told them. */
  readonly undatedFor?: ReadonlyMap<string, readonly UndatedRows[]>;
}

/** Rows of one log whose time cannot be read. */
export interface UndatedRows {
  /** Null = `rows` of them. */
  readonly row: number | null;
  readonly field: string | null;
  readonly reason: string;
  /** Absent = the one of `row`. */
  readonly rows?: number;
}

export const NOTHING_COUNTED: CountedUsage = { activities: [], undated: new Map() };

/** Numbers of a log, by position of its names -> numbers of the snapshot. */
export interface LogNumbers {
  readonly source: string;
  /** Position in the snapshot's tools; null = the name is no tool. */
  readonly tools: readonly (number | null)[];
  readonly people: readonly number[];
}

/** One event that was read row by row, under the numbers of the snapshot. */
export interface NumberedEvent {
  readonly source: string;
  readonly tool: number;
  readonly person: number;
  readonly timestamp: string;
}

interface Names {
  readonly place: PlaceName;
  readonly indexer: PersonIndexer;
  /** Tool id -> position in the snapshot's tools. */
  readonly toolNumber: (id: string) => number;
}

export function numbersOf(log: ObservationOf<'usage-log'>, { place, indexer, toolNumber }: Names): LogNumbers {
  const tools = logSightings(log).map((sighting) => {
    const { tool } = place(sighting);
    return tool === null ? null : toolNumber(tool.id);
  });
  return { source: log.at.source, tools, people: log.people.map((person) => indexer.indexOf(person)) };
}

export function numberedEvents(
  events: readonly ObservationOf<'usage-event'>[],
  { place, indexer, toolNumber }: Names,
): NumberedEvent[] {
  return events.flatMap((event) => {
    const { tool } = place(eventSighting(event));
    if (tool === null) return [];
    const { at, timestamp } = event;
    return [{ source: at.source, tool: toolNumber(tool.id), person: indexer.indexOf(event.person), timestamp }];
  });
}

/** Rows of logs without a readable time, by reason where that is known. */
export function undatedRows({ undated, undatedFor }: CountedUsage): RejectedRow[] {
  return [...undated].flatMap(([source, byTool]) => {
    const total = byTool.reduce((sum, each) => sum + each, 0);
    const told = undatedFor?.get(source) ?? [];
    const isTold = told.reduce((sum, { rows = 1 }) => sum + rows, 0) === total;
    const plain = { row: null, field: null, reason: 'no time that can be read', rows: total };
    const rejects: readonly UndatedRows[] = total === 0 ? [] : isTold ? told : [plain];
    return rejects.map(({ row, field, reason, rows }) => ({
      at: { source, row },
      field,
      reason,
      money: null,
      ...(rows === undefined ? {} : { rows }),
    }));
  });
}

/** @throws InternalError where logs were collected and nobody counted them: their use would pass for none. */
export function assertCounted(kinds: ByKind, counted: CountedUsage | null): void {
  if (counted !== null || kinds['usage-log'].length === 0) return;
  throw new InternalError({
    code: 'logs-not-counted',
    message: 'Event logs were collected and not counted.',
    nextSteps: ['Report this; no figure of usage of this run can be trusted.'],
  });
}
