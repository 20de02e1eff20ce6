import type { ProductCatalogue } from '../catalog/catalogue.ts';
import { vendorNamed } from '../catalog/decisions.ts';
import { nearestProducts } from '../catalog/nearest-products.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { nearest } from '../util/nearest.ts';

type Tools = Snapshot['tools'];

/** What a person's answer to a name means, or what is wrong with it and what may have been meant. */
export type Understood =
  | { readonly as: 'name'; readonly is: string; readonly words: string }
  | { readonly as: 'merge'; readonly tool: string; readonly words: string }
  | Unclear;

export interface Unclear {
  readonly as: 'unclear';
  /** What there is none of. */
  readonly of: 'product' | 'vendor' | 'tool';
  readonly problem: string;
  /** What may have been meant, nearest first. */
  readonly nearest: readonly string[];
}

/** What answers are judged by; tools are those of the last snapshot. */
export interface AnswerContext {
  readonly catalogue: ProductCatalogue;
  readonly tools: Tools;
}

const FIXED: ReadonlyMap<string, string> = new Map([
  ['not-software', 'not software'],
  ['internal', 'in-house'],
  ['platform-client', 'a client of the platform'],
]);

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['not software', 'not-software'],
  ['in house', 'internal'],
  ['inhouse', 'internal'],
  ['platform client', 'platform-client'],
]);

const PROBLEM = {
  product: 'The catalogue has no such product.',
  vendor: 'The catalogue has no such vendor.',
  tool: 'This workspace has no such tool.',
} as const;

function unclear(of: Unclear['of'], near: readonly string[]): Understood {
  return { as: 'unclear', of, problem: PROBLEM[of], nearest: near };
}

function fixedWord(text: string): string | undefined {
  const plain = text.toLowerCase().replace(/[\s_-]+/g, ' ');
  const word = SPELLINGS.get(plain) ?? plain.replaceAll(' ', '-');
  return FIXED.has(word) ? word : undefined;
}

function understoodVendor(text: string, { catalogue }: AnswerContext): Understood {
  const vendor = vendorNamed(catalogue, text);
  if (vendor !== null) return { as: 'name', is: `vendor: ${vendor}`, words: `${vendor}, product not told` };
  const near = nearest(text, catalogue.vendors, Math.max(2, Math.floor(text.length / 3)));
  return unclear('vendor', near === null ? [] : [near]);
}

/** A merge names a tool that is there: its product where it has one, else the name by which the client calls it. */
function understoodMerge(text: string, { tools }: AnswerContext): Understood {
  const wanted = text.toLowerCase();
  const found = tools.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
  if (found !== undefined) {
    return { as: 'merge', tool: found.product ?? found.name, words: `the same tool as ${found.name}` };
  }
  const holding = tools.filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ name }) => name);
  const near = nearest(
    text,
    tools.map(({ name }) => name),
    Math.max(2, Math.floor(text.length / 3)),
  );
  const offered = holding.length > 0 ? holding.slice(0, 5) : near === null ? [] : [near];
  return unclear('tool', wanted === '' ? [] : offered);
}

function understoodProduct(text: string, { catalogue }: AnswerContext): Understood {
  const named = catalogue.named(text);
  if (named !== undefined) return { as: 'name', is: named.id, words: `${named.name} (${named.id})` };
  const vendor = vendorNamed(catalogue, text);
  if (vendor !== null) return understoodVendor(vendor, { catalogue, tools: [] });
  const near = nearestProducts(catalogue, text).map(({ id, name }) => `${name} (${id})`);
  return unclear('product', near);
}

/**
 * Reads one answer: a product by id or any name, a vendor (`vendor: NAME`), `not-software`, `internal`,
 * `platform-client`, or `merge: TOOL`. Says what is wrong instead of throwing, so that a person can be asked again.
 */
export function understand(text: string, context: AnswerContext): Understood {
  const answer = text.trim();
  const [, verb, rest] = /^(vendor|merge)\s*:\s*(.*)$/i.exec(answer) ?? [];
  if (verb?.toLowerCase() === 'vendor') return understoodVendor(rest ?? '', context);
  if (verb?.toLowerCase() === 'merge') return understoodMerge(rest ?? '', context);
  const word = fixedWord(answer);
  if (word !== undefined) return { as: 'name', is: word, words: FIXED.get(word) ?? word };
  return understoodProduct(answer, context);
}
