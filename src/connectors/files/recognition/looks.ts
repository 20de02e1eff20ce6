import { headerKey } from './header-key.ts';
import type { ColumnSample } from './samples.ts';
import { kindOfValues } from './value-kind.ts';

/** Names of columns whose values say something of a person, whatever they look like. */
const PERSONAL =
  /birth|geburt|naissance|nacimiento|salar|gehalt|lohn|salaire|sueldo|phone|telefon|teléfono|mobil|handy|iban|bic|account|konto|compte|cuenta|rekening|card|karte|carte|tarjeta|person|number|nummer|numéro|número|address|adresse|\bnr\b|\bid\b/u;

const SHOWN = 2;
const LONGEST_SHAPE = 24;

const WORDS = {
  person: 'addresses',
  instant: 'days with a time',
  day: 'days',
  currency: 'currency codes',
  'yes-no': 'yes or no',
  amount: 'numbers',
  text: 'text',
} as const;

/** `Ann Lee 42` -> `Xxx Xxx 99`: how a value is built, and nothing of what it says. */
export function shapeOf(value: string): string {
  const shape = value
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '9');
  return shape.length > LONGEST_SHAPE ? `${shape.slice(0, LONGEST_SHAPE)}...` : shape;
}

function unlike(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/**
 * What a column holds, in words that show no personal data: kind and shape, and up to two values where they are days,
 * numbers, currencies or yes and no under a name that says nothing of people.
 */
export function looksOf({ label, values }: ColumnSample): string {
  const kind = kindOfValues(values);
  if (kind === null) return 'empty';
  const different = unlike(values);
  if (kind === 'person') return `${WORDS.person}, ${different.length} different`;
  const isShown = kind !== 'text' && !PERSONAL.test(headerKey(label));
  const examples = unlike(isShown ? values : values.map(shapeOf)).slice(0, SHOWN);
  const count = kind === 'text' ? `, ${different.length} different` : '';
  return `${WORDS[kind]} ${isShown ? 'such as' : 'of the shape'} ${examples.join(' and ')}${count}`;
}
