import type { AuditTool } from '../../../model/audit/structure.ts';
import { type Metric, outcomeOf } from '../metric.ts';
import { sum } from '../sum.ts';

export const seatUtilisation = {
  meta: {
    id: 'seat-utilisation',
    title: 'Seats in use',
    unit: '0..1',
    direction: 'higher is better',
    grade: 'B',
    formula: 'active seats / purchased seats, over the tools for which both are known',
    reference: 'METHOD P4.5, 6a.13',
    requires: ['accounts', 'contracts'],
  },
  measure({ structure }) {
    const bought = structure.tools.filter(({ seats }) => (seats.purchased ?? 0) > 0);
    const known = bought.filter(({ seats }) => typeof seats.active === 'number');
    const [all, part] = [seatsOf(bought), seatsOf(known)];
    const active = sum(known.map(({ seats }) => (typeof seats.active === 'number' ? seats.active : 0)));
    const coverage = all > 0 ? part / all : 0;
    const value = part > 0 ? active / part : null;
    return outcomeOf(
      value,
      coverage,
      'Purchased and active seats',
      'contracts and accounts (templates contracts, usage)',
    );
  },
} as const satisfies Metric<'accounts' | 'contracts'>;

function seatsOf(tools: readonly AuditTool[]): number {
  return sum(tools.map(({ seats }) => seats.purchased ?? 0));
}
