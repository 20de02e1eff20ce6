import { loadCatalogue, searchProducts } from '../catalog/catalogue.ts';

/** One product as `catalog --json` prints it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
  readonly domains: readonly string[];
  readonly capabilities: Readonly<Record<string, number>>;
}

/** Products whose name, vendor, alias, domain or capability holds the query; all products without one. */
export function searchCatalogue(query: string | undefined): readonly CatalogueEntry[] {
  return searchProducts(loadCatalogue(), query ?? '').map(
    ({ id, name, vendor, aliases, formerNames, domains, capabilities }) => ({
      id,
      name,
      vendor,
      aliases,
      formerNames,
      domains,
      capabilities,
    }),
  );
}
