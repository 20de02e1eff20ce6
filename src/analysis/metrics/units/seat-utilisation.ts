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
    formula: 'active seats / purchased seats of which it is known whether they are used',
    reference: 'METHOD P4.5, 6a.13',
    requires: ['accounts', 'contracts'],
  },
  measure({ structure }) {
    const bought = structure.tools.filter(({ seats }) => (seats.purchased ?? 0) > 0);
    const known = bought.filter(({ seats }) => typeof seats.active === 'number');
    const all = sum(bought.map(({ seats }) => seats.purchased ?? 0));
    const part = sum(known.map(toldSeats));
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

function toldSeats({ seats: { purchased, active, unknown } }: AuditTool): number {
  const told = (purchased ?? 0) - (typeof unknown === 'number' ? unknown : 0);
  return Math.max(told, typeof active === 'number' ? active : 0);
}
