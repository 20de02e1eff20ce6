import type { RowReader } from './profile.ts';
import { headerKey } from './recognition/header-key.ts';

/**
 * Which of a few things a cell names, by the word itself or another word for it; letter case, spaces, hyphens and
 * underscores are equal. An empty cell is null, any other word rejects the row.
 */
export function knownWord<T extends string>(
  row: RowReader,
  column: string,
  words: Readonly<Record<T, readonly string[]>>,
): T | null {
  const text = row.text(column);
  if (text === null) return null;
  const key = headerKey(text);
  const known = Object.keys(words) as T[];
  const found = known.find((word) => headerKey(word) === key || words[word].some((other) => headerKey(other) === key));
  return found ?? row.reject(column, `is none of ${known.map((word) => word.replaceAll('-', ' ')).join(', ')}`);
}
