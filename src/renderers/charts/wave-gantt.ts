import { textured, textures } from './hatch.ts';
import type { TimeWords } from './notice-timeline.ts';
import { legend, planRows, rowTexts, square } from './rows.ts';
import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';

export interface GanttRow {
  readonly name: string;
  readonly value: string;
  /** null = no contract dates it. */
  readonly start: string | null;
  readonly goNoGo: string | null;
  readonly notice: string | null;
  readonly cutOver: string | null;
  readonly parallelEnds: string | null;
}

function datesOf(row: GanttRow): string[] {
  return [row.start, row.goNoGo, row.notice, row.cutOver, row.parallelEnds].filter(
    (day): day is string => day !== null,
  );
}

function diamond(x: number, y: number): Element {
  return el('path', { class: 'g-go', d: `M${x.toFixed(1)},${y - 7}l7,7l-7,7l-7,-7Z` });
}

function bell(x: number, y: number): Element {
  return el('path', { class: 'g-notice', d: `M${x.toFixed(1)},${y - 10}v20m-5,-20h10` });
}

function bars(frame: Frame, axis: TimeAxis, row: GanttRow, y: number, height: number): Element[] {
  const span = (from: string | null, to: string | null, fill: Readonly<Record<string, string>>): Element[] =>
    from === null || to === null
      ? []
      : [el('rect', { x: axis.at(from), y, width: Math.max(2, axis.at(to) - axis.at(from)), height, ...fill })];
  return [
    ...span(row.start, row.cutOver, { class: 't0' }),
    ...span(row.cutOver, row.parallelEnds, { fill: textured(frame, 'stripe') }),
    ...(row.notice === null ? [] : [bell(axis.at(row.notice), y + height / 2)]),
    ...(row.goNoGo === null ? [] : [diamond(axis.at(row.goNoGo), y + height / 2)]),
  ];
}

/** Waves as bars: move until cut-over, then parallel run; moves without a date are hatched over the whole width. */
export function waveGantt(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  rows: readonly GanttRow[],
  time: TimeWords,
): Drawing {
  const plan = planRows(frame, { top: 50, barHeight: 16, labelWidth: 230, valueWidth: 80 });
  const axis = timeAxis([time.asOf.day, ...rows.flatMap(datesOf)], plan.plotX, plan.plotWidth);
  const bottom = plan.height(rows.length) - 6;
  const body = rows.flatMap((row, i): Element[] => {
    const y = plan.barY(i);
    const whole = {
      x: plan.plotX,
      y,
      width: plan.plotWidth,
      height: plan.barHeight,
      fill: textured(frame, 'unknown'),
      class: 'c-edge',
    };
    const drawn = datesOf(row).length === 0 ? [el('rect', whole)] : bars(frame, axis, row, y, plan.barHeight);
    return [...rowTexts(frame, plan, i, row.name, row.value), ...drawn];
  });
  const key = legend(frame, bottom + 8, [
    { swatch: square({ class: 't0' }), text: 'move until cut-over' },
    { swatch: square({ fill: textured(frame, 'stripe') }), text: 'parallel run' },
    { swatch: (x, y) => diamond(x + 7, y + 7), text: 'go or no-go' },
    { swatch: (x, y) => bell(x + 7, y + 7), text: 'notice' },
    { swatch: square({ class: 'c-edge', fill: textured(frame, 'unknown') }), text: 'no date' },
  ]);
  const defs = textures(frame, ['stripe', 'unknown']);
  return drawing(frame, words, bottom + 8 + key.height, [
    defs,
    ...axis.lines(46, bottom, time.month, time.asOf),
    ...body,
    ...key.body,
  ]);
}
