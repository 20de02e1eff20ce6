import { z } from 'zod';

/** ISO 4217 code, upper case. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'a three-letter ISO 4217 code such as EUR');
export type Currency = z.infer<typeof Currency>;

/** An amount in integer minor units (cents) of one currency. Negative amounts are refunds or credits. */
export const Money = z.strictObject({ minor: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;

/** A range stated by a person: low <= likely <= high, one currency. */
export const MoneyEstimate = z.strictObject({ low: Money, likely: Money, high: Money });
export type MoneyEstimate = z.infer<typeof MoneyEstimate>;

/** A range computed from draws: 10th, 50th and 90th percentile, one currency. */
export const MoneyQuantiles = z.strictObject({ p10: Money, p50: Money, p90: Money });
export type MoneyQuantiles = z.infer<typeof MoneyQuantiles>;
