const digits = new Map<string, number>();

/** Decimal places of a currency's minor unit by ISO 4217: EUR 2, JPY 0, KWD 3. Unknown codes have 2. */
export function minorDigits(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  digits.set(currency, maximumFractionDigits ?? 2);
  return maximumFractionDigits ?? 2;
}

/** Amount in major units, for display and for weights; sums are made in minor units. */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}

/** Integer minor units of a major amount, halves rounded away from zero. */
export function toMinor(major: number, currency: string): number {
  // The epsilon mends binary fractions such as 1.005 * 100 = 100.49999999999999.
  const scaled = Math.abs(major) * 10 ** minorDigits(currency);
  return Math.sign(major) * Math.round(scaled + 1e-9 * Math.max(1, scaled));
}
