import { legend, planRows, rowTexts } from './rows.ts';
import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';
import { timeAxis } from './time-axis.ts';

export type NoticeState = 'known' | 'assumed' | 'missed';

export interface NoticeRow {
  readonly name: string;
  readonly value: string;
  readonly deadline: string;
  readonly end: string;
  readonly state: NoticeState;
}

export interface TimeWords {
  month(day: string): string;
  readonly asOf: { readonly day: string; readonly words: string };
}

function mark(x: number, y: number, state: NoticeState): Element {
  if (state === 'missed')
    return el('path', { class: 'c-missed', d: `M${(x - 6).toFixed(1)},${y - 6}l12,12m0,-12l-12,12` });
  return el('circle', { cx: x, cy: y, r: 6, class: state === 'known' ? 'c-dot' : 'c-ring-dashed' });
}

/** When to act: one row per contract, mark = last day to give notice, thin line to the contract's end. */
export function noticeTimeline(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  rows: readonly NoticeRow[],
  time: TimeWords,
): Drawing {
  const plan = planRows(frame, { top: 50, barHeight: 16, labelWidth: 190, valueWidth: 120 });
  const axis = timeAxis([time.asOf.day, ...rows.flatMap((row) => [row.deadline, row.end])], plan.plotX, plan.plotWidth);
  const bottom = plan.height(rows.length) - 6;
  const body = rows.flatMap((row, i): Element[] => {
    const y = plan.barY(i) + plan.barHeight / 2;
    const rail = el('path', {
      class: 'c-thin',
      d: `M${axis.at(row.deadline).toFixed(1)},${y}H${axis.at(row.end).toFixed(1)}`,
    });
    const stop = el('path', { class: 'c-thin', d: `M${axis.at(row.end).toFixed(1)},${y - 5}V${y + 5}` });
    return [...rowTexts(frame, plan, i, row.name, row.value), rail, stop, mark(axis.at(row.deadline), y, row.state)];
  });
  const at = (state: NoticeState) => (x: number, y: number) => mark(x + 7, y + 7, state);
  const key = legend(frame, bottom + 8, [
    { swatch: at('known'), text: 'last day for notice' },
    { swatch: at('assumed'), text: 'assumed: 90 days' },
    { swatch: at('missed'), text: 'missed' },
    { swatch: (x, y) => el('path', { class: 'c-thin', d: `M${x},${y + 7}h13m0,-5v10` }), text: 'contract end' },
  ]);
  return drawing(frame, words, bottom + 8 + key.height, [
    ...axis.lines(46, bottom, time.month, time.asOf),
    ...body,
    ...key.body,
  ]);
}
