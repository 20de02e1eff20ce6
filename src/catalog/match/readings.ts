import type { NameKind } from '../../model/product.ts';
import { clean } from './text.ts';

/** One way to read a raw name: the text to look up, and what was set aside as its instance. */
export interface Reading {
  readonly text: string;
  readonly instance: string | null;
  /** Factor on the confidence of whatever is found: 1 = nothing was guessed. */
  readonly weight: number;
  /** What was done, for the reason; empty = nothing. */
  readonly note: string;
}

const BRACKET = /[([{]([^()[\]{}]*)[)\]}]/g;
const FORMER = /^(?:formerly|previously|former|ex|was|aka|a\.k\.a\.?|fka|f\.k\.a\.?|now)[:\s]+(?:known as\s+)?/i;
const SEPARATOR = /\s+[-–—|/>·•~]+\s*|\s*[|/>;]\s*|:\s+|\s*[-–—]+\s+/;
const CONNECTS = /\s+(?:for|in|on|with|from|via|by|to|at|auf|für|fuer|bei|von|mit|im|pour|sur|chez|voor|op)\s+/i;

interface Parts {
  readonly base: string;
  readonly brackets: readonly string[];
}

function unbracket(text: string): Parts {
  const brackets = [...text.matchAll(BRACKET)].map((found) => (found[1] ?? '').trim()).filter((inner) => inner !== '');
  return { base: text.replace(BRACKET, ' ').replace(/\s+/g, ' ').trim(), brackets };
}

function reading(text: string, instance: string | null, weight: number, note: string): Reading {
  return { text, instance, weight, note };
}

/** `head - tail`: the head is the product; else the tail; `Webex, Cisco` is turned round. */
function* divided(base: string, instance: string | null): Generator<Reading> {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(base);
  if (comma !== null) yield reading(`${comma[2]} ${comma[1]}`, instance, 1, 'vendor and product turned round');
  const at = SEPARATOR.exec(base) ?? /,\s+/.exec(base);
  if (at === null) return;
  const head = base.slice(0, at.index);
  const tail = base.slice(at.index + at[0].length);
  yield reading(`${head} ${tail}`, instance, 1, '');
  yield reading(head, tail === '' ? instance : tail, 0.95, `"${tail}" read as its instance`);
  yield reading(tail, instance, 0.85, `"${head}" set aside`);
}

/** `X for Y`: X is what was bought, Y where it plugs in or who uses it. */
function* connected(base: string, instance: string | null, kind: NameKind): Generator<Reading> {
  const at = CONNECTS.exec(base);
  if (at === null || at.index === 0) return;
  const head = base.slice(0, at.index);
  const tail = base.slice(at.index + at[0].length);
  const owner = kind === 'inventory' && /^(?:for|in)$/i.test(at[0].trim()) ? tail : instance;
  yield reading(head, owner, 0.95, `"${at[0].trim()} ${tail}" set aside`);
}

/** All readings of a raw name, the most literal first. */
export function* readings(raw: string, kind: NameKind): Generator<Reading> {
  const text = clean(raw);
  yield reading(text, null, 1, '');
  const { base, brackets } = unbracket(text);
  const former = brackets.find((inner) => FORMER.test(inner));
  const instance = brackets.find((inner) => inner !== former) ?? null;
  if (base !== '' && base !== text) yield reading(base, instance, 1, '');
  yield* divided(base, instance);
  yield* connected(base, instance, kind);
  if (former !== undefined) yield reading(former.replace(FORMER, ''), null, 0.8, `"${former}" in brackets`);
  for (const inner of brackets) {
    if (inner !== former) yield reading(inner, null, 0.75, `"${inner}" in brackets`);
  }
}

/** What stands in the brackets of a name. */
export function bracketed(raw: string): readonly string[] {
  return unbracket(clean(raw)).brackets;
}
