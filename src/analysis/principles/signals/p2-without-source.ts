import { high } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const reach = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'P2.4',
    title: 'Reach of the wiki',
    construct: 'P2',
    unit: 'ratio',
    shape: high(0.3, 0.8),
    grade: 'D',
    formula: 'people who view at least one page a week / people in scope',
    reference: 'METHOD 1 P2.4',
    source: 'wiki connector with view analytics',
  },
  measure: () => notConnected('No source tells who reads the wiki each week.'),
} as const satisfies SignalUnit;

export const linkToAnswer = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'P2.5',
    title: 'Answers that link a page',
    construct: 'P2',
    unit: 'ratio',
    shape: high(0.05, 0.35),
    grade: 'D',
    formula: 'question threads whose reply links a document / question threads',
    reference: 'METHOD 1 P2.5; heuristic, reliability 0.5',
    source: 'chat connector with thread and link metadata',
  },
  measure: () => notConnected('No source tells which replies link a page.'),
} as const satisfies SignalUnit;

export const processCoverage = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'P2.6',
    title: 'Critical processes written down',
    construct: 'P2',
    unit: 'ratio',
    shape: high(0.4, 0.95),
    grade: 'D',
    formula: 'critical processes with a current procedure / critical processes listed',
    reference: 'METHOD 1 P2.6; needs a declared denominator, never inferred',
    source: 'a declared list of critical processes with their pages',
  },
  measure: () => notConnected('Nobody has listed the critical processes.'),
} as const satisfies SignalUnit;
