import { textOrder } from '../../util/text-order.ts';

/** `1 tool`, `3 tools`; irregular plurals are given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** At most `most` letters, cut with an ellipsis: for names that repeat in many tables. */
export function brief(text: string, most = 90): string {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most).join('').trimEnd()}…` : text;
}

/** Without the full stop at the end, for a text that is set into a sentence. */
export function unstopped(text: string): string {
  return text.replace(/\.\s*$/, '');
}

/** First letter in upper case, the rest untouched. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Comparison by a text key, in code-point order. */
export function byText<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => textOrder(key(a), key(b));
}

// Control characters break XML and bidirectional overrides turn the text around them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Longest text of one cell that a report prints. */
const MOST = 2000;

/** Text without control characters and direction overrides, cut at 2,000 characters. */
export function visibleText(text: string): string {
  const clean = text.replaceAll(INVISIBLE, '');
  return clean.length > MOST ? `${clean.slice(0, MOST)}…` : clean;
}

/** The same structure with every string made inert by {@link visibleText}; keys stay. */
export function visible<T>(value: T): T {
  if (typeof value === 'string') return visibleText(value) as T;
  if (Array.isArray(value)) return value.map(visible) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visible(inner)])) as T;
}

/** Printed where costs and moves of plans stand (METHOD 6a.14). */
export function smallGroupWords(k: number): string {
  return `A group of fewer than ${k} people counts as ${k} in every figure.`;
}
