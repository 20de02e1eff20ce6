import type { Day } from '../model/calendar.ts';
import type { RandomBytes } from '../workspace/key.ts';

/** What use cases need from the outside and never take by themselves. */
export interface Ports {
  readonly today: Day;
  readonly randomBytes: RandomBytes;
  /** Variables of the environment that settings name, such as the address of a database; absent = there are none. */
  readonly environment?: (name: string) => string | undefined;
  /** Says what is being done; shown only when it takes over a second. */
  readonly progress: (message: string) => void;
}

/** Seed of every draw and permutation, printed in the report's method section. */
export const SEED = 20_260_101;
