import { loadCatalogue, withDecisions } from '../catalog/catalogue.ts';
import type { Catalogue } from '../model/product.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The built-in catalogue with the names that people of this workspace have decided. */
export function catalogueOf(workspace: Workspace): Catalogue {
  return withDecisions(loadCatalogue(), workspace.decisions.names);
}
