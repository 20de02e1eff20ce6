import type { NameKind } from '../../model/product.ts';
import type { Lookup } from './lookup.ts';
import { appliesTo, type Target } from './target.ts';

/** Words of the longest name that is looked for inside a longer text. */
const LONGEST_NAME = 6;

export interface Phrase {
  readonly target: Target;
  /** Words before and after the name. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What the whole text names. */
export function exact(lookup: Lookup, kind: NameKind, words: readonly string[]): Target | undefined {
  const target = lookup.names.get(words.join(''));
  return target !== undefined && appliesTo(target, kind) ? target : undefined;
}

/** The longest name that starts at `from`. */
function startingAt(lookup: Lookup, kind: NameKind, words: readonly string[], from: number): Phrase | undefined {
  for (let length = Math.min(LONGEST_NAME, words.length - from); length > 0; length -= 1) {
    const target = exact(lookup, kind, words.slice(from, from + length));
    if (target !== undefined) return { target, before: words.slice(0, from), after: words.slice(from + length) };
  }
  return undefined;
}

/** The longest name that the text begins with. */
export function leading(lookup: Lookup, kind: NameKind, words: readonly string[]): Phrase | undefined {
  return startingAt(lookup, kind, words, 0);
}

/** The first product name anywhere after the first word; the longest at that place. */
export function inside(lookup: Lookup, kind: NameKind, words: readonly string[]): Phrase | undefined {
  for (let from = 1; from < words.length; from += 1) {
    const phrase = startingAt(lookup, kind, words, from);
    if (phrase?.target.is === 'product') return phrase;
  }
  return undefined;
}

/** Shortest name that counts where no space ends it. */
const SHORTEST_GLUED = 6;
const LONGEST_GLUED = 24;

/**
 * `dropboxklb5y7x85fgj`: the longest name that a word begins with, and the letters glued to it; the seller's star was
 * lost without leaving a space.
 */
export function glued(lookup: Lookup, kind: NameKind, word: string): { target: Target; tail: string } | undefined {
  for (let length = Math.min(LONGEST_GLUED, word.length - 1); length >= SHORTEST_GLUED; length -= 1) {
    const target = exact(lookup, kind, [word.slice(0, length)]);
    if (target !== undefined) return { target, tail: word.slice(length) };
  }
  return undefined;
}
