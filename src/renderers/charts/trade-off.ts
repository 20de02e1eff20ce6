import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';

export interface TradeOffPoint {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  /** Name of the plan at this point; null = an exact point without a name. */
  readonly plan: string | null;
}

export interface TradeOffAxes {
  readonly x: string;
  readonly y: string;
  /** Labels of the ends: least and most of x, least and most of y. */
  readonly ends: readonly [string, string, string, string];
}

const LEFT = 92;
const TOP = 38;
const BOTTOM = 46;

function place(point: TradeOffPoint, x: number, y: number, frame: Frame): Element[] {
  const mark =
    point.plan === null
      ? el('circle', { cx: x, cy: y, r: 5, class: 'c-ring' }, el('title', {}, point.words))
      : el('circle', { cx: x, cy: y, r: 7, class: 'c-dot' }, el('title', {}, point.words));
  if (point.plan === null) return [mark];
  // The curve falls and is convex: above its early points and below its late ones there is room for a name.
  const late = x > frame.width / 2;
  return [
    mark,
    el(
      'text',
      { x: late ? x + 4 : x + 10, y: late ? y + 24 : y - 9, class: 'c-strong', 'text-anchor': late ? 'end' : 'start' },
      point.plan,
    ),
  ];
}

/** Exact points of cost against disruption; the steps between them are not interpolated. */
export function tradeOff(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  points: readonly TradeOffPoint[],
  axes: TradeOffAxes,
): Drawing {
  const height = frame.width < 480 ? 280 : 320;
  const right = frame.width - 14;
  const low = height - BOTTOM;
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const span = (values: readonly number[]): number => Math.max(...values) - Math.min(...values) || 1;
  const px = (v: number): number => LEFT + 14 + ((v - Math.min(...xs)) / span(xs)) * (right - LEFT - 34);
  const py = (v: number): number => low - 36 - ((v - Math.min(...ys)) / span(ys)) * (low - TOP - 56);
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const path = sorted.map((p, i) => `${i === 0 ? 'M' : 'L'}${px(p.x).toFixed(1)},${py(p.y).toFixed(1)}`).join('');
  const [xLeast, xMost, yLeast, yMost] = axes.ends;
  const texts = [
    el('text', { x: 1, y: 13, class: 'c-note' }, axes.y),
    el('text', { x: LEFT - 8, y: py(Math.max(...ys)) + 4, class: 'c-note', 'text-anchor': 'end' }, yMost),
    el('text', { x: LEFT - 8, y: py(Math.min(...ys)) + 4, class: 'c-note', 'text-anchor': 'end' }, yLeast),
    el('text', { x: LEFT, y: low + 17, class: 'c-note' }, xLeast),
    el('text', { x: right, y: low + 17, class: 'c-note', 'text-anchor': 'end' }, xMost),
    el('text', { x: right, y: low + 37, class: 'c-note', 'text-anchor': 'end' }, axes.x),
  ];
  const frameLines = el('path', { class: 'c-axis', d: `M${LEFT},${TOP - 8}V${low}H${right}` });
  const curve = el('path', { class: 'c-curve', d: path });
  return drawing(frame, words, height, [
    frameLines,
    curve,
    ...sorted.flatMap((p) => place(p, px(p.x), py(p.y), frame)),
    ...texts,
  ]);
}
