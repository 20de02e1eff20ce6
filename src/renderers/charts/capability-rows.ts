import { textured, textures } from './hatch.ts';
import { legend, planRows, type RowPlan, rowTexts, square } from './rows.ts';
import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';
import { label } from './text.ts';

export interface CapabilityRow {
  readonly name: string;
  /** Effective tools in words, such as `3.3 tools`. */
  readonly value: string;
  readonly cells: readonly {
    readonly tool: string;
    /** Active people; null = unknown or withheld, which is drawn as a hatched cell of fixed size. */
    readonly people: number | null;
    readonly words: string;
  }[];
}

const FIXED = 34;
const GAP = 2;

function scale(rows: readonly CapabilityRow[], width: number): number {
  const ratios = rows.map((row) => {
    const people = row.cells.reduce((sum, cell) => sum + (cell.people ?? 0), 0);
    const fixed = row.cells.filter((cell) => cell.people === null).length * FIXED + row.cells.length * GAP;
    return people > 0 ? (width - fixed) / people : Number.POSITIVE_INFINITY;
  });
  const least = Math.min(...ratios);
  return Number.isFinite(least) ? Math.max(0.2, least) : 1;
}

function cells(frame: Frame, plan: RowPlan, row: CapabilityRow, index: number, perPerson: number): Element[] {
  const y = plan.barY(index);
  let x = plan.plotX;
  return row.cells.flatMap((cell, rank) => {
    const width = cell.people === null ? FIXED : Math.max(4, cell.people * perPerson);
    const fill =
      cell.people === null ? { class: 'c-edge', fill: textured(frame, 'unknown') } : { class: `t${Math.min(rank, 3)}` };
    const box = el(
      'rect',
      { x, y, width, height: plan.barHeight, ...fill },
      el('title', {}, `${cell.tool}: ${cell.words}`),
    );
    const name = label(
      x + 7,
      y + plan.barHeight / 2 + 4.5,
      cell.tool,
      { class: rank === 0 ? 'on-accent' : 'c-label' },
      width - 12,
    );
    x += width + GAP;
    return cell.people === null || width < 40 ? [box] : [box, name];
  });
}

/** Which jobs are scattered: a row per capability, a cell per tool as wide as the people active in it. */
export function capabilityRows(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  rows: readonly CapabilityRow[],
): Drawing {
  const plan = planRows(frame, { barHeight: 26, valueWidth: 96 });
  const perPerson = scale(rows, plan.plotWidth);
  const body = rows.flatMap((row, i) => [
    ...rowTexts(frame, plan, i, row.name, row.value),
    ...cells(frame, plan, row, i, perPerson),
  ]);
  const key = legend(frame, plan.height(rows.length), [
    { swatch: square({ class: 't0' }), text: 'tool with most activity' },
    { swatch: square({ class: 't1' }), text: 'further tools' },
    {
      swatch: square({ class: 'c-edge', fill: textured(frame, 'unknown') }),
      text: 'people unknown or withheld',
    },
  ]);
  return drawing(frame, words, plan.height(rows.length) + key.height, [
    textures(frame, ['unknown']),
    ...body,
    ...key.body,
  ]);
}
