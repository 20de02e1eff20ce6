import type { SignalUnit } from '../signal-unit.ts';
import { externalApproval, measureExternalApproval } from './p5-4-external-approval.ts';

export const decisionsFromOutside = {
  meta: { ...externalApproval.meta, id: 'D2.2', construct: 'D2', reference: 'METHOD 1 D2.2, as P5.4' },
  measure: measureExternalApproval,
} as const satisfies SignalUnit;
