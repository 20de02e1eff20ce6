import type { SignalMeta } from './signal-unit.ts';
import { signals } from './signals/registry.ts';

/** What a signal means, for `explain` and the README tables; undefined for an unknown id. Case does not matter. */
export function explainSignal(id: string): SignalMeta | undefined {
  return signals.find((unit) => unit.meta.id === id.trim().toUpperCase())?.meta;
}
