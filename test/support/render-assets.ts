import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Brand } from '../../src/model/brand.ts';
import type { RenderAssets } from '../../src/renderers/renderer.ts';

const root = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Templates of the repository and the default brand. */
export function renderAssets(brand: Partial<Brand> = {}): RenderAssets {
  return { templates: (path) => readFileSync(join(root, path), 'utf8'), brand: Brand.parse(brand) };
}
