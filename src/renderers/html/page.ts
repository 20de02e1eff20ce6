import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { markup } from '../charts/svg.ts';
import type { RenderAssets } from '../renderer.ts';
import { themeCss } from './theme.ts';
import type { ReportView } from './view/report-view.ts';

/** One template per kind of block, and the pieces that they share. */
const partials = [
  'blocks/cards',
  'blocks/figure',
  'blocks/fold',
  'blocks/list',
  'blocks/missing',
  'blocks/numbers',
  'blocks/table',
  'blocks/text',
  'pieces/blocks',
  'pieces/cell',
  'pieces/evidence',
  'pieces/facts',
] as const;

/** CSP source expression of an inline block. */
function hashed(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

/** Allows this style and this script, data: pictures, and nothing else; no request can leave the page. */
function contentSecurityPolicy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src ${hashed(style)}`,
    `script-src ${hashed(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function engine(templates: RenderAssets['templates']): typeof Handlebars {
  const handlebars = Handlebars.create();
  for (const name of partials) handlebars.registerPartial(name, templates(`html/${name}.hbs`));
  handlebars.registerHelper('svg', (drawn: unknown) => new Handlebars.SafeString(markup(drawn)));
  handlebars.registerHelper('block', (kind: string) => `blocks/${kind}`);
  return handlebars;
}

/** The document as text. Style and script are ours and go in unescaped; everything from the audit is escaped. */
export function page(view: ReportView, { templates, brand }: RenderAssets): string {
  const style = `${themeCss(brand.accent)}\n${templates('html/report.css')}\n${templates('html/print.css')}`;
  const script = templates('html/report.js');
  const render = engine(templates).compile(templates('html/report.hbs'), { strict: true });
  return render({
    ...view,
    style: new Handlebars.SafeString(style),
    script: new Handlebars.SafeString(script),
    policy: new Handlebars.SafeString(contentSecurityPolicy(style, script)),
  });
}
