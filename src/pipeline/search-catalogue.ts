import { type CatalogueRow, search, toCatalogueRow } from '../catalog/search.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { catalogueOf } from './catalogue.ts';

/**
 * Products whose name, vendor, domain or capability holds the query, nearest first; all products without one. Those of
 * the workspace's overlays are among them.
 */
export async function searchCatalogue(
  query: string | undefined,
  workspace: Workspace | null,
): Promise<readonly CatalogueRow[]> {
  return search(await catalogueOf(workspace), query ?? '').map(toCatalogueRow);
}
