const SPOKEN: Readonly<Record<string, string>> = { '+': ' plus ', '#': ' sharp ', '&': ' and ', '@': ' at ' };

/**
 * Lower-case letters and digits joined by hyphens, marks removed: `Pipédrive (EU)` -> `pipedrive-eu`. Signs that tell
 * names apart are spoken (`C++` and `C#` stay two); a name of signs alone becomes its code points, so never empty.
 */
export function slug(name: string): string {
  const spoken = name.replace(/[+#&@]/g, (sign) => SPOKEN[sign] ?? ' ');
  const plain = spoken
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '');
  const words = plain.match(/[\p{L}\p{N}]+/gu);
  if (words !== null) return words.join('-');
  return [...name].map((sign) => `u${(sign.codePointAt(0) ?? 0).toString(16)}`).join('-');
}
