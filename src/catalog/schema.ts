import { z } from 'zod';
import { NameKind } from '../model/product.ts';

const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'kebab-case');
const Host = z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}(?:\/[a-z0-9/._-]+)?$/, 'lower-case host, without scheme or www');
const Text = z.string().trim().min(1);
const Texts = z.array(Text).default([]);

/**
 * Source of a regular expression over an upper-case descriptor in which `*` and other separators are one space.
 * It starts with `^` and a literal word, because patterns are found by their first word; groups are never repeated,
 * which keeps matching linear.
 */
export const MerchantPattern = z
  .string()
  .regex(/^\^(?:[A-Z0-9]{2,}|[A-Z0-9](?=[ &]))(?![A-Z0-9*?{])/, 'starts with ^ and a literal word')
  .refine((source) => !/\)[*+{]/.test(source), 'a group must not repeat');

const Level = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const Trait = z.enum(['yes', 'limited', 'no']);

const Traits = z.strictObject({
  permalinks: Trait.optional(),
  threads: Trait.optional(),
  search: Trait.optional(),
  export: Trait.optional(),
  api: Trait.optional(),
  version_history: Trait.optional(),
  guest_access: Trait.optional(),
  works_without_live_session: Trait.optional(),
});

/** A price is kept only with the page it was read from and the day. `amount` is in major units, as published. */
const Price = z.strictObject({
  tier: Text,
  amount: z.number().min(0),
  currency: z.string().length(3),
  unit: Text,
  billing: Text.optional(),
  source_url: z.url(),
  as_of: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});

export const ProductEntry = z.strictObject({
  id: Id,
  name: Text,
  domains: z.array(Host).default([]),
  aliases: Texts,
  former_names: z.array(z.strictObject({ name: Text, until: z.string().optional() })).default([]),
  legal_names: Texts,
  merchant: z.array(MerchantPattern).default([]),
  oauth: z
    .strictObject({
      /** Ids of its clients at Google (`….apps.googleusercontent.com`), GitHub (`Iv1.…`) or another provider. */
      client_ids: Texts,
      /** Application ids in Microsoft Entra. */
      entra_app_ids: z.array(z.guid()).default([]),
      names: Texts,
    })
    .prefault({}),
  /** An everyday word: alone in an expense line it proves nothing. */
  common_word: z.boolean().default(false),
  /** Id of the suite that this product is a member of. */
  suite: Id.nullable().default(null),
  status: z.enum(['active', 'retired']).default('active'),
  successor: Id.nullable().default(null),
  capabilities: z.record(z.string(), Level),
  traits: Traits.prefault({}),
  sso: z.boolean().nullable().default(null),
  scim: z.boolean().nullable().default(null),
  billing_kind: z.enum(['seats', 'usage', 'ad_spend', 'one_off', 'free']).nullable().default(null),
  prices: z.array(Price).default([]),
});
export type ProductEntry = z.infer<typeof ProductEntry>;

/** `products/<vendor>.yaml`. What names the vendor without telling the product stands beside `products`. */
export const VendorFile = z.strictObject({
  vendor: Text,
  parent: Text.optional(),
  /** An everyday word: beside words that are not known it does not name the vendor. */
  common_word: z.boolean().default(false),
  legal_names: Texts,
  vendor_only: z
    .strictObject({ names: Texts, domains: z.array(Host).default([]), merchant: z.array(MerchantPattern).default([]) })
    .prefault({}),
  products: z.array(ProductEntry),
});
export type VendorFile = z.infer<typeof VendorFile>;

/** `capabilities.yaml`. */
export const CapabilitiesFile = z.strictObject({
  version: z.literal(1),
  domains: z.record(z.string(), z.strictObject({ name: Text })),
  capabilities: z.record(
    z.string(),
    z.strictObject({
      domain: z.string(),
      name: Text,
      def: Text,
      mode: z.enum(['sync', 'async', 'either']),
      one_home: z.enum(['strong', 'team', 'free']),
    }),
  ),
});
export type CapabilitiesFile = z.infer<typeof CapabilitiesFile>;

/**
 * How a name before the seller acts: a till makes shops, a wallet and a gateway pass the seller on, a merchant of record
 * sells software in the name of others, a ticket desk sells seats at events, a marketplace sells goods.
 */
export const CarrierAct = z.enum(['till', 'wallet', 'gateway', 'merchant-of-record', 'tickets', 'marketplace']);
export type CarrierAct = z.infer<typeof CarrierAct>;

const Carrier = z.strictObject({ name: Text, acts: CarrierAct, match: z.array(MerchantPattern).min(1) });
export type Carrier = z.infer<typeof Carrier>;

const Rejection = z.strictObject({
  status: z.enum(['not-software', 'platform-client', 'internal', 'review']),
  reason: Text,
  /** Kinds of name that it applies to; absent = all. */
  kinds: z.array(NameKind).optional(),
  names: Texts,
  /** OAuth client and application ids, of any provider. */
  clients: Texts,
  domains: z.array(Host).default([]),
  merchant: z.array(MerchantPattern).default([]),
});
export type Rejection = z.infer<typeof Rejection>;

/** `descriptors.yaml`: everything about raw names that is not a fact about one product. Words are lower case. */
export const DescriptorsFile = z.strictObject({
  version: z.literal(1),
  rail_words: Texts,
  carriers: z.array(Carrier),
  /** Starts of lines in which a carrier ran into the seller. */
  fused: z.array(z.strictObject({ carrier: Text, prefix: z.string().regex(/^[A-Z0-9]{2,}$/) })).default([]),
  rejections: z.array(Rejection),
  words: z.strictObject({
    /** A line of trade that is not software; outranks a product name that it stands beside. */
    trade: Texts,
    /** Hints at goods or shops; counts only where nothing matched. */
    shop: Texts,
    /** Names of products that are words of a language, or people's names. */
    dictionary: Texts,
    /** An event, a place or a thing; beside the name of a product it says that no product was bought. */
    occasion: Texts,
    plan: Texts,
    billing: Texts,
    legal_form: Texts,
    environment: Texts,
    region: Texts,
    place: Texts,
    group: Texts,
    connector: Texts,
    in_house: Texts,
    /** What a tool is made of, beside its name. */
    object: Texts,
    /** Host names that organisations give to any product of a sort. */
    generic_host: Texts,
    /** Host names that say which self-hosted product answers. */
    product_host: Texts,
  }),
});
export type DescriptorsFile = z.infer<typeof DescriptorsFile>;

/** Everything the catalogue is made of, read and validated. */
export const CatalogueFiles = z.strictObject({
  capabilities: CapabilitiesFile,
  vendors: z.array(VendorFile),
  descriptors: DescriptorsFile,
});
export type CatalogueFiles = z.infer<typeof CatalogueFiles>;
