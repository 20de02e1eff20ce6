/** One cell as a table gives it: text, or a number where a workbook stores one. Empty is ''. */
export type Cell = string | number;

/** Longest text a spreadsheet cell can hold; longer text could not come back out in the workbook. */
const MAX_CELL_CHARACTERS = 32_767;

const SPREADSHEET_ERRORS = new Set([
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#NAME?',
  '#DIV/0!',
  '#NULL!',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
]);
const SAID_UNKNOWN = new Set(['n/a', 'na', 'k.a.', '-', '–', '—', '?', 'null', 'unknown', 'none']);

/** A cell that cannot be read. The reason never holds the cell's value: it may be personal data. */
export class CellProblem extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'CellProblem';
    this.reason = reason;
  }
}

/**
 * Trimmed text; null where the cell is empty.
 * @throws CellProblem for a spreadsheet error value and for text over 32,767 characters.
 */
export function readText(cell: Cell): string | null {
  if (typeof cell === 'number') return String(cell);
  if (cell === '') return null;
  const text = cell.trim();
  if (text === '') return null;
  if (text.length > MAX_CELL_CHARACTERS) {
    throw new CellProblem(`is longer than ${MAX_CELL_CHARACTERS.toLocaleString('en-GB')} characters`);
  }
  if (text.charCodeAt(0) === 35 && SPREADSHEET_ERRORS.has(text)) throw new CellProblem('holds a spreadsheet error');
  return text;
}

/** As `readText`, and words that say "not known" (n/a, -, unknown) are null: for cells that hold something other than words. */
export function readValueText(cell: Cell): string | null {
  const text = readText(cell);
  if (text === null || (text.length < 8 && SAID_UNKNOWN.has(text.toLowerCase()))) return null;
  return text;
}

/** Parts of a list cell, separated by `;`, trimmed, empty parts left out; null where the cell is empty. */
export function readList(cell: Cell): readonly string[] | null {
  const text = readText(cell);
  if (text === null) return null;
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? null : parts;
}

/** Address or login out of `Ann <ann@example.com>`, `mailto:ann@example.com` or the plain form; null where empty. */
export function readIdentifier(cell: Cell): string | null {
  const text = readValueText(cell);
  return text === null ? null : bareIdentifier(text);
}

export function bareIdentifier(text: string): string {
  const open = text.lastIndexOf('<');
  const inner = open !== -1 && text.endsWith('>') ? text.slice(open + 1, -1).trim() : text;
  return inner.toLowerCase().startsWith('mailto:') ? inner.slice(7) : inner;
}
