import type { Cell } from '../cells/cell.ts';

/** One row of a table under its header. `row` is what a spreadsheet shows: 1-based, the header included. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

export interface RowVisitor {
  readonly row: (row: TableRow) => void;
  /** A row that is no row of the table: wrong quoting, wrong number of cells and the like. */
  readonly broken: (row: number, reason: string) => void;
}

/** A table with one header. Rows are walked, not held: a large CSV is read again for each walk. */
export interface Sheet {
  /** Sheet of a workbook; null for a text file. */
  readonly name: string | null;
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly visit: (visitor: RowVisitor) => void;
}

/** Something about a whole file or sheet, in one sentence, and what to do about it. */
export interface FileProblem {
  /** Stable kebab-case code. */
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
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

export function isBlank(cells: readonly Cell[]): boolean {
  return cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
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
    visitor.broken(row, `has ${cells.length} cells where the header has ${width}`);
    return;
  }
  if (cells.length < width && short === 'broken') {
    visitor.broken(row, `has ${cells.length} cells where the header has ${width}`);
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
  visitor.row(raw);
}
