import type { Decisions } from '../model/policy.ts';
import { type MatchAnswer, type MatchStatus, NameKind } from '../model/product.ts';
import type { ProductCatalogue } from './catalogue.ts';
import { words } from './match/text.ts';

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
  const given = (kind: NameKind, raw: string): MatchAnswer | undefined => {
    const decision = decisionFor(held, kind, raw);
    return decision === undefined ? undefined : answers.get(decision);
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
