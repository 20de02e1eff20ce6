import type { ProductCatalogue } from '../catalog/catalogue.ts';
import { withDecisions } from '../catalog/decisions.ts';
import { loadCatalogue } from '../catalog/load.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The built-in catalogue with the names that people of this workspace have decided. */
export function catalogueOf(workspace: Workspace): ProductCatalogue {
  return withDecisions(loadCatalogue(), workspace.decisions.names);
}
