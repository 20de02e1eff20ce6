import type { Decisions } from '../model/policy.ts';
import { type MatchAnswer, type MatchStatus, NameKind } from '../model/product.ts';
import type { ProductCatalogue } from './catalogue.ts';
import { isIdentifier, words } from './match/text.ts';

type Decision = Decisions['names'][number];

const REJECTIONS: ReadonlySet<string> = new Set<MatchStatus>(['not-software', 'internal', 'platform-client']);

const NOTHING = { candidates: [], instance: null, formerName: null, rule: 'decision', confidence: 1 } as const;

/** For a vendor of which a product has the same name. */
const VENDOR = /^vendor:\s*/i;

function why({ by, reason }: Decision, source: string | undefined): string {
  const where = source === undefined ? '' : ` in ${source}`;
  const who = by !== undefined ? ` by ${by}` : source === undefined ? ' by a person' : '';
  return `decided${where}${who}${reason === undefined ? '' : `: ${reason}`}`;
}

/** The vendor that a decision names, alone or as `vendor: NAME`; null where the catalogue has none. */
export function vendorNamed(catalogue: Pick<ProductCatalogue, 'vendors'>, text: string): string | null {
  const wanted = text.replace(VENDOR, '').trim().toLowerCase();
  return catalogue.vendors.find((name) => name.toLowerCase() === wanted) ?? null;
}

/** A decision for something outside the catalogue keeps the name that the person gave, and has no product id. */
function decided(catalogue: ProductCatalogue, decision: Decision, source: string | undefined): MatchAnswer {
  const base = { ...NOTHING, reason: why(decision, source) };
  if (REJECTIONS.has(decision.is)) {
    return { ...base, status: decision.is as MatchStatus, product: null, productName: null, vendor: null };
  }
  const product = VENDOR.test(decision.is) ? undefined : catalogue.named(decision.is);
  if (product !== undefined) {
    return { ...base, status: 'matched', product: product.id, productName: product.name, vendor: product.vendor };
  }
  const vendor = vendorNamed(catalogue, decision.is);
  if (vendor !== null) return { ...base, status: 'vendor-only', product: null, productName: null, vendor };
  const reason = `${base.reason}, but the catalogue has no "${decision.is}"`;
  return { ...base, reason, confidence: 0, status: 'review', product: null, productName: null, vendor: null };
}

/** Raw names are compared without case, marks, emoji and signs; a decision without a kind holds for every kind. */
export function decisionKey(kind: string | undefined, raw: string): string {
  return `${kind ?? 'any'} ${words(raw).join(' ') || raw.trim()}`;
}

/** By key; the later decision for a name holds, so one for every kind takes back what was said for single kinds. */
export function decisionsByKey(decisions: Decisions['names']): ReadonlyMap<string, Decision> {
  const held = new Map<string, Decision>();
  for (const each of decisions) {
    if (each.kind === undefined) for (const kind of NameKind.options) held.delete(decisionKey(kind, each.raw));
    held.set(decisionKey(each.kind, each.raw), each);
  }
  return held;
}

/** The decision that holds for a name, if there is one. */
export function decisionFor(
  held: ReadonlyMap<string, Decision>,
  kind: NameKind | undefined,
  raw: string,
): Decision | undefined {
  return held.get(decisionKey(kind, raw)) ?? held.get(decisionKey(undefined, raw));
}

/** Letters that a merchant's words must have to stand for it. */
const SHORTEST_MERCHANT = 4;

/**
 * The same merchant with another invoice: the words of a card line without its numbers. Undefined where only a carrier
 * would be left, since an answer for one payment through it says nothing of the next.
 */
function merchantKey(catalogue: ProductCatalogue, raw: string): string | undefined {
  const named = words(raw).filter((word) => !isIdentifier(word));
  if (named.join('').length < SHORTEST_MERCHANT || catalogue.resolve('expense', raw).rule === 'carrier')
    return undefined;
  return named.join(' ');
}

/** Decisions for card lines by merchant; the later one holds. */
function byMerchant(catalogue: ProductCatalogue, decisions: Iterable<Decision>): ReadonlyMap<string, Decision> {
  const merchants = new Map<string, Decision>();
  for (const each of decisions) {
    const key = (each.kind ?? 'expense') === 'expense' ? merchantKey(catalogue, each.raw) : undefined;
    if (key !== undefined) merchants.set(key, each);
  }
  return merchants;
}

/**
 * The catalogue with people's answers before its rules. Later decisions replace earlier ones.
 * @param source file that the decisions are shared in; absent = they are the workspace's own
 */
export function withDecisions(
  catalogue: ProductCatalogue,
  decisions: Decisions['names'],
  source?: string,
): ProductCatalogue {
  const held = decisionsByKey(decisions);
  const answers = new Map([...held.values()].map((each) => [each, decided(catalogue, each, source)]));
  const merchants = byMerchant(catalogue, held.values());
  const given = (kind: NameKind, raw: string): MatchAnswer | undefined => {
    const decision = decisionFor(held, kind, raw);
    if (decision !== undefined) return answers.get(decision);
    if (kind !== 'expense' || merchants.size === 0) return undefined;
    const same = merchants.get(merchantKey(catalogue, raw) ?? '');
    const answer = same === undefined ? undefined : answers.get(same);
    return (
      answer && {
        ...answer,
        reason: `${answer.reason} (of "${same?.raw}")`,
        confidence: Math.min(answer.confidence, 0.9),
      }
    );
  };
  const looksFor = source === undefined ? 'an answer that a person gave' : `an answer in ${source}`;
  return {
    ...catalogue,
    resolve: (kind, raw) => given(kind, raw) ?? catalogue.resolve(kind, raw),
    path: (kind, raw) => {
      const answer = given(kind, raw);
      const asked = { rule: 'decision', looksFor, answered: answer !== undefined };
      if (answer !== undefined) return { kind, raw, read: [], steps: [asked], answer };
      const path = catalogue.path(kind, raw);
      return { ...path, steps: [asked, ...path.steps] };
    },
  };
}
