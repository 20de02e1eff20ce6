import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Audit } from '../model/audit/audit.ts';
import { Brand } from '../model/brand.ts';
import { loadRenderer, RENDERER_IDS, type RendererId } from '../renderers/registry.ts';
import { writeFileAtomic } from '../workspace/atomic-write.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readYamlFile } from '../workspace/yaml-file.ts';
import type { Ports } from './ports.ts';

export interface WrittenFile {
  readonly kind: RendererId;
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
}

const TEMPLATE_ROOT = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Reads one template of the package by its path below `templates/`. */
export function readTemplate(path: string): string {
  return readFileSync(join(TEMPLATE_ROOT, path), 'utf8');
}

/** Writes the asked reports of an audit into the workspace's report folder; one after another, each whole or not at all. */
export async function render(
  workspace: Workspace,
  audit: Audit,
  ids: readonly RendererId[],
  ports: Ports,
): Promise<readonly WrittenFile[]> {
  const brand = await readYamlFile(join(workspace.root, 'brand.yaml'), Brand, true);
  const written: WrittenFile[] = [];
  for (const id of RENDERER_IDS.filter((known) => ids.includes(known))) {
    ports.progress(`Writing ${id}`);
    const renderer = await loadRenderer(id);
    for (const file of await renderer.render(audit, { templates: readTemplate, brand })) {
      await writeFileAtomic(join(workspace.reportFolder, file.name), file.bytes);
      written.push({ kind: id, path: ['reports', workspace.period, file.name].join('/') });
    }
  }
  return written;
}
