import { type Element, el, type Frame } from './svg.ts';

/** Textures, so that colour never carries meaning alone. `unknown` is always the grey hatch. */
export type Texture = 'unknown' | 'stripe' | 'dots' | 'back';

function line(className: string): Element {
  return el('path', { class: className, d: 'M0,0V8' });
}

const tiles: Readonly<Record<Texture, readonly Element[]>> = {
  unknown: [el('rect', { class: 'h-ground', width: 8, height: 8 }), line('h-grey')],
  stripe: [el('rect', { class: 'h-soft', width: 8, height: 8 }), line('h-accent')],
  back: [el('rect', { class: 'h-warm', width: 8, height: 8 }), line('h-ink')],
  dots: [el('rect', { class: 'h-warm', width: 8, height: 8 }), el('circle', { class: 'h-dot', cx: 4, cy: 4, r: 1.4 })],
};

/** Pattern definitions of one chart, under ids of that chart. */
export function textures(frame: Frame, used: readonly Texture[]): Element {
  const patterns = used.map((name) =>
    el(
      'pattern',
      {
        id: `${frame.id}-${name}`,
        width: 8,
        height: 8,
        patternUnits: 'userSpaceOnUse',
        patternTransform: name === 'back' ? 'rotate(-45)' : name === 'dots' ? null : 'rotate(45)',
      },
      ...tiles[name],
    ),
  );
  return el('defs', {}, ...patterns);
}

/** Value of a `fill` attribute. */
export function textured(frame: Frame, name: Texture): string {
  return `url(#${frame.id}-${name})`;
}
