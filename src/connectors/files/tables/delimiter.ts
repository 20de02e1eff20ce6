const CANDIDATES = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

const HEAD_BYTES = 262_144;

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

/** The delimiter that splits the header into most parts; a comma where there is one column only. */
export function findDelimiter(utf8: Buffer): Delimiter {
  const line = headerLine(utf8.subarray(0, HEAD_BYTES).toString('utf8'));
  const counts = CANDIDATES.map((delimiter) => countOutsideQuotes(line, delimiter));
  const most = Math.max(...counts);
  return CANDIDATES[counts.indexOf(most)] ?? ',';
}
