import { dayNumber, dayOf } from '../format/date.ts';
import { type Element, el } from './svg.ts';

export interface TimeAxis {
  at(day: string): number;
  /** Month lines and names between `top` and `bottom`, and the as-of line. */
  lines(
    top: number,
    bottom: number,
    month: (day: string) => string,
    asOf: { readonly day: string; readonly words: string },
  ): Element[];
}

function monthStarts(first: number, last: number): string[] {
  const [year = 1970, month = 1] = dayOf(first).split('-').map(Number);
  const starts: string[] = [];
  for (let i = 0; i < 240; i += 1) {
    const index = month - 1 + i;
    const day = `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
    if (dayNumber(day) > last) break;
    if (dayNumber(day) >= first) starts.push(day);
  }
  return starts;
}

/** A linear time axis over the given days, at least a month long. */
export function timeAxis(days: readonly string[], x: number, width: number): TimeAxis {
  const numbers = days.map(dayNumber);
  const first = Math.min(...numbers) - 4;
  const last = Math.max(Math.max(...numbers) + 4, first + 31);
  const at = (day: string): number => x + ((dayNumber(day) - first) / (last - first)) * width;
  return {
    at,
    lines(top, bottom, month, asOf) {
      const starts = monthStarts(first, last);
      const every = Math.max(1, Math.ceil((starts.length * 68) / width));
      const ticks = starts.flatMap((day, i): Element[] => {
        const line = el('path', { class: 'c-grid', d: `M${at(day).toFixed(1)},${top}V${bottom}` });
        return i % every === 0 && at(day) < x + width - 58
          ? [line, el('text', { x: at(day) + 3, y: top - 5, class: 'c-note' }, month(day))]
          : [line];
      });
      const now = at(asOf.day);
      const end = now > x + width - 120;
      return [
        ...ticks,
        el('path', { class: 'c-now', d: `M${now.toFixed(1)},${top - 20}V${bottom}` }),
        el(
          'text',
          { x: now + (end ? -5 : 5), y: top - 22, class: 'c-strong', 'text-anchor': end ? 'end' : 'start' },
          asOf.words,
        ),
      ];
    },
  };
}
