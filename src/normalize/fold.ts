/** Lower case, outer space removed, inner space single: names that differ by nothing else are one name. */
export function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
