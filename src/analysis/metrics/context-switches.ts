import { entropy } from './concentration.ts';

/** Load of an ordered log of the tools one person touched (METHOD 2.7); opt-in data only. */
export interface SwitchLoad {
  readonly switches: number;
  /** Switches over adjacent pairs, 0..1. */
  readonly rate: number;
  /** Effective number of tools exp(H). */
  readonly effectiveTools: number;
  /** Rate that the same events in random order would show. */
  readonly expectedRandomRate: number;
}

/** null for fewer than two events. Sign-in data give daily sets and no order: then nothing is said about switches. */
export function switchLoad(events: readonly string[]): SwitchLoad | null {
  const n = events.length;
  if (n < 2) return null;
  const counts = new Map<string, number>();
  for (const event of events) counts.set(event, (counts.get(event) ?? 0) + 1);
  const sizes = [...counts.values()];
  const switches = events.filter((event, i) => i > 0 && event !== events[i - 1]).length;
  const same = sizes.reduce((total, size) => total + size * (size - 1), 0);
  return {
    switches,
    rate: switches / (n - 1),
    effectiveTools: Math.exp(entropy(sizes) ?? 0),
    expectedRandomRate: 1 - same / (n * (n - 1)),
  };
}

/** Seconds per toggle that a published weekly total implies: an upper bound for one switch. */
export function impliedSecondsPerToggle(togglesPerDay: number, workDays: number, hoursPerWeek: number): number | null {
  const toggles = togglesPerDay * workDays;
  return toggles > 0 ? (hoursPerWeek * 3600) / toggles : null;
}
