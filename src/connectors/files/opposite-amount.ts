import type { Money } from '../../model/money.ts';

/** Statements of an account write money out below zero; a line of spend is above zero and a refund below. */
export function oppositeAmount({ minor, currency }: Money): Money {
  return { minor: minor === 0 ? 0 : -minor, currency };
}
