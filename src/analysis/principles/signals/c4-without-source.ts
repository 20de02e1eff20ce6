import { high } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const safetyPulse = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C4.5',
    title: 'Safe to speak up, as people see it',
    construct: 'C4',
    unit: '0-100',
    shape: high(0, 100),
    grade: 'D',
    formula: 'mean of psychological safety items of 1 to 5, rescaled (x - 1) / 4 x 100; to agree is to feel safe',
    reference: 'METHOD 1 C4.5, Annex A; no anchors given, so the scale itself',
    source: 'pulse (template survey)',
    windowed: false,
  },
  measure: () => notConnected('Nobody was asked.'),
} as const satisfies SignalUnit;
