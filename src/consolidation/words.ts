import { minorDigits, toMajor } from '../util/minor-units.ts';

/** `EUR 12,345`: whole units, since a sentence about a decision needs no cents. */
export function moneyWords(minor: number, currency: string): string {
  const digits = Math.abs(minor) < 100 * 10 ** minorDigits(currency) ? minorDigits(currency) : 0;
  const format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${currency} ${format.format(toMajor(minor, currency))}`;
}

/** A number of people, or words where the group is too small to be counted in print (METHOD 5). */
export function peopleWords(count: number, k: number): string {
  if (count === 0) return 'nobody';
  return count < k ? 'a small group' : `${count} people`;
}

export function yearsWords(years: number): string {
  return years === 1 ? 'one year' : `${years} years`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listWords(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'nothing';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
