export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export const HEAD_BYTES = 262_144;

/** First line that is not blank, a quoted line break counting as part of it. */
function headerLine(text: string): string {
  let quoted = false;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '"') quoted = !quoted;
    if (quoted || (char !== '\n' && char !== '\r')) continue;
    const line = text.slice(start, index);
    if (line.trim() !== '') return line;
    start = index + 1;
  }
  return text.slice(start);
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let quoted = false;
  let count = 0;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === delimiter) count += 1;
  }
  return count;
}

/** Delimiters by how often they split the first line, most first; those that the text does not hold are left out. */
export function likelyDelimiters(utf8: Buffer): readonly Delimiter[] {
  const head = utf8.subarray(0, HEAD_BYTES);
  const line = headerLine(head.toString('utf8'));
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, countOutsideQuotes(line, delimiter)]));
  const present = DELIMITERS.filter((delimiter) => head.includes(delimiter));
  const ranked = [...present].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  // A table of one column holds none.
  return ranked.length === 0 ? [','] : ranked;
}
