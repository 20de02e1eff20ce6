import type { Renderer } from './renderer.ts';

/** In the order in which reports are written: the JSON first, because all others can be made again from it. */
export const RENDERER_IDS = ['json', 'html', 'excel', 'markdown', 'ical', 'documents'] as const;
export type RendererId = (typeof RENDERER_IDS)[number];

/** Loaded when asked for: a workbook library must not slow down `--help`. */
const loaders: Readonly<Record<RendererId, () => Promise<Renderer>>> = {
  json: async () => (await import('./json/json.ts')).json,
  html: async () => (await import('./html/html.ts')).html,
  excel: async () => (await import('./excel/excel.ts')).excel,
  markdown: async () => (await import('./markdown/markdown.ts')).markdown,
  ical: async () => (await import('./ical/ical.ts')).ical,
  documents: async () => (await import('./documents/documents.ts')).documents,
};

export function loadRenderer(id: RendererId): Promise<Renderer> {
  return loaders[id]();
}
