import { type Element, el, type Frame } from './svg.ts';
import { label } from './text.ts';

/** Below this width the label stands above its bar instead of left of it. */
const NARROW = 480;

export interface RowPlan {
  readonly narrow: boolean;
  readonly plotX: number;
  readonly plotWidth: number;
  readonly rowHeight: number;
  readonly barHeight: number;
  readonly top: number;
  /** Top edge of the bar of row `index`. */
  barY(index: number): number;
  /** Total height after `count` rows. */
  height(count: number): number;
}

/** Places rows of label, bar and value. `valueWidth` is kept free at the end of each row. */
export function planRows(
  frame: Frame,
  options: { top?: number; barHeight?: number; labelWidth?: number; valueWidth?: number; bottom?: number } = {},
): RowPlan {
  const { top = 8, barHeight = 20, labelWidth = 190, valueWidth = 120, bottom = 6 } = options;
  const narrow = frame.width < NARROW;
  const rowHeight = narrow ? barHeight + 32 : barHeight + 12;
  return {
    narrow,
    plotX: narrow ? 1 : labelWidth,
    plotWidth: narrow ? frame.width - 2 : frame.width - labelWidth - valueWidth,
    rowHeight,
    barHeight,
    top,
    barY: (index) => top + index * rowHeight + (narrow ? 22 : 4),
    height: (count) => top + count * rowHeight + bottom,
  };
}

/** Label at the start and value at the end of a row; above the bar where the chart is narrow. */
export function rowTexts(frame: Frame, plan: RowPlan, index: number, name: string, value: string): Element[] {
  const y = plan.narrow ? plan.barY(index) - 7 : plan.barY(index) + plan.barHeight / 2 + 4.5;
  const valueRoom = value.length * 7.3 + 12;
  const room = plan.narrow ? frame.width - valueRoom : plan.plotX - 14;
  const end = label(frame.width - 1, y, value, { class: 'c-value', 'text-anchor': 'end' });
  return value === ''
    ? [label(1, y, name, { class: 'c-name' }, room)]
    : [label(1, y, name, { class: 'c-name' }, room), end];
}

/** Legend of small squares in as many lines as the width needs. Returns the elements and their height. */
export function legend(
  frame: Frame,
  y: number,
  entries: readonly { swatch: (x: number, y: number) => Element; text: string }[],
): { body: Element[]; height: number } {
  const body: Element[] = [];
  let x = 1;
  let line = 0;
  for (const { swatch, text } of entries) {
    const width = 20 + text.length * 7 + 18;
    if (x > 1 && x + width > frame.width) {
      x = 1;
      line += 1;
    }
    body.push(swatch(x, y + line * 21), el('text', { x: x + 19, y: y + line * 21 + 11, class: 'c-note' }, text));
    x += width;
  }
  return { body, height: (line + 1) * 21 };
}

/** A legend square of a class or a texture. */
export function square(attributes: Readonly<Record<string, string>>): (x: number, y: number) => Element {
  return (x, y) => el('rect', { x, y, width: 13, height: 13, ...attributes });
}
