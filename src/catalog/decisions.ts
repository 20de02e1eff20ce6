import type { Decisions } from '../model/policy.ts';
import type { MatchAnswer, MatchStatus, NameKind } from '../model/product.ts';
import type { ProductCatalogue } from './catalogue.ts';
import { words } from './match/text.ts';

type Decision = Decisions['names'][number];

const REJECTIONS: ReadonlySet<string> = new Set<MatchStatus>(['not-software', 'internal', 'platform-client']);

const NOTHING = { candidates: [], instance: null, formerName: null, rule: 'decision', confidence: 1 } as const;

function why({ by, reason }: Decision): string {
  const who = by === undefined ? 'decided by a person' : `decided by ${by}`;
  return reason === undefined ? who : `${who}: ${reason}`;
}

/** A decision for something outside the catalogue keeps the name that the person gave, and has no product id. */
function decided(catalogue: ProductCatalogue, decision: Decision): MatchAnswer {
  const base = { ...NOTHING, reason: why(decision) };
  if (REJECTIONS.has(decision.is)) {
    return { ...base, status: decision.is as MatchStatus, product: null, productName: null, vendor: null };
  }
  const product = catalogue.named(decision.is);
  if (product !== undefined) {
    return { ...base, status: 'matched', product: product.id, productName: product.name, vendor: product.vendor };
  }
  const vendor = catalogue.vendors.find((name) => name.toLowerCase() === decision.is.toLowerCase()) ?? null;
  if (vendor !== null) return { ...base, status: 'vendor-only', product: null, productName: null, vendor };
  const reason = `${base.reason}, but the catalogue has no "${decision.is}"`;
  return { ...base, reason, confidence: 0, status: 'review', product: null, productName: null, vendor: null };
}

/** Raw names are compared without case, marks, emoji and signs; a decision without a kind holds for every kind. */
function keyOf(kind: string | undefined, raw: string): string {
  return `${kind ?? 'any'} ${words(raw).join(' ') || raw.trim()}`;
}

/** The catalogue with people's answers before its rules. Later decisions replace earlier ones. */
export function withDecisions(catalogue: ProductCatalogue, decisions: Decisions['names']): ProductCatalogue {
  const answers = new Map(decisions.map((each) => [keyOf(each.kind, each.raw), decided(catalogue, each)]));
  const given = (kind: NameKind, raw: string) => answers.get(keyOf(kind, raw)) ?? answers.get(keyOf(undefined, raw));
  return {
    ...catalogue,
    resolve: (kind, raw) => given(kind, raw) ?? catalogue.resolve(kind, raw),
    path: (kind, raw) => {
      const answer = given(kind, raw);
      const asked = { rule: 'decision', looksFor: 'an answer that a person gave', answered: answer !== undefined };
      if (answer !== undefined) return { kind, raw, read: [], steps: [asked], answer };
      const path = catalogue.path(kind, raw);
      return { ...path, steps: [asked, ...path.steps] };
    },
  };
}
