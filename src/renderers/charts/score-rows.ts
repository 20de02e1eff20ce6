import { textured, textures } from './hatch.ts';
import { planRows, type RowPlan, rowTexts } from './rows.ts';
import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';

export interface ScoreRow {
  readonly name: string;
  /** Score with its range in words; `insufficient evidence` where `score` is null. */
  readonly value: string;
  readonly score: number | null;
  /** Identification bounds, 0..100. */
  readonly bounds: readonly [number, number];
  readonly interval: readonly [number, number] | null;
}

export interface ScoreAxis {
  /** Bands from left to right with their upper end, 0..100. */
  readonly bands: readonly { readonly name: string; readonly short: string; readonly to: number }[];
  /** Such as `higher is better →`. */
  readonly direction: string;
}

function at(plan: RowPlan, score: number): number {
  return plan.plotX + (score / 100) * plan.plotWidth;
}

function axis(frame: Frame, plan: RowPlan, scale: ScoreAxis, rows: number): Element[] {
  const bottom = plan.height(rows) - 4;
  let from = 0;
  const bands = scale.bands.flatMap((band, i): Element[] => {
    const x = at(plan, from);
    const width = at(plan, band.to) - x;
    from = band.to;
    const name = frame.width < 480 ? band.short : band.name;
    return [
      el('rect', { x, y: 40, width, height: bottom - 40, class: i % 2 === 0 ? 'c-band' : 'c-band-odd' }),
      el('text', { x: x + width / 2, y: 33, class: 'c-note', 'text-anchor': 'middle' }, name),
    ];
  });
  const ticks = [0, ...scale.bands.map((band) => band.to)].map((value) =>
    el(
      'text',
      {
        x: at(plan, value),
        y: bottom + 14,
        class: 'c-note',
        'text-anchor': value === 0 ? 'start' : value === 100 ? 'end' : 'middle',
      },
      String(value),
    ),
  );
  return [
    el('text', { x: frame.width - 1, y: 13, class: 'c-note', 'text-anchor': 'end' }, scale.direction),
    ...bands,
    ...ticks,
  ];
}

function mark(frame: Frame, plan: RowPlan, row: ScoreRow, index: number): Element[] {
  const y = plan.barY(index) + plan.barHeight / 2;
  const [low, high] = row.bounds;
  if (row.score === null) {
    const box = {
      x: at(plan, 0),
      y: y - 8,
      width: plan.plotWidth,
      height: 16,
      fill: textured(frame, 'unknown'),
      class: 'c-edge',
    };
    return [el('rect', box, el('title', {}, `${row.name}: ${row.value}`))];
  }
  const cap = (x: number) => el('path', { class: 'c-thin', d: `M${x.toFixed(1)},${y - 5}V${y + 5}` });
  const bounds = el('path', { class: 'c-thin', d: `M${at(plan, low).toFixed(1)},${y}H${at(plan, high).toFixed(1)}` });
  const interval =
    row.interval &&
    el('path', {
      class: 'c-thick',
      d: `M${at(plan, row.interval[0]).toFixed(1)},${y}H${at(plan, row.interval[1]).toFixed(1)}`,
    });
  const dot = el(
    'circle',
    { cx: at(plan, row.score), cy: y, r: 6.5, class: 'c-dot' },
    el('title', {}, `${row.name}: ${row.value}`),
  );
  return [bounds, cap(at(plan, low)), cap(at(plan, high)), ...(interval ? [interval] : []), dot];
}

/**
 * Scores on a fixed 0-100 scale with the bands named: dot = score, thick line = interval, thin line with caps = bounds
 * if every unknown signal were 0 or 100. A construct that is not scored is a hatched row.
 */
export function scoreRows(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  rows: readonly ScoreRow[],
  scale: ScoreAxis,
): Drawing {
  const plan = planRows(frame, { top: 46, labelWidth: 250, valueWidth: 160, bottom: 8 });
  const body = rows.flatMap((row, i) => [
    ...rowTexts(frame, plan, i, row.name, row.value),
    ...mark(frame, plan, row, i),
  ]);
  return drawing(frame, words, plan.height(rows.length) + 16, [
    textures(frame, ['unknown']),
    ...axis(frame, plan, scale, rows.length),
    ...body,
  ]);
}
