import type { Day } from '../../model/calendar.ts';
import type { Money } from '../../model/money.ts';
import type { Contract, Rate } from '../../model/snapshot.ts';
import { convert } from './currency.ts';

/** Where contract prices are turned into the organisation's currency, and at which day's rate. */
export interface Exchange {
  readonly currency: string;
  readonly rates: readonly Rate[];
  readonly day: Day;
}

const PERIODS_A_YEAR = { month: 12, quarter: 4, year: 1 } as const;

/** As stated, else seats x unit price x periods a year; null where neither is known. In the contract's currency. */
export function statedAnnual({ annualCost, seats, unitPrice, billingPeriod }: Contract): Money | null {
  if (annualCost !== null) return annualCost;
  if (seats === null || unitPrice === null || billingPeriod === null) return null;
  return { minor: Math.round(seats * unitPrice.minor * PERIODS_A_YEAR[billingPeriod]), currency: unitPrice.currency };
}

export function annualOf(contract: Contract, { currency, rates, day }: Exchange): Money | null {
  const stated = statedAnnual(contract);
  return stated === null ? null : convert(stated, currency, rates, day);
}

/** Sum over contracts that run side by side; null where the cost of one of them is unknown. */
export function annualOfAll(contracts: readonly Contract[], exchange: Exchange): Money | null {
  const costs = contracts.map((contract) => annualOf(contract, exchange));
  if (costs.length === 0 || costs.some((cost) => cost === null)) return null;
  return { minor: costs.reduce((total, cost) => total + (cost?.minor ?? 0), 0), currency: exchange.currency };
}
