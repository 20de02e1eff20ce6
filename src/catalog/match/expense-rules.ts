import type { MatchAnswer, MatchPath } from '../../model/product.ts';
import { answerOf, foundAs, reviewOf, without } from './answer.ts';
import { type Descriptor, readDescriptor } from './carriers.ts';
import { hostTarget, readHost } from './hosts.ts';
import type { Lookup } from './lookup.ts';
import { exact, glued, inside, leading } from './phrases.ts';
import { firstAnswer, type Rule, stepsOf } from './rule.ts';
import type { ProductTarget, Target } from './target.ts';
import { clean, isIdentifier, words } from './text.ts';
import { completed } from './truncation.ts';

interface Question extends Descriptor {
  readonly lookup: Lookup;
  readonly raw: string;
  /** Words of the seller. */
  readonly words: readonly string[];
}

const KIND = 'expense';

function found(target: Target, rule: string, confidence: number): MatchAnswer {
  return answerOf(target, { rule: target.is === 'rejection' ? 'negative' : rule, reason: foundAs(target), confidence });
}

/** Tills, ticket desks and marketplaces sell no seats, whatever the seller is called. */
function carrierAct({ lookup, carriers, words: all }: Question): MatchAnswer | undefined {
  const shop = carriers.find(({ acts }) => acts === 'till' || acts === 'tickets' || acts === 'marketplace');
  if (shop !== undefined) {
    const sold = { till: 'a shop paid at a till', tickets: 'a ticket', marketplace: 'goods' }[shop.acts as 'till'];
    return without('not-software', { rule: 'carrier', reason: `${sold} (${shop.name})`, confidence: 0.9 });
  }
  const last = carriers.at(-1);
  const namesSeller =
    all.some((word) => !(lookup.words.filler.has(word) || isIdentifier(word))) ||
    leading(lookup, KIND, all) !== undefined;
  if (last === undefined || namesSeller) return undefined;
  const reason = `${last.name} passed the payment on without naming the seller`;
  return without('review', { rule: 'carrier', reason, confidence: 0.3 });
}

/** `MEISTERLABS GMBH MEISTERTASK PRO`: the vendor is told first, then which of its products. */
function productOf(lookup: Lookup, vendor: string, rest: readonly string[]): ProductTarget | undefined {
  for (let from = 0; from < rest.length; from += 1) {
    const target = leading(lookup, KIND, rest.slice(from))?.target;
    if (target?.is === 'product' && target.vendor === vendor) return target;
  }
  return undefined;
}

/** `NEW RELICS ANTIQUES` begins like New Relic: a whole name with other letters behind it is another word. */
function isOtherWord(
  lookup: Lookup,
  { matched, rest, isInsideWord }: { matched: string; rest: string; isInsideWord: boolean },
): boolean {
  if (!isInsideWord || exact(lookup, KIND, words(matched)) === undefined) return false;
  const tail = words(rest)[0] ?? '';
  return !isTail(lookup, tail) && exact(lookup, KIND, [tail]) === undefined;
}

function merchantPattern({ lookup, seller }: Question): MatchAnswer | undefined {
  const charge = lookup.merchants.find(seller);
  if (charge === undefined || isOtherWord(lookup, charge)) return undefined;
  const { value: target } = charge;
  const rest = words(charge.rest);
  if (target.is !== 'rejection') {
    const other = otherThing(lookup, target, rest);
    if (other !== undefined) return other;
  }
  const strange = target.is === 'product' ? strangeWords(lookup, target, charge.matched, rest) : [];
  if (strange.length > 0 && target.is === 'product') {
    const reason = `begins like a charge of ${target.product.name}; "${strange.join(' ')}" is not known`;
    return reviewOf([target], { rule: 'merchant-pattern', reason, confidence: 0.5 });
  }
  const told = target.is === 'vendor' ? productOf(lookup, target.vendor, rest) : undefined;
  return told === undefined ? found(target, 'merchant-pattern', 0.97) : found(told, 'vendor-and-product', 0.9);
}

/** German and Dutch write the trade into the word: `OUTDOORSHOP`, `GETRAENKEMARKT`. */
const TRADE_ENDING =
  /.{3}(?:shop|laden|markt|handel|haus|brauerei|b(?:ae|a)ckerei|metzgerei|hotel|werkstatt|verlag|versicherung|apotheke|restaurant|winkel|bedrijf)$/;

/**
 * Words of a line that nothing explains, where the charge is told by one word of a dictionary: `CALAMARI KING`. A legal
 * form behind the word makes it a company.
 */
