import { type Drawing, drawing, type Element, el, type Frame } from './svg.ts';
import { label } from './text.ts';

export interface TeamMatrix {
  readonly tools: readonly string[];
  readonly teams: readonly {
    readonly name: string;
    /** Share of the team's activity by tool, in the order of `tools`; null = none seen. */
    readonly shares: readonly ({ readonly share: number; readonly words: string } | null)[];
  }[];
}

const ROW = 30;
const HEAD = 26;

/** Six steps of one tint; the number stands in every cell, so the tint only helps the eye. */
function step(share: number): string {
  return `m${Math.min(5, Math.floor(share * 6))}`;
}

/** Silos or duplicates: who does one job in which tool. */
export function teamMatrix(
  frame: Frame,
  words: { readonly title: string; readonly desc: string },
  matrix: TeamMatrix,
): Drawing {
  const labelWidth = frame.width < 480 ? 104 : 170;
  const column = Math.min(150, (frame.width - labelWidth) / Math.max(1, matrix.tools.length));
  const heads = matrix.tools.map((tool, i) =>
    label(labelWidth + i * column + column / 2, 16, tool, { class: 'c-note', 'text-anchor': 'middle' }, column - 6),
  );
  const body = matrix.teams.flatMap((team, row): Element[] => {
    const y = HEAD + row * ROW;
    const boxes = team.shares.flatMap((cell, i): Element[] => {
      const x = labelWidth + i * column;
      const box = { x, y, width: column - 3, height: ROW - 3 };
      if (cell === null) return [el('rect', { ...box, class: 'm-none' })];
      const tone = step(cell.share);
      const place = { x: x + (column - 3) / 2, y: y + 18, 'text-anchor': 'middle' };
      return [
        el('rect', { ...box, class: tone }),
        el('text', { ...place, class: tone >= 'm4' ? 'on-accent' : 'c-label' }, cell.words),
      ];
    });
    return [label(1, y + 18, team.name, { class: 'c-label' }, labelWidth - 10), ...boxes];
  });
  return drawing(frame, words, HEAD + matrix.teams.length * ROW + 2, [...heads, ...body]);
}
