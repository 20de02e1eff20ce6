import type { CarrierAct, CatalogueFiles, DescriptorsFile, ProductEntry, Rejection, VendorFile } from '../schema.ts';
import { type PatternTable, patternTable } from './patterns.ts';
import type { ProductTarget, RejectionTarget, Source, Target } from './target.ts';
import { squash, words } from './text.ts';
import { type WordLists, wordLists } from './word-lists.ts';

export interface CarrierTarget {
  readonly name: string;
  readonly acts: CarrierAct;
}

/** Hash maps over everything the catalogue knows: no question walks through the catalogue. */
export interface Lookup {
  /** Squashed text -> what it names. */
  readonly names: ReadonlyMap<string, Target>;
  /** Host, with or without a path -> what answers there. */
  readonly domains: ReadonlyMap<string, Target>;
  /** OAuth client and application ids, lower case. */
  readonly clients: ReadonlyMap<string, Target>;
  readonly merchants: PatternTable<Target>;
  readonly carriers: PatternTable<CarrierTarget>;
  readonly carrierNames: ReadonlyMap<string, CarrierAct>;
  readonly fused: readonly { readonly prefix: string; readonly carrier: CarrierTarget }[];
  readonly words: WordLists;
  /** Pairs of entries that claim the same text; a sound catalogue has none. */
  readonly conflicts: readonly string[];
}

interface Draft {
  readonly names: Map<string, Target>;
  readonly domains: Map<string, Target>;
  readonly clients: Map<string, Target>;
  readonly merchants: { source: string; value: Target }[];
  readonly conflicts: string[];
}

/** Weak claims give way silently: a legal name or a domain's letters may well be another product's name. */
function claim(map: Map<string, Target>, key: string, target: Target, draft: Draft, weak = false): void {
  if (key === '') return;
  const holder = map.get(key);
  if (holder === undefined) {
    map.set(key, target);
    return;
  }
  if (!weak && ownerOf(holder) !== ownerOf(target)) {
    draft.conflicts.push(`"${target.text}" names ${ownerOf(holder)} and ${ownerOf(target)}`);
  }
}

function ownerOf(target: Target): string {
  if (target.is === 'product') return `product ${target.product.id}`;
  return target.is === 'vendor' ? `vendor ${target.vendor}` : `rejection "${target.reason}"`;
}

/** `RealtimeBoard`, `C2FO`: no word of a language is written so. */
const WRITTEN_LIKE_A_NAME = /\p{Ll}\p{Lu}|\d/u;

function productTarget(product: ProductEntry, vendor: string, source: Source, text: string): ProductTarget {
  const mayBeEveryday =
    source !== 'legal' && source !== 'domain' && words(text).length === 1 && !WRITTEN_LIKE_A_NAME.test(text);
  const common = product.common_word && mayBeEveryday;
  return { is: 'product', product, vendor, source, text, common };
}

function addProduct(draft: Draft, product: ProductEntry, vendor: string): void {
  const target = (source: Source, text: string) => productTarget(product, vendor, source, text);
  const named: [Source, readonly string[]][] = [
    ['name', [product.name]],
    ['alias', product.aliases],
    ['former', product.former_names.map((former) => former.name)],
    ['oauth', product.oauth.names],
  ];
  for (const [source, texts] of named) {
    for (const text of texts) claim(draft.names, squash(text), target(source, text), draft);
  }
  for (const host of product.domains) claim(draft.domains, host, target('domain', host), draft);
  for (const source of product.merchant) draft.merchants.push({ source, value: target('merchant', product.name) });
  for (const id of [...product.oauth.client_ids, ...product.oauth.entra_app_ids]) {
    claim(draft.clients, id.toLowerCase(), target('oauth', id), draft);
  }
}

/** `Salesforce Pardot`: people put the vendor or its parent before the product. */
function addWithVendor(draft: Draft, product: ProductEntry, file: VendorFile): void {
  const owners = file.parent === undefined ? [file.vendor] : [file.vendor, file.parent];
  const former = product.former_names.map(({ name }) => name);
  for (const owner of owners) {
    for (const [source, name] of [
      ['alias', product.name],
      ...former.map((name) => ['former', name] as const),
    ] as const) {
      const target = productTarget(product, file.vendor, source, name);
      if (name !== owner) claim(draft.names, squash(`${owner} ${name}`), { ...target, common: false }, draft, true);
    }
  }
}

