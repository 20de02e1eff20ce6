/** Attribute values are escaped; numbers are rounded to two digits so that equal inputs give equal bytes. */
export type Attributes = Readonly<Record<string, string | number | null>>;

export interface Element {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Element | string)[];
}

const DRAWN = Symbol('drawn by our own charts');

/** Finished SVG. Only {@link drawing} can make one: the key is a symbol, so no parsed input can pose as one. */
export interface Drawing {
  readonly [DRAWN]: string;
}

/** Where and how wide a chart is drawn; `id` is the prefix of every id inside it. */
export interface Frame {
  readonly id: string;
  readonly width: number;
}

/** An element; strings among the children become escaped text. */
export function el(tag: string, attributes: Attributes, ...children: readonly (Element | string)[]): Element {
  return { tag, attributes, children };
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function attribute(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value);
}

function serialize(node: Element | string): string {
  if (typeof node === 'string') return escapeXml(node);
  const pairs = Object.entries(node.attributes)
    .filter((pair): pair is [string, string | number] => pair[1] !== null)
    .map(([name, value]) => ` ${name}="${attribute(value)}"`)
    .join('');
  if (node.children.length === 0) return `<${node.tag}${pairs}/>`;
  return `<${node.tag}${pairs}>${node.children.map(serialize).join('')}</${node.tag}>`;
}

/** A whole SVG with title and description, named by them for assistive technology. */
export function drawing(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  height: number,
  body: readonly Element[],
): Drawing {
  const svg = el(
    'svg',
    {
      class: 'chart',
      viewBox: `0 0 ${attribute(frame.width)} ${attribute(Math.max(1, height))}`,
      role: 'img',
      'aria-labelledby': `${frame.id}-t ${frame.id}-d`,
    },
    el('title', { id: `${frame.id}-t` }, words.title),
    el('desc', { id: `${frame.id}-d` }, words.desc),
    ...body,
  );
  return { [DRAWN]: serialize(svg) };
}

/** Markup of a drawing; throws for anything that {@link drawing} did not make. */
export function markup(value: unknown): string {
  if (typeof value === 'object' && value !== null && DRAWN in value) return (value as Drawing)[DRAWN];
  throw new TypeError('Only a drawing made by the chart builder goes into a report unescaped.');
}
