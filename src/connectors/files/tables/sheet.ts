import type { Cell } from '../cells/cell.ts';

/** One row of a table under its header. `row` is what a spreadsheet shows: 1-based, the header included. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

export interface RowVisitor {
  readonly row: (row: TableRow) => void;
  /** A row that is no row of the table: wrong quoting, wrong number of cells and the like. `cells` where it has some. */
  readonly broken: (row: number, reason: string, cells?: readonly Cell[]) => void;
}

/** A table with one header. Rows are walked, not held: a large CSV is read again for each walk. */
export interface Sheet {
  /** Sheet of a workbook; null for a text file. */
  readonly name: string | null;
  readonly headerRow: number;
  readonly header: readonly string[];
  /** Rows above the header that are not blank, as text: titles, dates of export, what a vendor says about the file. */
  readonly above: readonly (readonly string[])[];
  /** A person who opens the workbook does not see this sheet. */
  readonly hidden: boolean;
  /** Days to add to a number that stands for a day: 1,462 where the workbook counts from 1904. */
  readonly serialShift: number;
  /** How the text was read where that is not plain; absent = nothing to say. */
  readonly notices?: readonly FileNotice[];
  readonly visit: (visitor: RowVisitor) => void;
}

/** Something that a person should see, and need not act on. */
export interface FileNotice {
  /** Stable kebab-case code. */
  readonly code: 'header-row' | 'hidden-sheet' | 'empty-sheet' | 'encoding' | 'twice-encoded' | 'no-line-end' | 'pulse';
  readonly message: string;
}

/** Something about a whole file or sheet, in one sentence, and what to do about it. */
export interface FileProblem {
  /** Stable kebab-case code. */
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
  /** File of an archive that it is about; absent = the whole file. */
  readonly member?: string;
}

/** Thrown inside the reading of a file where nothing of it can be read. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.message);
    this.name = 'UnreadableFile';
    this.problem = problem;
  }
}

/** Characters that no program writes into text: control characters but those that set lines, and holes of Windows-1252. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
export const NOISE = /[\u0001-\u0008\u000e-\u001f\u007f\u0081\u008d\u008f\u0090\u009d]/;

export function isBlank(cells: readonly Cell[]): boolean {
  return cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
}

export function filledCells(cells: readonly Cell[]): number {
  return cells.filter((cell) => typeof cell === 'number' || cell.trim() !== '').length;
}

/** The header without the empty names at its end. */
export function trimHeader(cells: readonly Cell[]): readonly string[] {
  const names = cells.map((cell) => String(cell).trim());
  const last = names.findLastIndex((name) => name !== '');
  return names.slice(0, last + 1);
}

/**
 * Passes a raw row on, or says why it is no row of the table. Blank rows are no rows.
 * `short` tells whether missing cells at the end are a defect (text files) or emptiness (workbooks).
 */
export function passRow(
  header: readonly string[],
  raw: TableRow,
  short: 'broken' | 'empty',
  visitor: RowVisitor,
): void {
  const { row, cells } = raw;
  if (isBlank(cells)) return;
  const width = header.length;
  if (cells.length > width && !isBlank(cells.slice(width))) {
    visitor.broken(row, `has ${cells.length} cells where the header has ${width}`, cells);
    return;
  }
  if (cells.length < width && short === 'broken') {
    visitor.broken(row, `has ${cells.length} cells where the header has ${width}`, cells);
    return;
  }
  if (header.every((name, column) => name === String(cells[column] ?? '').trim())) {
    visitor.broken(row, 'repeats the header');
    return;
  }
  if (cells.some((cell) => typeof cell === 'string' && cell.includes('\0'))) {
    visitor.broken(row, 'has a NUL byte in a cell');
    return;
  }
  if (cells.some((cell) => typeof cell === 'string' && NOISE.test(cell))) {
    visitor.broken(row, 'has control characters in a cell');
    return;
  }
  visitor.row(raw);
}
