import { minorDigits, toMajor } from '../util/minor-units.ts';

/** `EUR 12,345`; cents only where they matter. */
export function moneyWords(minor: number, currency: string): string {
  const digits = Math.abs(minor) < 100 * 10 ** minorDigits(currency) ? minorDigits(currency) : 0;
  const format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${currency} ${format.format(toMajor(minor, currency))}`;
}
