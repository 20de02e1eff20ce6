import type { FactWindow } from './definition.ts';
import type { ZoneOffset } from './zone-offsets.ts';

/** Rows of one key of a log. `key` is what `MappedKey.name` has to repeat. */
export interface KeyCount {
  readonly key: string;
  /** As the log writes it; for people an address or login, which must become a pseudonym at once. */
  readonly name: string;
  readonly rows: number;
}

export interface LogSurvey {
  /** Rows read, whether they can be used or not. */
  readonly rows: number;
  /** Rows that name a person and a tool. */
  readonly usable: number;
  /** In code-point order of the name. */
  readonly people: readonly KeyCount[];
  readonly tools: readonly KeyCount[];
}

/** What the facts are counted by: numbers for people and tools, the zone of each person, the offsets of the zones. */
export interface FactTables {
  readonly people: readonly { readonly key: string; readonly person: number; readonly zone: number }[];
  readonly tools: readonly { readonly key: string; readonly tool: number }[];
  readonly offsets: readonly ZoneOffset[];
  readonly window: FactWindow;
}

/** One row per tool, person and day; `day` in seconds since 1970 (midnight of that local day), null = time unreadable. */
export interface UsageFact {
  readonly tool: number;
  readonly person: number;
  readonly day: number | null;
  readonly events: number;
  readonly eventsOutsideHours: number;
}
