import { withVendorFile } from '../catalog/additions.ts';
import { createCatalogue, type ProductCatalogue } from '../catalog/catalogue.ts';
import { withDecisions } from '../catalog/decisions.ts';
import { loadCatalogueFiles } from '../catalog/load.ts';
import type { CatalogueFiles } from '../catalog/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readOverlays, type SharedOverlay } from './overlays.ts';

function filesWith(overlays: readonly SharedOverlay[]): CatalogueFiles {
  return overlays
    .flatMap(({ products }) => products)
    .reduce((files, file) => withVendorFile(files, file), loadCatalogueFiles());
}

/**
 * The built-in catalogue with the products and names of the workspace's overlays, then the names that its own people
 * have decided, which win. Without a workspace the built-in one alone.
 * @throws ConfigurationError for an overlay that is missing or not valid, with file and line
 */
export async function catalogueOf(workspace: Workspace | null): Promise<ProductCatalogue> {
  const overlays = workspace === null ? [] : await readOverlays(workspace);
  const shared = overlays.reduce(
    (catalogue, { name, names }) => withDecisions(catalogue, names, name),
    createCatalogue(filesWith(overlays)),
  );
  return workspace === null ? shared : withDecisions(shared, workspace.decisions.names);
}
