import type { Column } from '../profile.ts';
import { headerKey } from './header-key.ts';

/** How near a column's name comes to a field, 0..1, and why, in words. */
export interface Likeness {
  readonly score: number;
  readonly why: string;
}

/** Words that say nothing alone: `User name` and `Tool name` have nothing in common. */
const GENERIC = new Set([
  'name',
  'id',
  'type',
  'number',
  'nr',
  'no',
  'code',
  'naam',
  'nom',
  'nombre',
  'typ',
  'of',
  'the',
  'de',
  'la',
  'der',
  'die',
]);
/** Codes that stand beside an amount's name: `Betrag (EUR)`. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));
/** Shortest beginning or end that two words must share to be alike. */
const ALIKE_START = 4;
const ALIKE_END = 5;

const HINTED = 0.85;
const BY_WORDS = 0.75;
const ONE_OF_TWO = 0.99;

/** Accents left out, and ae, oe, ue as written where a keyboard has no umlauts. The same is done to both sides. */
export function folded(name: string): string {
  return headerKey(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/([aou])e/g, '$1');
}

function wordsOf(name: string): readonly string[] {
  const words = folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const plain = words.filter((word) => !CURRENCIES.has(word));
  return plain.length === 0 ? words : plain;
}

function alike(word: string, known: string): boolean {
  if (word === known) return true;
  // A compound ends with what it is: Rechnungsbetrag is a Betrag.
  if (known.length >= ALIKE_END && word.endsWith(known)) return true;
  const [short, long] = word.length < known.length ? [word, known] : [known, word];
  return short.length >= ALIKE_START && long.startsWith(short);
}

/** Share of common words (Dice). Common words that say nothing alone do not count where another word disagrees. */
function wordLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const common = a.filter((word) => b.some((other) => alike(word, other)));
  const saysSomething = common.some((word) => !GENERIC.has(word)) || common.length === Math.max(a.length, b.length);
  return saysSomething ? (2 * common.length) / (a.length + b.length) : 0;
}

/** The currency that a column's name ends with, as in `Betrag (EUR)` or `Amount USD`; null where it names none. */
export function currencyInName(name: string): string | null {
  const last = /[\s(/_-]([A-Z]{3})\)?$/.exec(name)?.[1];
  return last !== undefined && CURRENCIES.has(last.toLowerCase()) ? last : null;
}

interface KnownName {
  readonly name: string;
  readonly fold: string;
  readonly words: readonly string[];
}

interface KnownNames {
  readonly own: ReadonlySet<string>;
  /** Its own names first, then the hints in their order. */
  readonly all: readonly KnownName[];
}

/** Names of a column taken apart once: they are compared with every column of a file. */
const taken = new WeakMap<Column, KnownNames>();

function knownNames(column: Column): KnownNames {
  const held = taken.get(column);
  if (held !== undefined) return held;
  const own = [column.name, ...(column.synonyms ?? [])];
  const all = [...own, ...(column.hints ?? [])].map((name) => ({ name, fold: folded(name), words: wordsOf(name) }));
  const made = { own: new Set(own.map(headerKey)), all };
  taken.set(column, made);
  return made;
}

/** The name of a file's column, taken apart. */
interface AskedName {
  readonly key: string;
  readonly fold: string;
  readonly words: readonly string[];
}

export interface AskedColumn {
  readonly whole: AskedName;
  /** `Auftraggeber` and `Empfänger` of `Auftraggeber/Empfänger`; none where there is no slash. */
  readonly parts: readonly AskedName[];
}

function askedName(name: string): AskedName {
  return { key: headerKey(name), fold: folded(name), words: wordsOf(name) };
}

export function askedColumn(name: string): AskedColumn {
  const parts = name.split('/').filter((part) => headerKey(part) !== '');
  return { whole: askedName(name), parts: parts.length < 2 ? [] : parts.map(askedName) };
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((word, at) => word === b[at]);
}

function likenessOf({ key, fold, words }: AskedName, { own, all }: KnownNames): Likeness {
  if (own.has(key)) return { score: 1, why: 'its name' };
  const at = all.findIndex((known) => known.fold === fold || sameWords(known.words, words));
  // Earlier hints are the better ones: where a file has two of them, the first in the list is proposed.
  if (at !== -1) return { score: HINTED - at / 1000, why: `"${all[at]?.name}" often means it` };
  let best = { score: 0, why: '' };
  for (const known of all) {
    const score = BY_WORDS * wordLikeness(words, known.words);
    if (score > best.score) best = { score, why: `like "${known.name}"` };
  }
  return best;
}

/**
 * How near the name of a file's column comes to a column of a profile. Where a name has two parts either may be meant,
 * so each counts a little less than it would alone.
 */
export function nameLikeness({ whole, parts }: AskedColumn, column: Column): Likeness {
  const known = knownNames(column);
  return parts
    .map((part) => likenessOf(part, known))
    .map(({ score, why }) => ({ score: score * ONE_OF_TWO, why }))
    .reduce((best, next) => (next.score > best.score ? next : best), likenessOf(whole, known));
}
