import { high } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const workObjects = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'P4.2',
    title: 'Talk at the work itself',
    construct: 'P4',
    unit: 'ratio',
    shape: high(0.15, 0.5),
    grade: 'D',
    formula: 'comments on issues, code reviews and documents / (those + chat messages)',
    reference: 'METHOD 1 P4.2',
    source: 'issue tracker, code-review and wiki connectors with comments',
  },
  measure: () => notConnected('No source counts comments.'),
} as const satisfies SignalUnit;
