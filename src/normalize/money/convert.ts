import type { Money } from '../../model/money.ts';
import type { Rate } from '../../model/snapshot.ts';
import { minorDigits } from '../../util/minor-units.ts';
import { textOrder } from '../../util/text-order.ts';

/** The amount in the organisation's currency, or null where no rate is dated on or before the day. */
export type Convert = (amount: Money, date: string) => Money | null;

interface Decimal {
  readonly digits: bigint;
  /** Value = digits / 10^scale. */
  readonly scale: number;
}

/** The decimal that the number prints as, so that 1.005 is 1.005 and not its binary neighbour. */
function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Halves go away from zero, as in bookkeeping: 0.5 -> 1, -0.5 -> -1. */
function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

function exchange(amount: Money, to: string, rate: Rate): Money {
  const { digits, scale } = decimalOf(rate.rate);
  const shift = (power: number) => 10n ** BigInt(power);
  const numerator = BigInt(amount.minor) * shift(minorDigits(to));
  const denominator = shift(minorDigits(amount.currency));
  const minor =
    rate.from === amount.currency
      ? divideRounded(numerator * digits, denominator * shift(scale))
      : divideRounded(numerator * shift(scale), denominator * digits);
  return { minor: Number(minor), currency: to };
}

/** Latest rate on or before the day; of two on one day the direct one, then the one given first. */
function rateOn(rates: readonly Rate[], date: string): Rate | null {
  return rates.find((rate) => rate.date <= date) ?? null;
}

/**
 * Conversion by the given rates, direct or inverse (METHOD 6a.16). A rate dated later than the amount is never used:
 * it was not known then. Amounts are rounded to the target's minor unit, halves away from zero.
 */
export function converter(rates: readonly Rate[], base: string): Convert {
  const byCurrency = new Map<string, readonly Rate[]>();
  const ratesFor = (currency: string): readonly Rate[] => {
    const known = byCurrency.get(currency);
    if (known !== undefined) return known;
    const direct = rates.filter((rate) => rate.from === currency && rate.to === base);
    const inverse = rates.filter((rate) => rate.from === base && rate.to === currency);
    const found = [...direct, ...inverse].sort((a, b) => textOrder(b.date, a.date));
    byCurrency.set(currency, found);
    return found;
  };
  return (amount, date) => {
    if (amount.currency === base) return amount;
    const rate = rateOn(ratesFor(amount.currency), date);
    return rate === null ? null : exchange(amount, base, rate);
  };
}
