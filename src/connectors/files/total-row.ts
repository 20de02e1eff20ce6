import { stripCurrency } from './cells/amount.ts';
import type { Cell } from './cells/cell.ts';
import { writtenNumber } from './cells/number.ts';
import type { ProfileMeta } from './profile.ts';
import type { Binding } from './recognition/bind.ts';

export const TOTAL_ROW = 'a total row';

const TOTAL_WORDS = [
  '(?:grand|sub|overall|running|net|gross|report|statement)?[ -]?totals?',
  'totale?n?|totaal|totaux|total général|total general|subtotaal',
  'sums?|summe|summa|suma|somme|zwischensumme|endsumme|gesamt|gesamtsumme|gesamtbetrag|insgesamt|endbetrag',
].join('|');
/** What may stand beside the word: what is summed, or in which currency. */
const OF_WHAT = '(?:amount|spend|spending|cost|costs|expenses?|charges?|due|paid|fees|netto|brutto|net|gross)';
const TOTAL = new RegExp(
  `^(?:${TOTAL_WORDS}|total ${OF_WHAT})(?: ?\\((?:[^()]{1,40})\\)| [A-Z]{3}| (?:for|of|für|de) .{1,80})?[ :.]*$`,
  'iu',
);

function isFigure(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  const text = cell.trim();
  return text === '' || /^[A-Z]{3}$/.test(text) || writtenNumber(stripCurrency(text).text) !== null;
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && String(cell).trim() !== '';
}

/** Positions of what a row of data must have and a total has not: every required column but figures and their currency. */
function expected({ columns }: ProfileMeta, { positions }: Binding): readonly number[] {
  const needed = columns.filter(
    ({ required, holds }) =>
      holds === 'day' ||
      holds === 'instant' ||
      (required && holds !== 'amount' && holds !== 'decimal' && holds !== 'count' && holds !== 'currency'),
  );
  return needed.flatMap(({ name }) => positions.get(name) ?? []);
}

/** Position of the word where a row reads like a sum: one word for it, figures otherwise, at least one; else -1. */
function sumWord(cells: readonly Cell[]): number {
  const isWord = (cell: Cell) => typeof cell === 'string' && TOTAL.test(cell.trim());
  const at = cells.findIndex(isWord);
  if (at < 0) return -1;
  const rest = cells.filter((cell, position) => position !== at && isFilled(cell));
  return rest.length > 0 && rest.every(isFigure) ? at : -1;
}

/** For rows whose cells do not fit the columns, so that only their texts tell. */
export function readsLikeTotal(cells: readonly Cell[]): boolean {
  return sumWord(cells) >= 0;
}

/**
 * A row that sums up others: it reads like a sum, and what every row of data has is missing. A merchant called Total has
 * a date, a tool called Total has no figure beside it.
 */
export function isTotalRow(cells: readonly Cell[], meta: ProfileMeta, binding: Binding): boolean {
  const word = sumWord(cells);
  return word >= 0 && expected(meta, binding).every((position) => position === word || !isFilled(cells[position]));
}
