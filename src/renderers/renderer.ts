import type { Audit } from '../model/audit/audit.ts';
import type { Brand } from '../model/brand.ts';

/** One file of a report: name without folders, whole content. */
export interface RenderedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a renderer gets from outside, since it sees no file system. */
export interface RenderAssets {
  /** Text of a file below `templates/`, by its path with forward slashes, such as `html/report.hbs`. Throws if absent. */
  readonly templates: (path: string) => string;
  readonly brand: Brand;
}

/** Audit in, named bytes out. The same audit, assets and version give the same bytes. */
export interface Renderer {
  readonly meta: { readonly id: string; readonly title: string; readonly produces: readonly string[] };
  readonly render: (audit: Audit, assets: RenderAssets) => Promise<readonly RenderedFile[]>;
}
