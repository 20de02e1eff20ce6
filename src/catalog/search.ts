import type { CapabilityVector } from '../model/capability.ts';
import type { Product } from '../model/product.ts';
import type { ProductCatalogue } from './catalogue.ts';
import { squash, words } from './match/text.ts';

/** One product of `catalog --json` (DESIGN 6). */
export interface CatalogueRow {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
  readonly domains: readonly string[];
  readonly capabilities: CapabilityVector;
}

export function toCatalogueRow(product: Product): CatalogueRow {
  const { id, name, vendor, aliases, formerNames, domains, capabilities } = product;
  return { id, name, vendor, aliases, formerNames, domains, capabilities };
}

/** 0 = not found; higher = nearer to what was asked. */
function nearness(product: Product, query: string, capabilities: ReadonlyMap<string, string>): number {
  const names = [product.name, product.id, ...product.aliases, ...product.formerNames].map(squash);
  if (names.includes(query)) return 6;
  if (names.some((name) => name.startsWith(query))) return 5;
  if (names.some((name) => name.includes(query)) || product.domains.some((domain) => squash(domain).includes(query)))
    return 4;
  if (squash(product.vendor).includes(query)) return 3;
  const held = Object.entries(product.capabilities).filter(([id]) =>
    (capabilities.get(id) ?? squash(id)).includes(query),
  );
  return Math.max(0, ...held.map(([, level]) => level)) / 3;
}

/**
 * Products whose name, former name, domain, vendor or capability holds every word of the query, nearest first; equal
 * ones by name. An empty query gives every product in that order.
 */
export function search(catalogue: ProductCatalogue, query: string): readonly Product[] {
  const whole = squash(query);
  const parts = words(query);
  const named = new Map(catalogue.capabilities.map(({ id, name }) => [id, squash(`${id} ${name}`)]));
  const scored = catalogue.products.map((product) => {
    const each = parts.map((part) => nearness(product, part, named));
    const score = parts.length === 0 ? 1 : Math.max(nearness(product, whole, named), Math.min(...each));
    return { product, score };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) => b.score - a.score || (a.product.name < b.product.name ? -1 : a.product.name > b.product.name ? 1 : 0),
    )
    .map(({ product }) => product);
}
