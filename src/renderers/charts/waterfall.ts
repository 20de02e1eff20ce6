import { planRows, rowTexts } from './rows.ts';
import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';

export interface WaterfallStep {
  readonly name: string;
  readonly value: string;
  /** Start and end on the money axis, in any one unit. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'total' | 'minus' | 'net';
  /** Range drawn over the bar (10th to 90th percentile); null = none. */
  readonly range: readonly [number, number] | null;
}

/** From gross to net: each step starts where the one before it ended. */
export function waterfall(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  steps: readonly WaterfallStep[],
): Drawing {
  const plan = planRows(frame, { barHeight: 24, labelWidth: 220, valueWidth: 110 });
  const ends = steps.flatMap((step) => [step.from, step.to, ...(step.range ?? [])]);
  const least = Math.min(0, ...ends);
  const span = Math.max(0, ...ends) - least || 1;
  const at = (value: number): number => plan.plotX + ((value - least) / span) * plan.plotWidth;
  const body = steps.flatMap((step, i): Element[] => {
    const y = plan.barY(i);
    const x = Math.min(at(step.from), at(step.to));
    const width = Math.max(1, Math.abs(at(step.to) - at(step.from)));
    const box = el('rect', { x, y, width, height: plan.barHeight, class: step.kind === 'minus' ? 's-idle' : 't0' });
    const join =
      i + 1 < steps.length
        ? el('path', { class: 'c-join', d: `M${at(step.to).toFixed(1)},${y + plan.barHeight}V${plan.barY(i + 1)}` })
        : null;
    const mid = y + plan.barHeight / 2;
    const range = step.range?.map((v) => at(v).toFixed(1));
    const whisker = range
      ? [
          el('path', { class: 'c-whisker-back', d: `M${range[0]},${mid}H${range[1]}` }),
          el('path', {
            class: 'c-whisker',
            d: `M${range[0]},${mid}H${range[1]}M${range[0]},${mid - 7}V${mid + 7}M${range[1]},${mid - 7}V${mid + 7}`,
          }),
        ]
      : [];
    return [...rowTexts(frame, plan, i, step.name, step.value), box, ...(join ? [join] : []), ...whisker];
  });
  const zero = el('path', { class: 'c-axis', d: `M${at(0).toFixed(1)},${plan.top}V${plan.height(steps.length) - 6}` });
  return drawing(frame, words, plan.height(steps.length), [...body, zero]);
}
