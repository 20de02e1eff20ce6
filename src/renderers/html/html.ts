import { visible } from '../format/words.ts';
import type { Renderer } from '../renderer.ts';
import { page } from './page.ts';
import { createContext } from './view/context.ts';
import { reportView } from './view/report-view.ts';

/** `report.html`: one file, no request, readable without JavaScript. */
export const html = {
  meta: { id: 'html', title: 'Report as one offline HTML file', produces: ['report.html'] },
  render: async (audit, assets) => {
    const view = reportView(createContext(visible(audit), visible(assets.brand)));
    return [{ name: 'report.html', bytes: new TextEncoder().encode(page(view, assets)) }];
  },
} as const satisfies Renderer;
