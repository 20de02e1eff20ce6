import { type Cell, CellProblem, readValueText } from './cell.ts';
import { type ColumnMark, canonicalNumber, readDecimal } from './number.ts';

/**
 * A share as 0..1. `45 %` is 0.45, and so is 45: a share above 1 can only be written in percent.
 * @throws CellProblem where it is no number, below zero or above the whole.
 */
export function readShare(cell: Cell, column: ColumnMark = null): number | null {
  const text = typeof cell === 'number' ? null : readValueText(cell);
  const isPercent = text?.endsWith('%') === true;
  const value = isPercent
    ? Number(canonicalNumber(text.slice(0, -1).trim(), column, 'point'))
    : readDecimal(cell, column);
  if (value === null) return null;
  if (value < 0) throw new CellProblem('is below zero');
  if (value > 100) throw new CellProblem('is above 100 %');
  return isPercent || value > 1 ? value / 100 : value;
}
