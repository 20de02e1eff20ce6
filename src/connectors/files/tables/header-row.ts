import type { Cell } from '../cells/cell.ts';
import { writtenNumber } from '../cells/number.ts';
import { writtenDay } from '../cells/written-day.ts';
import { filledCells, type TableRow, trimHeader } from './sheet.ts';

/**
 * How well a row is known for a header: the number of columns that a profile takes from it, 0 = not known. It is asked
 * for each of the first rows of a table.
 */
export type HeaderScore = (names: readonly string[]) => number;

/** How the header of a table is found. */
export interface HeaderSearch {
  readonly score: HeaderScore;
  /** Where no row is known, take the first that looks like one; else the first row that is not blank. */
  readonly guess: boolean;
}

export const FIRST_ROW: HeaderSearch = { score: () => 0, guess: false };

/** Rows that are not blank among which a header is looked for. */
export const HEAD_ROWS = 30;
const LONGEST_NAME = 100;

/** A row at which a table may begin. */
export interface HeaderChoice {
  /** Position among the rows that were searched. */
  readonly index: number;
  /** 0 = not known. */
  readonly score: number;
}

/** A word by itself above a table, such as the heading "Software": a header of one column has one column below it. */
function isHeading(rows: readonly TableRow[], index: number): boolean {
  if (filledCells(rows[index]?.cells ?? []) !== 1) return false;
  const below = rows.slice(index + 1);
  return below.filter(({ cells }) => filledCells(cells) > 1).length * 2 > below.length;
}

/**
 * The row that is known best. A later row counts only where nothing can be lost by it: the known row above it has one
 * cell (a title that reads like a column) or stands directly above it.
 */
function bestKnown(rows: readonly TableRow[], score: HeaderScore): HeaderChoice | null {
  let best: HeaderChoice | null = null;
  for (const [index, { cells }] of rows.entries()) {
    const points = score(trimHeader(cells));
    if (points === 0 || isHeading(rows, index)) continue;
    const isLonely = best !== null && filledCells(rows[best.index]?.cells ?? []) === 1;
    const isBetter = best === null || (points > best.score && (isLonely || best.index === index - 1));
    if (isBetter) best = { index, score: points };
  }
  return best;
}

function isName(cell: Cell): boolean {
  if (typeof cell === 'number' || cell.length > LONGEST_NAME || /[@;|\t]/.test(cell) || !/\p{L}/u.test(cell))
    return false;
  const text = cell.trim();
  return writtenDay(text) === null && writtenNumber(text) === null;
}

/** All text, each name once, wider than all above it, and a row of the same width below. */
function looksLikeHeader(rows: readonly TableRow[], index: number, fullest: number): boolean {
  const cells = rows[index]?.cells ?? [];
  const names = cells.filter((cell) => String(cell).trim() !== '');
  const below = rows[index + 1];
  if (names.length < 2 || names.length * 2 <= fullest || below?.cells.length !== cells.length) return false;
  if (!names.every(isName) || new Set(names.map(String)).size < names.length) return false;
  return rows.slice(0, index).every((above) => filledCells(above.cells) < names.length);
}

function guessed(rows: readonly TableRow[]): HeaderChoice | null {
  const fullest = Math.max(0, ...rows.map(({ cells }) => filledCells(cells)));
  const index = rows.findIndex((_, position) => looksLikeHeader(rows, position, fullest));
  return index < 0 ? null : { index, score: 0 };
}

/** Where the header stands among the first rows of a table; null = no row is known and none looks like one. */
export function chooseHeader(rows: readonly TableRow[], { score, guess }: HeaderSearch): HeaderChoice | null {
  return bestKnown(rows, score) ?? (guess ? guessed(rows) : null);
}

/** Position of the row that stands for the header where none is known and none looks like one. */
export function firstOf(rows: readonly TableRow[]): number {
  return Math.max(
    0,
    rows.findIndex((_, index) => !isHeading(rows, index)),
  );
}

/** What stands above a header: titles, dates of export, what a vendor says about the file. */
export interface Preamble {
  readonly rows: readonly (readonly string[])[];
  /** Numbers of rows that are as wide as the table and as full as its header: they may be data. */
  readonly asWide: readonly number[];
}

export function preambleOf(rows: readonly TableRow[], index: number): Preamble {
  const above = rows.slice(0, index);
  const header = rows[index]?.cells ?? [];
  const width = filledCells(header);
  const wide = above.filter(({ cells }) => width > 1 && cells.length === header.length && filledCells(cells) >= width);
  return { rows: above.map(({ cells }) => cells.map(String)), asWide: wide.map(({ row }) => row) };
}

export const ABOVE_HEADER = 'stands above the header';