/** Second pass: texts that may only fill what no product is called. */
function addWeakNames(draft: Draft, file: VendorFile): void {
  for (const product of file.products) {
    addWithVendor(draft, product, file);
    for (const text of product.legal_names) {
      claim(draft.names, squash(text), productTarget(product, file.vendor, 'legal', text), draft, true);
    }
    for (const host of product.domains.filter((domain) => !domain.includes('/'))) {
      claim(draft.names, squash(host), productTarget(product, file.vendor, 'domain', host), draft, true);
    }
  }
  for (const text of [file.vendor, ...file.legal_names]) {
    claim(draft.names, squash(text), companyTarget(file, text), draft, true);
  }
}

/** A company with one product is named where its product is meant; with several, only the vendor is told. */
function companyTarget(file: VendorFile, text: string): Target {
  const [only, ...others] = file.products;
  const common = file.common_word && words(text).length === 1;
  if (only === undefined || others.length > 0)
    return { is: 'vendor', vendor: file.vendor, source: 'legal', text, common };
  return { ...productTarget(only, file.vendor, 'legal', text), common };
}

function addVendor(draft: Draft, file: VendorFile): void {
  const target = (source: Source, text: string): Target => {
    return { is: 'vendor', vendor: file.vendor, source, text, common: false };
  };
  for (const text of file.vendor_only.names) claim(draft.names, squash(text), target('alias', text), draft);
  for (const host of file.vendor_only.domains) claim(draft.domains, host, target('domain', host), draft);
  for (const source of file.vendor_only.merchant) {
    draft.merchants.push({ source, value: target('merchant', file.vendor) });
  }
}

function addRejection(draft: Draft, rejection: Rejection): void {
  const target = (text: string): RejectionTarget => ({
    is: 'rejection',
    status: rejection.status,
    reason: rejection.reason,
    kinds: rejection.kinds,
    text,
  });
  for (const text of rejection.names) claim(draft.names, squash(text), target(text), draft);
  for (const id of rejection.clients) claim(draft.clients, id.toLowerCase(), target(id), draft);
  for (const host of rejection.domains) {
    claim(draft.domains, host, target(host), draft);
    claim(draft.names, squash(host), target(host), draft, true);
  }
  for (const source of rejection.merchant) draft.merchants.push({ source, value: target(source) });
}

function carrierTable(descriptors: DescriptorsFile): PatternTable<CarrierTarget> {
  return patternTable(
    descriptors.carriers.flatMap(({ name, acts, match }) => match.map((source) => ({ source, value: { name, acts } }))),
  );
}

/** Longer starts first: `PADDLE` before `PP`. An unknown carrier passes the seller on. */
function fusedCarriers({ fused, carriers }: DescriptorsFile): Lookup['fused'] {
  return fused
    .map(({ prefix, carrier }) => ({
      prefix,
      carrier: { name: carrier, acts: carriers.find(({ name }) => name === carrier)?.acts ?? 'gateway' } as const,
    }))
    .sort((a, b) => b.prefix.length - a.prefix.length || (a.prefix < b.prefix ? -1 : 1));
}

/** Builds the maps once per catalogue. Files are taken in the order given, so conflicts are told the same way each time. */
export function buildLookup(files: CatalogueFiles): Lookup {
  const draft: Draft = { names: new Map(), domains: new Map(), clients: new Map(), merchants: [], conflicts: [] };
  for (const file of files.vendors) {
    for (const product of file.products) addProduct(draft, product, file.vendor);
    addVendor(draft, file);
  }
  for (const rejection of files.descriptors.rejections) addRejection(draft, rejection);
  for (const file of files.vendors) addWeakNames(draft, file);
  return {
    ...draft,
    merchants: patternTable(draft.merchants),
    carriers: carrierTable(files.descriptors),
    carrierNames: new Map(files.descriptors.carriers.map(({ name, acts }) => [name, acts])),
    fused: fusedCarriers(files.descriptors),
    words: wordLists(files.descriptors),
  };
}
