import type { SignalMeta } from './signal-unit.ts';

/** What the metas of signals share for which no file or connector exists yet: they wait, and name what would supply them. */
export const WITHOUT_SOURCE = {
  weight: 1,
  requires: [],
  privacy: 'collaboration',
  personDay: false,
  windowed: true,
} as const satisfies Partial<SignalMeta>;
