import type { PeopleCount } from '../../model/audit/figures.ts';
import type { Money } from '../../model/money.ts';
import { toMajor } from '../../util/minor-units.ts';
import { visibleText } from '../format/words.ts';

/** A formula with the value it has now, so that readers which do not recalculate show the truth. */
export interface FormulaCell {
  readonly formula: string;
  readonly result: number | string;
}

/** Plain text is never a formula, whatever it begins with. null = unknown and stays an empty, hatched cell. */
export type Cell = string | number | null | Date | FormulaCell;

export function text(value: string | null): Cell {
  return value === null ? null : visibleText(value);
}

/** Major units; the column's format shows the currency. */
export function money(value: Money | null): Cell {
  return value === null ? null : toMajor(value.minor, value.currency);
}

/** A calendar day as a real date, without a zone. */
export function day(value: string | null): Cell {
  return value === null ? null : new Date(`${value}T00:00:00Z`);
}

/** Withheld counts are a word, so that no sum takes them for zero; the sheet's note says under which size. */
export function count(value: PeopleCount): Cell {
  return value === 'suppressed' ? 'withheld' : value;
}

export function formula(expression: string, result: number | string): FormulaCell {
  return { formula: expression, result };
}

/** `A`, `B`, ... `AA` for 1, 2, ... 27. */
export function columnLetter(index: number): string {
  const rest = Math.floor((index - 1) / 26);
  return `${rest > 0 ? columnLetter(rest) : ''}${String.fromCharCode(65 + ((index - 1) % 26))}`;
}
