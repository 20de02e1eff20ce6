import { low } from '../../scoring/shape.ts';
import { notConnected } from '../reading.ts';
import type { SignalUnit } from '../signal-unit.ts';
import { WITHOUT_SOURCE } from '../without-source.ts';
import { measureRoleCompleteness, roleCompleteness } from './p5-2-role-completeness.ts';
import { externalApproval } from './p5-without-source.ts';

export const decisionRoles = {
  meta: { ...roleCompleteness.meta, id: 'D2.1', construct: 'D2', reference: 'METHOD 1 D2.1, as P5.2' },
  measure: measureRoleCompleteness,
} as const satisfies SignalUnit;

export const decisionsFromOutside = {
  meta: { ...externalApproval.meta, id: 'D2.2', construct: 'D2', reference: 'METHOD 1 D2.2, as P5.4' },
  measure: externalApproval.measure,
} as const satisfies SignalUnit;

export const approvalHops = {
  meta: {
    ...WITHOUT_SOURCE,
    id: 'D2.3',
    title: 'Approval steps',
    construct: 'D2',
    unit: 'steps',
    shape: low(1, 4),
    grade: 'D',
    formula: 'median over closed requests of distinct approval steps',
    reference: 'METHOD 1 D2.3, Annex A',
    source: 'service-desk or workflow connector with approval steps',
  },
  measure: () => notConnected('No source tells how many approvals a request needs.'),
} as const satisfies SignalUnit;
