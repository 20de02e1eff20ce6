import type { Drawing, Frame } from '../../charts/svg.ts';
import type { FigureBlock, TableBlock } from './blocks.ts';

const WIDE = 860;
const NARROW = 340;

/** One picture in two widths: a scaled-down drawing cannot be read on a phone, so the narrow one is drawn for it. */
export function pictured(options: {
  readonly id: string;
  readonly title: string;
  readonly reading: string;
  readonly basis: string;
  readonly table: TableBlock;
  readonly draw: (frame: Frame, words: { readonly title: string; readonly desc: string }) => Drawing;
}): FigureBlock {
  const { id, title, reading, basis, table, draw } = options;
  const words = { title, desc: reading };
  return {
    kind: 'figure',
    id,
    title,
    reading,
    basis,
    table,
    wide: draw({ id: `${id}-w`, width: WIDE }, words),
    narrow: draw({ id: `${id}-n`, width: NARROW }, words),
  };
}