function strangeWords(
  lookup: Lookup,
  target: ProductTarget,
  matched: string,
  rest: readonly string[],
): readonly string[] {
  const isCompany = rest[0] !== undefined && lookup.words.legalForm.has(rest[0]);
  if (!lookup.words.dictionary.has(matched.trim().toLowerCase()) || isCompany) return [];
  if (alsoNamed(lookup, target, rest) !== undefined) return [];
  return rest.filter(
    (word) =>
      !(
        lookup.words.filler.has(word) ||
        isSupport(lookup, word) ||
        isIdentifier(word) ||
        lookup.words.object.has(word)
      ),
  );
}

/** What a seller of courses sells. */
const COURSE = /^(?:course|class|training|kurs|certificat|academy|exam|bootcamp)/;

/** `AWS EVENTS REINVENT PASS`, `SAP ARENA`: the name is there, and what was bought is something else. */
function otherThing(lookup: Lookup, target: Target, rest: readonly string[]): MatchAnswer | undefined {
  const isTheirs = target.is === 'product' && alsoNamed(lookup, target, rest) !== undefined;
  if (isTheirs) return undefined;
  const sellsCourses = target.is === 'product' && target.product.capabilities.learning === 3;
  const trade = rest.find((word) => lookup.words.trade.has(word));
  if (trade !== undefined) return anotherTrade(trade);
  const occasion = rest.find(
    (word) =>
      (lookup.words.occasion.has(word) && !(sellsCourses && COURSE.test(word))) ||
      (TRADE_ENDING.test(word) && !lookup.names.has(word)),
  );
  if (occasion === undefined) return undefined;
  const reason = `"${occasion}" points to an event, a place or a thing`;
  return without('not-software', { rule: 'negative', reason, confidence: 0.75 });
}

