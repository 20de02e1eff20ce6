import { high, low } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';
import { measureWrittenTrace, writtenTrace } from './p2-1-written-trace.ts';

export const writtenShare = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'D1.1',
    title: 'Written share of coordination',
    construct: 'D1',
    unit: 'ratio',
    shape: high(0.3, 0.7),
    grade: 'D',
    formula: 'minutes spent on messages, comments and page edits / (those + merged meeting minutes)',
    reference: 'METHOD 1 D1.1, Annex A; exclusive-time estimation [R5]',
    source: 'chat, wiki and issue connectors with event times, beside the calendar',
  },
  measure: () => notConnected('No source tells how long people write.'),
} as const satisfies SignalUnit;

export const writtenTraceOfTalk = {
  meta: { ...writtenTrace.meta, id: 'D1.2', construct: 'D1', reference: 'METHOD 1 D1.2, as P2.1' },
  measure: measureWrittenTrace,
} as const satisfies SignalUnit;

export const messageBursts = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'D1.4',
    title: 'Messages in bursts',
    construct: 'D1',
    unit: 'ratio',
    shape: low(0.1, 0.4),
    grade: 'D',
    formula: 'messages in runs of at least 6 within 120 s by 2 or 3 authors / messages',
    reference: 'METHOD 1 D1.4, Annex A',
    source: 'chat connector with message times',
  },
  measure: () => notConnected('No source tells when single messages were sent.'),
} as const satisfies SignalUnit;
