import { high } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const outcomeClarity = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'P3.6',
    title: 'Clear outcomes, as people see it',
    construct: 'P3',
    unit: '0-100',
    shape: high(40, 80),
    grade: 'A',
    formula: 'mean of one pulse item of 1 to 5, rescaled (x - 1) / 4 x 100',
    reference: 'METHOD 1 P3.6; at least one perceptual measure [R2]',
    source: 'pulse (template survey)',
    windowed: false,
  },
  measure: () => notConnected('Nobody was asked.'),
} as const satisfies SignalUnit;
