interface Entry<T> {
  readonly source: string;
  readonly value: T;
}

interface Compiled<T> {
  readonly pattern: RegExp;
  readonly value: T;
}

interface PatternFound<T> {
  readonly value: T;
  /** What was matched, and the text behind it. */
  readonly matched: string;
  readonly rest: string;
  /** The match ends inside a word: `NEW RELIC` in `NEW RELICS`. */
  readonly isInsideWord: boolean;
}

/** Patterns found by the first word of the text. */
export interface PatternTable<T> {
  /** The most specific pattern that the text begins with, and the text behind it. */
  readonly find: (text: string) => PatternFound<T> | undefined;
}

const FIRST_WORD = /^[A-Z0-9]+/;

const LITERAL_START = /^\^(?:[^\\()[\]{}?*+|$.]|\\.)*/;

/** The text that everything begins with which the pattern reads. */
export function literalStart(source: string): string {
  return (LITERAL_START.exec(source)?.[0] ?? '').slice(1).replaceAll('\\', '');
}

/** The longer literal start says more, then the longer source; equal ones in code-point order. */
function bySpecificity(a: Entry<unknown>, b: Entry<unknown>): number {
  const literal = literalStart(b.source).length - literalStart(a.source).length;
  return literal || b.source.length - a.source.length || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
}

/** Expressions are compiled when their first word is first met: few of them are needed in one run. */
export function patternTable<T>(entries: readonly Entry<T>[]): PatternTable<T> {
  const waiting = new Map<string, Entry<T>[]>();
  for (const entry of entries) {
    const word = FIRST_WORD.exec(entry.source.slice(1))?.[0] ?? '';
    const bucket = waiting.get(word);
    if (bucket === undefined) waiting.set(word, [entry]);
    else bucket.push(entry);
  }
  const ready = new Map<string, readonly Compiled<T>[]>();
  function bucketOf(word: string): readonly Compiled<T>[] {
    const known = ready.get(word);
    if (known !== undefined) return known;
    const sorted = (waiting.get(word) ?? []).sort(bySpecificity);
    const compiled = sorted.map(({ source, value }) => ({ pattern: new RegExp(source), value }));
    if (compiled.length > 0) ready.set(word, compiled);
    return compiled;
  }
  function find(text: string): PatternFound<T> | undefined {
    const word = FIRST_WORD.exec(text)?.[0];
    if (word === undefined) return undefined;
    for (const { pattern, value } of bucketOf(word)) {
      const found = pattern.exec(text);
      if (found === null) continue;
      const [matched] = found;
      const isInsideWord = /[A-Z0-9]$/.test(matched) && /^[A-Z]/.test(text.slice(matched.length));
      return { value, matched, rest: text.slice(matched.length).trim(), isInsideWord };
    }
    return undefined;
  }
  return { find };
}
