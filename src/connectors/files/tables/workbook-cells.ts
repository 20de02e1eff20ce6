import type { Cell as BookCell, CellValue, Row } from 'exceljs';
import type { Cell } from '../cells/cell.ts';

/** A date cell as text; the time is left out where it is midnight, as it is for cells that hold a day. */
function dateText(date: Date): Cell {
  if (Number.isNaN(date.getTime())) return '#VALUE!';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19);
}

/** What a person sees in the cell: results of formulas, text of links and of rich text, dates as ISO. */
function shown(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Date) return dateText(value);
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return shown(value.text);
  return 'result' in value ? shown(value.result as CellValue) : '';
}

/**
 * Merged cells: a text or date stands for every row that it is merged over, in its first column. A number does not: an
 * amount that several rows share is counted once, in the first of them.
 */
function cellOf(cell: BookCell | undefined): Cell {
  if (cell === undefined) return '';
  const value = shown(cell.value);
  const { master } = cell;
  if (!cell.isMerged || master.address === cell.address) return value;
  return master.fullAddress.col === cell.fullAddress.col && typeof value === 'string' ? value : '';
}

/** The first `width` cells of a row. */
export function cellsOf(row: Row, width: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let column = 1; column <= width; column += 1) cells.push(cellOf(row.findCell(column)));
  return cells;
}

/** Number of the last column that holds something; 0 = none. Only cells that are there are looked at. */
export function lastFilled(row: Row): number {
  let last = 0;
  row.eachCell((cell, column) => {
    if (cellOf(cell) !== '') last = Math.max(last, column);
  });
  return last;
}
