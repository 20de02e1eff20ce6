import { minorDigits, toMajor } from '../util/minor-units.ts';

/** `EUR 12,345.67`; the terminal always shows the ISO code. */
export function moneyText(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const amount = new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${currency} ${amount.format(toMajor(minor, currency))}`;
}
