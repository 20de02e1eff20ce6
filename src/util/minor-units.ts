/**
 * Decimal places of minor units where they are not two, by ISO 4217. A fixed table: what Intl says follows practice
 * (HUF 0, IQD 0) and changes with the ICU version.
 */
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  ...Object.fromEntries('CLF UYW'.split(' ').map((code) => [code, 4])),
};

/** Decimal places of a currency's minor unit by ISO 4217: EUR 2, JPY 0, KWD 3. Codes not in ISO's list of exceptions have 2. */
export function minorDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
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
