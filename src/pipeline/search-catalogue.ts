import { loadCatalogue } from '../catalog/load.ts';
import { type CatalogueRow, search, toCatalogueRow } from '../catalog/search.ts';

/** Products whose name, vendor, domain or capability holds the query, nearest first; all products without one. */
export function searchCatalogue(query: string | undefined): readonly CatalogueRow[] {
  return search(loadCatalogue(), query ?? '').map(toCatalogueRow);
}
