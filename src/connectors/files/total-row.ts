import { stripCurrency } from './cells/amount.ts';
import type { Cell } from './cells/cell.ts';
import { writtenNumber } from './cells/number.ts';
import type { Column, ProfileMeta } from './profile.ts';
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

/** What is counted below a list, such as "12 users". */
const COUNTED = [
  'users?|people|persons?|members?|accounts?|seats?|licen[cs]es?|logins?|rows?|records?|entries|items?|tools?|apps?',
  'nutzer(?:innen)?|benutzer|personen|mitglieder|konten|lizenzen|plätze|zeilen|einträge|positionen|anwendungen',
  'utilisateurs?|comptes?|licences?|lignes?|usuarios?|cuentas?|licencias?|utenti|gebruikers|rijen',
].join('|');
const COUNT = new RegExp(`^(.*\\d) ?(?:${COUNTED})$`, 'iu');

function isNumber(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  const text = cell.trim();
  return writtenNumber(stripCurrency(COUNT.exec(text)?.[1] ?? text).text) !== null;
}

function isFigure(cell: Cell): boolean {
  return !isFilled(cell) || isNumber(cell) || (typeof cell === 'string' && /^[A-Z]{3}$/.test(cell.trim()));
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && String(cell).trim() !== '';
}

/** A team may well be called Total or Gesamt, and stand for the whole organisation. */
const MAY_BE_ALL = /^(?:team|department|cost[ _-]?cent(?:er|re))$/i;

/**
 * Whether a required cell holds what only a row of data has. A day always; but a figure is no person, and no name of a
 * tool beside a word for a sum, which may itself stand in any of these places.
 */
function tellsOfData(cell: Cell | undefined, { holds }: Column, isStrict: boolean): boolean {
  if (cell === undefined || !isFilled(cell)) return false;
  if (holds === 'day' || holds === 'instant') return true;
  return (isStrict && holds !== 'person' && holds !== 'people') || !isNumber(cell);
}

/** Columns of what a row of data must have and a total has not: every required one but figures and their currency. */
function expected({ columns }: ProfileMeta): readonly Column[] {
  return columns.filter(
    ({ required, holds }) =>
      holds === 'day' ||
      holds === 'instant' ||
      (required && holds !== 'amount' && holds !== 'decimal' && holds !== 'count' && holds !== 'currency'),
  );
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
 * a date, a tool called Total has a person or no figure beside it.
 */
export function isTotalRow(cells: readonly Cell[], meta: ProfileMeta, { positions }: Binding): boolean {
  const word = sumWord(cells);
  if (word < 0) return false;
  const isStrict = meta.columns.some(({ name }) => positions.get(name) === word && MAY_BE_ALL.test(name));
  return expected(meta).every((column) => {
    const position = positions.get(column.name);
    return position === undefined || position === word || !tellsOfData(cells[position], column, isStrict);
  });
}
