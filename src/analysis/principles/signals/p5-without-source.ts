import { high, low } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';

export const externalApproval = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'P5.4',
    title: 'Approval from outside the team',
    construct: 'P5',
    unit: 'ratio',
    shape: low(0.05, 0.5),
    grade: 'A',
    formula: 'changes that wait for a body outside the team / changes',
    reference: 'METHOD 1 P5.4; external approval slows delivery, no evidence of fewer failures [R19]',
    source: 'code-review or service-desk connector with approvals',
  },
  measure: () => notConnected('No source tells who had to approve a change.'),
} as const satisfies SignalUnit;

export const asynchronousDecisions = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'P5.6',
    title: 'Decisions without a meeting',
    construct: 'P5',
    unit: 'ratio',
    shape: high(0.1, 0.6),
    grade: 'D',
    formula: 'records decided without a meeting linked between proposal and decision / records decided',
    reference: 'METHOD 1 P5.6',
    source: 'decision records that link the meetings they were discussed in',
  },
  measure: () => notConnected('The decision records do not link meetings.'),
} as const satisfies SignalUnit;
