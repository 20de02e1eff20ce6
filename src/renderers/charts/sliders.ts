import { textured, textures } from './hatch.ts';
import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';

export interface Slider {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  readonly value: string;
  /** 0 = industrial end, 100 = async end; null = insufficient evidence. */
  readonly score: number | null;
  readonly bounds: readonly [number, number];
}

const ROW = 66;

/** The paired differences as sliders from the industrial to the async side. */
export function sliders(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  rows: readonly Slider[],
): Drawing {
  const left = 8;
  const width = frame.width - 16;
  const at = (score: number): number => left + (score / 100) * width;
  const body = rows.flatMap((row, i): Element[] => {
    const y = i * ROW + 34;
    const name = el('text', { x: 1, y: y - 15, class: 'c-strong' }, row.name);
    const value = el('text', { x: frame.width - 1, y: y - 15, class: 'c-value', 'text-anchor': 'end' }, row.value);
    const ends = [
      el('text', { x: 1, y: y + 20, class: 'c-note' }, row.left),
      el('text', { x: frame.width - 1, y: y + 20, class: 'c-note', 'text-anchor': 'end' }, row.right),
    ];
    if (row.score === null) {
      return [
        name,
        value,
        el('rect', { x: left, y: y - 5, width, height: 10, fill: textured(frame, 'unknown'), class: 'c-edge' }),
        ...ends,
      ];
    }
    const rail = el('path', { class: 'c-rail', d: `M${left},${y}H${left + width}` });
    const bounds = el('path', {
      class: 'c-thick',
      d: `M${at(row.bounds[0]).toFixed(1)},${y}H${at(row.bounds[1]).toFixed(1)}`,
    });
    return [name, value, rail, bounds, el('circle', { cx: at(row.score), cy: y, r: 7.5, class: 'c-dot' }), ...ends];
  });
  return drawing(frame, words, rows.length * ROW + 2, [textures(frame, ['unknown']), ...body]);
}
