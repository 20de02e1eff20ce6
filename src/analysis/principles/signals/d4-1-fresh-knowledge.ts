import type { SignalUnit } from '../signal-unit.ts';
import { freshness, measureFreshness } from './p2-2-freshness.ts';

export const freshKnowledge = {
  meta: { ...freshness.meta, id: 'D4.1', construct: 'D4', reference: 'METHOD 1 D4.1, as P2.2' },
  measure: measureFreshness,
} as const satisfies SignalUnit;
