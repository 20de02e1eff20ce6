/** Longest raw name that is read; what follows cannot change the answer and would only cost time. */
const LONGEST = 400;

/** Upper bound on words looked at in one name. */
const MOST_WORDS = 24;

/** NFKC, without emoji, control characters and anything beyond the length that is read. */
export function clean(raw: string): string {
  return raw
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20E3|\uFE0E|\uFE0F|\u200D/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zs}]+/gu, ' ')
    .trim();
}

/** Lower case, without marks: `Pipédrive` becomes `pipedrive`. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
}

/** Words of a folded text: runs of letters and digits. An apostrophe does not split (`o'reilly`). */
export function words(text: string): readonly string[] {
  const found = fold(text)
    .replace(/['’`]/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  return found === null ? [] : found.slice(0, MOST_WORDS);
}

/** The key names are compared by: letters and digits only, so `Lean Data` equals `LeanData`. */
export function squash(text: string): string {
  return words(text).join('');
}

/**
 * A card descriptor as patterns read it: upper case, `*` and other separators one space, `.` and `&` kept, and a number
 * glued to a word set apart (`PREMIER INN44011570`).
 */
export function descriptorText(raw: string): string {
  return clean(raw)
    .toUpperCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}.&]+/gu, ' ')
    .replace(/([A-Z]{3})(\d{5,})(?= |$)/g, '$1 $2')
    .replace(/ +/g, ' ')
    .trim();
}

/** Letters and digits mixed or digits alone: an invoice, order, phone or account number, or one blotted out with x. */
export function isIdentifier(word: string): boolean {
  return /\d/.test(word) || word.length === 1 || /^x{2,}$/.test(word);
}
