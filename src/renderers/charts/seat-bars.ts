import { textured, textures } from './hatch.ts';
import { legend, planRows, rowTexts, square } from './rows.ts';
import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';

export type SeatPart = 'active' | 'grace' | 'inactive' | 'leavers' | 'spare' | 'unknown';

export interface SeatBar {
  readonly name: string;
  readonly value: string;
  /** Seats by part in drawing order; unknown and withheld seats come as part `unknown`. */
  readonly parts: readonly { readonly part: SeatPart; readonly seats: number; readonly words: string }[];
}

const names: Readonly<Record<SeatPart, string>> = {
  active: 'active',
  grace: 'new, in grace',
  inactive: 'inactive',
  leavers: 'held by leavers',
  spare: 'spare, never assigned',
  unknown: 'unknown or withheld',
};

function fill(frame: Frame, part: SeatPart): Readonly<Record<string, string>> {
  if (part === 'active') return { class: 't0' };
  if (part === 'spare') return { class: 's-spare' };
  if (part === 'inactive') return { class: 's-idle' };
  return {
    class: 'c-edge',
    fill: textured(frame, part === 'grace' ? 'stripe' : part === 'leavers' ? 'back' : 'unknown'),
  };
}

/** Where seats go: one stacked bar per tool on one scale. */
export function seatBars(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  bars: readonly SeatBar[],
): Drawing {
  const plan = planRows(frame, { barHeight: 18, valueWidth: 175 });
  const most = Math.max(1, ...bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.seats, 0)));
  const body = bars.flatMap((bar, i): Element[] => {
    let x = plan.plotX;
    const boxes = bar.parts.map((part) => {
      const width = (part.seats / most) * plan.plotWidth;
      const box = { x, y: plan.barY(i), width, height: plan.barHeight, ...fill(frame, part.part) };
      x += width;
      return el('rect', box, el('title', {}, part.words));
    });
    return [...rowTexts(frame, plan, i, bar.name, bar.value), ...boxes];
  });
  const order: readonly SeatPart[] = ['active', 'grace', 'inactive', 'leavers', 'unknown', 'spare'];
  const entries = order.map((part) => ({ swatch: square(fill(frame, part)), text: names[part] }));
  const key = legend(frame, plan.height(bars.length), entries);
  const defs = textures(frame, ['stripe', 'back', 'unknown']);
  return drawing(frame, words, plan.height(bars.length) + key.height, [defs, ...body, ...key.body]);
}
