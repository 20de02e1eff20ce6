import { low } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const resistancePulse = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C1.5',
    title: 'Resistance, as people see it',
    construct: 'C1',
    unit: '0-100',
    shape: low(0, 100),
    grade: 'D',
    formula:
      'mean of pulse items of 1 to 5, rescaled (x - 1) / 4 x 100; to agree is to resist, as in "one has to be seen"',
    reference: 'METHOD 1 C1.5, Annex A; no anchors given, so the scale itself',
    source: 'pulse (template survey)',
    windowed: false,
  },
  measure: () => notConnected('Nobody was asked.'),
} as const satisfies SignalUnit;
