import { type Attributes, type Element, el } from './svg.ts';

/** Width of one average letter at the chart's 13 px type; a wide font (DejaVu) still fits. */
const LETTER = 7.6;

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function weight(letter: string): number {
  // Emoji and CJK take about two letters, capital W and M one and a half.
  if ((letter.codePointAt(0) ?? 0) > 0x10ff) return 2;
  return /[WM@]/.test(letter) ? 1.4 : 1;
}

/** Text that fits into `px` at 13 px type, cut between letters with an ellipsis. */
export function shorten(text: string, px: number): string {
  const room = px / LETTER;
  let used = 0;
  let out = '';
  for (const { segment } of letters.segment(text)) {
    used += weight(segment);
    if (used > room) return `${out.trimEnd()}…`;
    out += segment;
  }
  return out;
}

/** A line of text; where it had to be cut the whole of it stands in a tooltip. */
export function label(
  x: number,
  y: number,
  text: string,
  attributes: Attributes = {},
  px = Number.POSITIVE_INFINITY,
): Element {
  const shown = shorten(text, px);
  if (shown === text) return el('text', { x, y, ...attributes }, shown);
  return el('text', { x, y, ...attributes }, shown, el('title', {}, text));
}
