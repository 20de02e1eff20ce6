import type { SignalUnit } from '../signal-unit.ts';
import { measureWrittenTrace, writtenTrace } from './p2-1-written-trace.ts';

export const writtenTraceOfTalk = {
  meta: { ...writtenTrace.meta, id: 'D1.2', construct: 'D1', reference: 'METHOD 1 D1.2, as P2.1' },
  measure: measureWrittenTrace,
} as const satisfies SignalUnit;
