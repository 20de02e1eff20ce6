import { z } from 'zod';
import { AsyncTraits, type Capability, CapabilityVector } from './capability.ts';

/** A catalogue entry as the stages after the catalogue see it. */
export const Product = z.strictObject({
  id: z.string(),
  name: z.string(),
  vendor: z.string(),
  aliases: z.array(z.string()),
  formerNames: z.array(z.string()),
  domains: z.array(z.string()),
  /** Id of the suite this product is a member of. */
  suite: z.string().nullable(),
  /** Ids of member products where this product is a suite itself. */
  members: z.array(z.string()),
  capabilities: CapabilityVector,
  traits: AsyncTraits,
  /** SSO and SCIM are attributes people may require; null = unknown. */
  sso: z.boolean().nullable(),
  scim: z.boolean().nullable(),
  billingKind: z.enum(['seats', 'usage', 'ad_spend', 'one_off', 'free']).nullable(),
});
export type Product = z.infer<typeof Product>;

/** What the text of a raw name is, which decides the rules that read it. */
export const NameKind = z.enum(['expense', 'sso', 'oauth', 'inventory', 'domain']);
export type NameKind = z.infer<typeof NameKind>;

export const MatchStatus = z.enum([
  'matched',
  'vendor-only',
  'not-software',
  'internal',
  'platform-client',
  'review',
  'unknown',
]);
export type MatchStatus = z.infer<typeof MatchStatus>;

/**
 * Answer of the matcher for one raw name. `product` is a product id and set only when `matched`; `vendor` is set when
 * `matched` or `vendor-only`; `candidates` only when `review`.
 */
export interface MatchAnswer {
  readonly status: MatchStatus;
  readonly product: string | null;
  readonly productName: string | null;
  readonly vendor: string | null;
  /** 0..1. */
  readonly confidence: number;
  /** Rule that decided, such as `alias`, `merchant-pattern`, `domain`, `negative`, `decision`. */
  readonly rule: string;
  /** One plain sentence. */
  readonly reason: string;
  readonly candidates: readonly { readonly product: string; readonly name: string; readonly confidence: number }[];
  /** Environment, team or legal entity found in the name, such as `sandbox`; null = none. */
  readonly instance: string | null;
  /** The former name that the raw text used; null = today's. */
  readonly formerName: string | null;
}

/** How a raw name came to its answer: what was read from it, and every rule that was asked, in order. */
export interface MatchPath {
  readonly kind: NameKind;
  readonly raw: string;
  /** What was made of the text before any rule looked at it. */
  readonly read: readonly { readonly what: string; readonly text: string }[];
  /** The last one answered, unless none did. */
  readonly steps: readonly { readonly rule: string; readonly looksFor: string; readonly answered: boolean }[];
  readonly answer: MatchAnswer;
}

/** The catalogue as other stages receive it. Pure: same question, same answer. */
export interface Catalogue {
  readonly capabilities: readonly Capability[];
  readonly product: (id: string) => Product | undefined;
  readonly resolve: (kind: NameKind, raw: string) => MatchAnswer;
}
