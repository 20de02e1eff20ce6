import type { MatchAnswer } from '../../model/product.ts';
import { answerOf, foundAs, reviewOf, without } from './answer.ts';
import { type Descriptor, readDescriptor } from './carriers.ts';
import { hostTarget, readHost } from './hosts.ts';
import type { Lookup } from './lookup.ts';
import { exact, leading } from './phrases.ts';
import type { ProductTarget, Target } from './target.ts';
import { clean, isIdentifier, words } from './text.ts';
import { completed } from './truncation.ts';

interface Question extends Descriptor {
  readonly lookup: Lookup;
  readonly raw: string;
  /** Words of the seller. */
  readonly words: readonly string[];
}

type Rule = (question: Question) => MatchAnswer | undefined;

const KIND = 'expense';

function found(target: Target, rule: string, confidence: number): MatchAnswer {
  return answerOf(target, { rule: target.is === 'rejection' ? 'negative' : rule, reason: foundAs(target), confidence });
}

/** Tills, ticket desks and marketplaces sell no seats, whatever the seller is called. */
function carrierAct({ carriers, seller }: Question): MatchAnswer | undefined {
  const shop = carriers.find(({ acts }) => acts === 'till' || acts === 'tickets' || acts === 'marketplace');
  if (shop !== undefined) {
    const sold = { till: 'a shop paid at a till', tickets: 'a ticket', marketplace: 'goods' }[shop.acts as 'till'];
    return without('not-software', { rule: 'carrier', reason: `${sold} (${shop.name})`, confidence: 0.9 });
  }
  const last = carriers.at(-1);
  if (last === undefined || seller !== '') return undefined;
  const reason = `${last.name} passed the payment on without naming the seller`;
  return without('review', { rule: 'carrier', reason, confidence: 0.3 });
}

function merchantPattern({ lookup, seller }: Question): MatchAnswer | undefined {
  const target = lookup.merchants.find(seller)?.value;
  return target === undefined ? undefined : found(target, 'merchant-pattern', 0.97);
}

/** A cut domain (`SURVEYMONKEY.C`) counts where the product of that name has a domain that goes on so. */
function cutHost(lookup: Lookup, token: string): Target | undefined {
  const label = token.replace(/^www\./, '').split('.', 1)[0] ?? '';
  const target = lookup.names.get(label);
  if (target?.is !== 'product' || label.length < 4) return undefined;
  const goesOn = target.product.domains.some((domain) => domain.startsWith(token.replace(/^www\./, '')));
  return goesOn ? { ...target, source: 'domain', text: token } : undefined;
}

/** A domain anywhere in the line names the seller; one that is not known settles nothing. */
function domainToken({ lookup, raw }: Question): MatchAnswer | undefined {
  for (const token of clean(raw)
    .toLowerCase()
    .split(/[\s*,;()]+/)) {
    if (!token.includes('.')) continue;
    const host = readHost(token.replace(/(\.[a-z]{2,4})\d+$/, '$1'));
    const known = host === undefined ? undefined : hostTarget(lookup, KIND, host);
    const target = known ?? cutHost(lookup, token);
    if (target !== undefined) return found(target, 'domain', 0.95);
  }
  return undefined;
}

function isSupport(lookup: Lookup, word: string): boolean {
  return lookup.words.support.has(word);
}

/** An everyday word needs a second token; alone it is left to a person, beside other words it says nothing. */
function everyday(lookup: Lookup, target: ProductTarget, rest: readonly string[]): MatchAnswer | undefined {
  const word = rest.find((candidate) => isSupport(lookup, candidate));
  const reason = `"${target.text}" is an everyday word`;
  if (
    word !== undefined &&
    rest.every((each) => isSupport(lookup, each) || lookup.words.filler.has(each) || isIdentifier(each))
  ) {
    return answerOf(target, { rule: 'alias', reason: `${foundAs(target)}, with "${word}" beside it`, confidence: 0.8 });
  }
  if (!rest.every((each) => lookup.words.filler.has(each) || isIdentifier(each))) return undefined;
  return reviewOf([target], {
    rule: 'common-word',
    reason: `${reason} and nothing else in the line speaks for the product`,
    confidence: 0.5,
  });
}

function wholeName({ lookup, words: all }: Question): MatchAnswer | undefined {
  const target = exact(lookup, KIND, all);
  if (target === undefined) return undefined;
  return target.is === 'product' && target.common ? everyday(lookup, target, []) : found(target, 'alias', 0.93);
}

function tradeWord({ lookup, words: all }: Question): MatchAnswer | undefined {
  const word = all.find((candidate) => lookup.words.trade.has(candidate));
  if (word === undefined) return undefined;
  return without('not-software', { rule: 'negative', reason: `"${word}" is no software trade`, confidence: 0.85 });
}

function cutName({ lookup, words: all }: Question): MatchAnswer | undefined {
  const target = completed(lookup, all.join(''));
  return target === undefined ? undefined : found(target, 'cut-name', 0.85);
}

function leadingName({ lookup, words: all }: Question): MatchAnswer | undefined {
  const phrase = leading(lookup, KIND, all);
  if (phrase === undefined) return undefined;
  const { target, after } = phrase;
  if (target.is === 'rejection') return found(target, 'negative', 0.85);
  const known = after.every((word) => lookup.words.filler.has(word) || isIdentifier(word));
  if (target.is === 'vendor') {
    return target.common && !known ? undefined : found(target, 'vendor-name', known ? 0.9 : 0.7);
  }
  if (target.common) return everyday(lookup, target, after);
  if (known) return found(target, 'alias', 0.9);
  const reason = `${foundAs(target)}; "${after.join(' ')}" is not known`;
  if (target.text.length < 6) return reviewOf([target], { rule: 'leading-name', reason, confidence: 0.5 });
  return answerOf(target, { rule: 'leading-name', reason, confidence: 0.7 });
}

function shopWord({ lookup, words: all }: Question): MatchAnswer | undefined {
  const word = all.find((candidate) => lookup.words.shop.has(candidate));
  if (word === undefined) return undefined;
  return without('not-software', {
    rule: 'negative',
    reason: `"${word}" points to goods or services`,
    confidence: 0.7,
  });
}

/** A merchant of record sells software for others: what is not known is still software. */
function soldSoftware({ carriers }: Question): MatchAnswer | undefined {
  const merchant = carriers.find(({ acts }) => acts === 'merchant-of-record');
  if (merchant === undefined) return undefined;
  const reason = `software sold through ${merchant.name}; the seller is not in the catalogue`;
  return without('review', { rule: 'carrier', reason, confidence: 0.4 });
}

/** In order of how much each rule proves; the first that answers wins. */
const RULES: readonly Rule[] = [
  carrierAct,
  merchantPattern,
  domainToken,
  wholeName,
  tradeWord,
  cutName,
  leadingName,
  shopWord,
  soldSoftware,
];

/** Answers card and bank descriptors. */
export function resolveExpense(lookup: Lookup, raw: string): MatchAnswer {
  const descriptor = readDescriptor(lookup, raw);
  const question = { lookup, raw, ...descriptor, words: words(descriptor.seller) };
  for (const rule of RULES) {
    const answer = rule(question);
    if (answer !== undefined) return answer;
  }
  return without('unknown', { rule: 'none', reason: 'nothing in the line speaks for a known product', confidence: 0 });
}
