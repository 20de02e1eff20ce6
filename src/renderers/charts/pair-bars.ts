import { textured, textures } from './hatch.ts';
import { legend, planRows, rowTexts, square } from './rows.ts';
import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';

export interface PairBar {
  readonly name: string;
  readonly value: string;
  /** Capability similarity 0..1 = duplicate + parallel. */
  readonly similarity: number;
  /** Both null where the use of one tool is unknown. */
  readonly duplicate: number | null;
  readonly parallel: number | null;
}

/** What overlaps with what: similarity split into duplicate seats (same people) and parallel tools (different people). */
export function pairBars(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  pairs: readonly PairBar[],
): Drawing {
  const plan = planRows(frame, { labelWidth: 240, valueWidth: 150 });
  const body = pairs.flatMap((pair, i): Element[] => {
    const y = plan.barY(i);
    const box = { y, height: plan.barHeight };
    const bar =
      pair.duplicate === null || pair.parallel === null
        ? [
            el('rect', {
              ...box,
              x: plan.plotX,
              width: pair.similarity * plan.plotWidth,
              fill: textured(frame, 'unknown'),
            }),
          ]
        : [
            el('rect', {
              ...box,
              x: plan.plotX,
              width: pair.duplicate * plan.plotWidth,
              fill: textured(frame, 'stripe'),
            }),
            el('rect', {
              ...box,
              x: plan.plotX + pair.duplicate * plan.plotWidth,
              width: pair.parallel * plan.plotWidth,
              fill: textured(frame, 'dots'),
            }),
          ];
    const track = el('rect', { ...box, x: plan.plotX, width: plan.plotWidth, class: 'c-track' });
    return [...rowTexts(frame, plan, i, pair.name, pair.value), track, ...bar];
  });
  const key = legend(frame, plan.height(pairs.length), [
    { swatch: square({ fill: textured(frame, 'stripe') }), text: 'duplicate seats: same people' },
    { swatch: square({ fill: textured(frame, 'dots') }), text: 'parallel tools: different people' },
    { swatch: square({ class: 'c-edge', fill: textured(frame, 'unknown') }), text: 'people unknown' },
  ]);
  const defs = textures(frame, ['stripe', 'dots', 'unknown']);
  return drawing(frame, words, plan.height(pairs.length) + key.height, [defs, ...body, ...key.body]);
}
