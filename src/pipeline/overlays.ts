import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { additionProblems, withVendorFile } from '../catalog/additions.ts';
import { loadCatalogueFiles } from '../catalog/load.ts';
import { type CatalogueFiles, VendorFile } from '../catalog/schema.ts';
import { Decisions } from '../model/policy.ts';
import { CONFIG_FILE, type Workspace } from '../workspace/workspace.ts';
import { readYamlFile, settingsMisfit } from '../workspace/yaml-file.ts';

/** Decisions that several workspaces share: answers to names, and products that the catalogue lacks. */
export const Overlay = z.strictObject({
  names: Decisions.shape.names,
  products: z.array(VendorFile).default([]),
});
export type Overlay = z.infer<typeof Overlay>;

/** An overlay and the file name by which its answers are told. */
export interface SharedOverlay extends Overlay {
  readonly name: string;
}

async function readOverlay(workspace: Workspace, entry: string, at: number): Promise<Overlay> {
  const path = resolve(workspace.root, entry);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile) return readYamlFile(path, Overlay, false);
  const message = `the overlay ${entry} does not exist; paths are relative to the workspace`;
  throw await settingsMisfit(join(workspace.root, CONFIG_FILE), { path: ['overlays', at], message });
}

/** Products that clash with the catalogue, or with an overlay before, are refused: an id must mean one product. */
async function checkProducts(path: string, overlay: Overlay, files: CatalogueFiles): Promise<CatalogueFiles> {
  let known = files;
  for (const [at, file] of overlay.products.entries()) {
    const problem = additionProblems(known, file)[0];
    if (problem !== undefined) {
      throw await settingsMisfit(path, { path: ['products', at, ...problem.path], message: problem.message });
    }
    known = withVendorFile(known, file);
  }
  return known;
}

/**
 * The overlays of a workspace, in order.
 * @throws ConfigurationError with file and line for one that is missing, has another shape or clashes with the catalogue
 */
export async function readOverlays(workspace: Workspace): Promise<readonly SharedOverlay[]> {
  const overlays: SharedOverlay[] = [];
  let files: CatalogueFiles | null = null;
  for (const [at, entry] of workspace.config.overlays.entries()) {
    const overlay = await readOverlay(workspace, entry, at);
    if (overlay.products.length > 0) {
      files = await checkProducts(resolve(workspace.root, entry), overlay, files ?? loadCatalogueFiles());
    }
    overlays.push({ ...overlay, name: basename(entry) });
  }
  return overlays;
}
