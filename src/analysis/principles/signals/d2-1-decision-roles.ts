import type { SignalUnit } from '../signal-unit.ts';
import { measureRoleCompleteness, roleCompleteness } from './p5-2-role-completeness.ts';

export const decisionRoles = {
  meta: { ...roleCompleteness.meta, id: 'D2.1', construct: 'D2', reference: 'METHOD 1 D2.1, as P5.2' },
  measure: measureRoleCompleteness,
} as const satisfies SignalUnit;
