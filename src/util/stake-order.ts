import type { OpenName } from '../model/reconciliation.ts';
import { toMajor } from './minor-units.ts';
import { textOrder } from './text-order.ts';

type Stake = Pick<OpenName, 'raw' | 'kind' | 'rows' | 'money'>;

function largest({ money }: Stake): number {
  return Math.max(0, ...money.map(({ minor, currency }) => Math.abs(toMajor(minor, currency))));
}

/**
 * Most money first, then most rows: the order in which answers are worth their time. Amounts of different currencies are
 * compared as written, since this is no figure of a report.
 */
export function stakeOrder(a: Stake, b: Stake): number {
  return largest(b) - largest(a) || b.rows - a.rows || textOrder(a.kind, b.kind) || textOrder(a.raw, b.raw);
}
