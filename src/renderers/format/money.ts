import type { Money } from '../../model/money.ts';
import { minorDigits, toMajor } from '../../util/minor-units.ts';
import { plainSpaces } from './number.ts';

function currencyFormat(locale: string, currency: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** To the minor unit: `€7,920.00`. */
export function formatMoney(locale: string, money: Money): string {
  const format = currencyFormat(locale, money.currency, minorDigits(money.currency));
  return plainSpaces(format.format(toMajor(money.minor, money.currency)));
}

/** Whole units for headlines and charts: `€7,920`. The table behind always shows the minor units. */
export function formatMoneyWhole(locale: string, money: Money): string {
  return plainSpaces(currencyFormat(locale, money.currency, 0).format(toMajor(money.minor, money.currency)));
}

/** Without the currency, for columns that carry it in their header: `7,920.00`. */
export function formatAmount(locale: string, money: Money): string {
  const digits = minorDigits(money.currency);
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return plainSpaces(format.format(toMajor(money.minor, money.currency)));
}
