import { high, low } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const superiorsInCopy = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C4.3',
    title: 'Superiors in copy',
    construct: 'C4',
    unit: 'ratio',
    shape: low(0.05, 0.3),
    grade: 'D',
    formula: 'items with a superior as watcher who holds no decision role / items with watchers',
    reference: 'METHOD 1 C4.3, Annex A; off by default, METHOD 5',
    source: 'issue tracker connector with watchers, by choice of the organisation',
  },
  measure: () => notConnected('Off by default: it looks at single people.'),
} as const satisfies SignalUnit;

export const trivialApprovals = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'C4.4',
    title: 'Approval of trivial spend',
    construct: 'C4',
    unit: 'ratio',
    shape: low(0.1, 0.6),
    grade: 'D',
    formula: 'requests below one day’s wage that needed an approval / such requests',
    reference: 'METHOD 1 C4.4, Annex A',
    source: 'procurement or card connector with approvals',
    privacy: 'none',
  },
  measure: () => notConnected('No source tells which spend needed an approval.'),
} as const satisfies SignalUnit;

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