function anotherTrade(word: string): MatchAnswer {
  return without('not-software', { rule: 'negative', reason: `"${word}" is no software trade`, confidence: 0.85 });
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
function domainToken({ lookup, raw, carriers, seller }: Question): MatchAnswer | undefined {
  // The carrier's own domain says who was paid through, not who was paid.
  for (const token of (carriers.length > 0 ? seller : clean(raw)).toLowerCase().split(/[\s*,;()]+/)) {
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

/** The company, a former name or a domain of the same product further on in the line. */
function alsoNamed(lookup: Lookup, { vendor }: ProductTarget, rest: readonly string[]): string | undefined {
  for (let from = 0; from < rest.length; from += 1) {
    const other = leading(lookup, KIND, rest.slice(from))?.target;
    if (other !== undefined && other.is !== 'rejection' && other.vendor === vendor && !other.common) return other.text;
  }
  return undefined;
}

/** `SLACK *INV00123`: name, star, number. */
const STARRED_ID = /^[\p{L} .]+\*\s*(?:INV|IN|ORD|SUB|#)?[-\w]*\d{3}/iu;

/** An everyday word needs a second token; alone it is left to a person, beside other words it says nothing. */
function everyday(
  { lookup, carriers, raw }: Question,
  target: ProductTarget,
  rest: readonly string[],
): MatchAnswer | undefined {
  const company = alsoNamed(lookup, target, rest);
  if (company !== undefined) {
    return answerOf(target, {
      rule: 'alias',
      reason: `${foundAs(target)}, with "${company}" beside it`,
      confidence: 0.9,
    });
  }
  const sold = carriers.find(({ acts }) => acts === 'merchant-of-record');
  const isBare = rest.every((each) => isSupport(lookup, each) || lookup.words.filler.has(each) || isIdentifier(each));
  if (sold !== undefined && isBare) {
    const said = `${foundAs(target)}; ${sold.name} sells software only`;
    return answerOf(target, { rule: 'alias', reason: said, confidence: 0.8 });
  }
  if (isBare && carriers.length === 0 && STARRED_ID.test(raw)) {
    const said = `${foundAs(target)}, with an invoice number behind a star, as software is billed`;
    return answerOf(target, { rule: 'alias', reason: said, confidence: 0.8 });
  }
  const word = rest.find((candidate) => isSupport(lookup, candidate));
  const reason = `"${target.text}" is an everyday word`;
  if (word !== undefined && isBare) {
    return answerOf(target, { rule: 'alias', reason: `${foundAs(target)}, with "${word}" beside it`, confidence: 0.8 });
  }
  const isCompany = rest[0] !== undefined && lookup.words.legalForm.has(rest[0]);
  if (!isCompany && !rest.every((each) => lookup.words.filler.has(each) || isIdentifier(each))) return undefined;
  return reviewOf([target], {
    rule: 'common-word',
    reason: `${reason} and nothing else in the line speaks for the product`,
    confidence: 0.5,
  });
}

function wholeName(question: Question): MatchAnswer | undefined {
  const { lookup, words: all } = question;
  const target = exact(lookup, KIND, all);
  if (target === undefined) return undefined;
  return target.is === 'product' && target.common ? everyday(question, target, []) : found(target, 'alias', 0.93);
}

function tradeWord({ lookup, words: all }: Question): MatchAnswer | undefined {
  const word = all.find((candidate) => lookup.words.trade.has(candidate));
  return word === undefined ? undefined : anotherTrade(word);
}

/** Banks cut at 18 characters and later; some count without the carrier. */
const SHORTEST_LINE = 15;

function cutName({ lookup, raw, words: all }: Question): MatchAnswer | undefined {
  const last = all.findLastIndex((word) => !isIdentifier(word));
  const target = completed(lookup, all.join('')) ?? completed(lookup, all.slice(0, last + 1).join(''));
  if (target === undefined) return undefined;
  if (all.length > 1 || raw.trim().length >= SHORTEST_LINE || target.is !== 'product') {
    return found(target, 'cut-name', 0.85);
  }
  const reason = `${foundAs(target)} begins so; the line is too short to have been cut`;
  return reviewOf([target], { rule: 'cut-name', reason, confidence: 0.5 });
}

/** Everyday words and short names prove nothing where they are not at the beginning. */
function isTelling({ common, text }: ProductTarget): boolean {
  return !common && text.length >= 5;
}

/** `GOOGLE *TODOIST`: an app store says whose app was paid. */
function soldBy(lookup: Lookup, after: readonly string[]): ProductTarget | undefined {
  const target = leading(lookup, KIND, after)?.target;
  return target?.is === 'product' && isTelling(target) ? target : undefined;
}

const TRADING_AS = /\b(?:D\.?B\.?A\.?|T A|TRADING AS|DOING BUSINESS AS|ALSO KNOWN AS|AKA)\b/;

/** `BUILDSCALE INC DBA VIDYARD`: what stands behind is the name that people know. */
function tradingName(question: Question): MatchAnswer | undefined {
  const { lookup, seller } = question;
  const at = TRADING_AS.exec(seller);
  if (at === null || at.index === 0) return undefined;
  const phrase = leading(lookup, KIND, words(seller.slice(at.index + at[0].length)));
  if (phrase === undefined || phrase.target.is === 'rejection') return undefined;
  if (phrase.target.is === 'product' && phrase.target.common) {
    return everyday(question, phrase.target, [...words(seller.slice(0, at.index)), ...phrase.after]);
  }
  return found(phrase.target, 'trading-name', 0.9);
}

/** What may be glued to a name: an invoice id, or words that say nothing. */
function isTail(lookup: Lookup, tail: string): boolean {
  if (/\d/.test(tail)) return tail.length >= 4;
  for (let length = tail.length; length > 0; length -= 1) {
    const word = tail.slice(0, length);
    if (length > 1 && (lookup.words.filler.has(word) || isSupport(lookup, word))) {
      return length === tail.length || isTail(lookup, tail.slice(length));
    }
  }
  return false;
}

/** `dropboxklb5y7x85fgj`, `logmeingotomeeting`: name and id, or vendor and product, without a space. */
function gluedName(question: Question): MatchAnswer | undefined {
  const { lookup, seller, words: all } = question;
  const host = readHost(seller.split(' ', 1)[0] ?? '');
  // Somebody else's domain may begin like a product's.
  if (host !== undefined && host.domain !== null) return undefined;
  const run = glued(lookup, KIND, all[0] ?? '');
  if (run === undefined || run.target.is === 'rejection') return undefined;
  const { target, tail } = run;
  const named = exact(lookup, KIND, [tail]);
  const told = named?.is === 'product' && named.vendor === target.vendor ? named : undefined;
  if (told !== undefined) return found(told, 'glued-name', 0.85);
  if (!isTail(lookup, tail)) return undefined;
  if (target.is === 'product' && target.common) return everyday(question, target, all.slice(1));
  return found(target, 'glued-name', 0.85);
}

/** `OLINDA SAS QONTO`: a company with its legal form, then the product. */
function behindCompany({ lookup, words: all }: Question): MatchAnswer | undefined {
  const isForm = (word: string | undefined) => word !== undefined && lookup.words.legalForm.has(word);
  // `UNLIMITED INC`: the last of several in a row.
  const form = all.findIndex((word, at) => at > 0 && isForm(word) && !isForm(all[at + 1]));
  if (form < 0) return undefined;
  const target = leading(lookup, KIND, all.slice(form + 1))?.target;
  if (target?.is !== 'product' || !isTelling(target)) return undefined;
  return found(target, 'behind-company', 0.75);
}

/** A telling name anywhere: worth a person's look. */
function insideName({ lookup, words: all }: Question): MatchAnswer | undefined {
  const target = inside(lookup, KIND, all)?.target;
  if (target?.is !== 'product' || !isTelling(target) || target.text.length < 6) return undefined;
  return reviewOf([target], {
    rule: 'inside-name',
    reason: `${foundAs(target)}, further on in the line`,
    confidence: 0.4,
  });
}

function leadingName(question: Question): MatchAnswer | undefined {
  const { lookup, words: all } = question;
  const phrase = leading(lookup, KIND, all);
  if (phrase === undefined) return undefined;
  const { target, after } = phrase;
  if (target.is === 'rejection') return found(target, 'negative', 0.85);
  const other = otherThing(lookup, target, after);
  if (other !== undefined) return other;
  const known = after.every((word) => lookup.words.filler.has(word) || isIdentifier(word));
  if (target.is === 'vendor') {
    const told = productOf(lookup, target.vendor, after) ?? soldBy(lookup, after);
    if (told !== undefined) return found(told, 'vendor-and-product', 0.85);
    return target.common && !known ? undefined : found(target, 'vendor-name', known ? 0.9 : 0.7);
  }
  if (target.common) return everyday(question, target, after);
  if (known) return found(target, 'alias', 0.9);
  const company = alsoNamed(lookup, target, after);
  if (company !== undefined) return found(target, 'alias', 0.9);
  const reason = `${foundAs(target)}; "${after.join(' ')}" is not known`;
  // One word may be anybody's name; a company or a name of several words is not.
  const isSpelledOut = target.source === 'legal' || (target.source !== 'domain' && words(target.text).length > 1);
  const isCompany = after[0] !== undefined && lookup.words.legalForm.has(after[0]) && target.text.length >= 4;
  if (
    !isSpelledOut &&
    (!isCompany || target.source === 'domain' || lookup.words.dictionary.has(target.text.toLowerCase()))
  )
    return reviewOf([target], { rule: 'leading-name', reason, confidence: 0.5 });
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
const RULES: readonly Rule<Question>[] = [
  { id: 'carrier', looksFor: 'a till, ticket desk, marketplace or wallet before the seller', ask: carrierAct },
  { id: 'merchant-pattern', looksFor: 'the way a vendor writes its charges', ask: merchantPattern },
  { id: 'domain', looksFor: 'a domain anywhere in the line', ask: domainToken },
  { id: 'trading-name', looksFor: 'a trading name behind that of the company', ask: tradingName },
  { id: 'whole-name', looksFor: 'the whole seller as a name', ask: wholeName },
  { id: 'trade', looksFor: 'a word of another trade', ask: tradeWord },
  { id: 'cut-name', looksFor: 'a long name that was cut off', ask: cutName },
  { id: 'leading-name', looksFor: 'a name at the beginning, and what stands behind it', ask: leadingName },
  { id: 'glued-name', looksFor: 'a name with an id or another name glued to it', ask: gluedName },
  { id: 'behind-company', looksFor: 'a name behind a company with its legal form', ask: behindCompany },
  { id: 'shop', looksFor: 'a word of goods or services', ask: shopWord },
  { id: 'sold-software', looksFor: 'a merchant of record that sells software for others', ask: soldSoftware },
  { id: 'inside-name', looksFor: 'a telling name further on', ask: insideName },
];

const NONE = without('unknown', {
  rule: 'none',
  reason: 'nothing in the line speaks for a known product',
  confidence: 0,
});

function questionOf(lookup: Lookup, raw: string): Question {
  const descriptor = readDescriptor(lookup, raw);
  return { lookup, raw, ...descriptor, words: words(descriptor.seller) };
}

/** A wallet or merchant of record that is a product itself passes payments on: its name alone does not say for what. */
function passedOn(lookup: Lookup, answer: MatchAnswer): MatchAnswer {
  const acts = answer.productName === null ? undefined : lookup.carrierNames.get(answer.productName);
  if (acts !== 'wallet' && acts !== 'merchant-of-record') return answer;
  const reason = `${answer.productName} passed the payment on without naming the seller`;
  return without('review', { rule: 'carrier', reason, confidence: 0.3 });
}

/** Answers card and bank descriptors. */
export function resolveExpense(lookup: Lookup, raw: string): MatchAnswer {
  return passedOn(lookup, firstAnswer(RULES, questionOf(lookup, raw), NONE));
}

/** The path of `resolveExpense`. */
export function expenseSteps(lookup: Lookup, raw: string): Pick<MatchPath, 'read' | 'steps'> {
  const question = questionOf(lookup, raw);
  const carriers = question.carriers.map(({ name, acts }) => ({ what: `carrier (${acts})`, text: name }));
  return { read: [...carriers, { what: 'seller', text: question.seller }], steps: stepsOf(RULES, question) };
}
