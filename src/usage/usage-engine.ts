import type { FactWindow } from './definition.ts';
import type { ZoneOffset } from './zone-offsets.ts';

/** What facts are counted by beside the events: zones are numbers of `offsets`, 0 = the organisation's. */
export interface FactConditions {
  readonly offsets: readonly ZoneOffset[];
  readonly window: FactWindow;
}

/**
 * One row per tool, person and day; `day` in seconds since 1970 (midnight of that local day), null = time unreadable.
 */
export interface UsageFact {
  readonly tool: number;
  readonly person: number;
  readonly day: number | null;
  readonly events: number;
  readonly eventsOutsideHours: number;
}
