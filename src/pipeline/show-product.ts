import { natureOf } from '../analysis/first-look/first-look.ts';
import { nearestProducts } from '../catalog/nearest-products.ts';
import type { ProductEntry } from '../catalog/schema.ts';
import { InputError } from '../errors/audit-error.ts';
import type { Day } from '../model/calendar.ts';
import type { Capability } from '../model/capability.ts';
import type { Nature } from '../model/first-look.ts';
import type { Product } from '../model/product.ts';
import { monthsBetween } from '../util/day-arithmetic.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { catalogueOf } from './catalogue.ts';

/** Everything the catalogue knows of one product. An absent trait and a null are unknown. */
export interface ShownProduct {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly status: ProductEntry['status'];
  readonly successor: string | null;
  readonly aliases: readonly string[];
  readonly formerNames: ProductEntry['former_names'];
  readonly domains: readonly string[];
  readonly legalNames: readonly string[];
  readonly merchantPatterns: readonly string[];
  readonly oauth: ProductEntry['oauth'];
  /** An everyday word, which alone in a card line proves nothing. */
  readonly commonWord: boolean;
  readonly suite: string | null;
  readonly members: readonly string[];
  /** Strongest first: 3 bought for it, 2 full substitute, 1 partial. */
  readonly capabilities: readonly { readonly id: string; readonly name: string; readonly strength: number }[];
  /** By what it is bought for: work at the same time, at different times, either or both. */
  readonly nature: Nature;
  readonly traits: Product['traits'];
  readonly sso: boolean | null;
  readonly scim: boolean | null;
  readonly billingKind: Product['billingKind'];
  readonly prices: readonly (ProductEntry['prices'][number] & { readonly ageMonths: number })[];
}

function shown(product: Product, entry: ProductEntry, taxonomy: readonly Capability[], today: Day): ShownProduct {
  const { id, name, vendor, aliases, domains, suite, members, traits, sso, scim, billingKind } = product;
  const capabilities = taxonomy.flatMap((capability) => {
    const strength = product.capabilities[capability.id];
    return strength === undefined ? [] : [{ id: capability.id, name: capability.name, strength }];
  });
  return {
    id,
    name,
    vendor,
    status: entry.status,
    successor: entry.successor,
    aliases,
    formerNames: entry.former_names,
    domains,
    legalNames: entry.legal_names,
    merchantPatterns: entry.merchant,
    oauth: entry.oauth,
    commonWord: entry.common_word,
    suite,
    members,
    capabilities: capabilities.sort((a, b) => b.strength - a.strength),
    nature: natureOf(product, new Map(taxonomy.map((capability) => [capability.id, capability]))),
    traits,
    sso,
    scim,
    billingKind,
    prices: entry.prices.map((price) => ({ ...price, ageMonths: Math.max(0, monthsBetween(price.as_of, today)) })),
  };
}

/**
 * One product in full, by its id or any of its names.
 * @throws InputError naming the nearest products where there is none
 */
export async function showProduct(wanted: string, workspace: Workspace | null, today: Day): Promise<ShownProduct> {
  const catalogue = await catalogueOf(workspace);
  const product = catalogue.named(wanted);
  const entry = product === undefined ? undefined : catalogue.entry(product.id);
  if (product !== undefined && entry !== undefined) return shown(product, entry, catalogue.capabilities, today);
  const near = nearestProducts(catalogue, wanted).map(({ id }) => id);
  throw new InputError({
    code: 'unknown-product',
    message: `The catalogue has no product "${wanted}".`,
    nextSteps: [
      near.length > 0 ? `Nearest: ${near.join(', ')}.` : 'Search with `unsprawl catalog WORD`.',
      'Where it is missing, `unsprawl catalog --contribute NAME` writes a file for it.',
    ],
  });
}
