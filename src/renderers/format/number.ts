/** Locale that Intl accepts; a mistyped one falls back to British English rather than to the machine's own. */
export function safeLocale(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0 ? locale : 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/** One kind of space and minus, whatever the ICU version writes: the same bytes on every Node. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/[\u202f\u2009]/g, '\u00a0');
}

/** `1234.5` -> `1,234.5`. Digits after the point are at most `digits`, none padded. */
export function formatNumber(locale: string, value: number, digits = 0): string {
  return plainSpaces(new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value));
}

/** Exactly `digits` digits after the point, for columns that are read downwards. */
export function formatFixed(locale: string, value: number, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return plainSpaces(new Intl.NumberFormat(locale, options).format(value));
}

/** Share 0..1 -> `41 %` in the locale's way of writing. */
export function formatShare(locale: string, share: number): string {
  return plainSpaces(new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share));
}
