import { stripCurrency } from '../cells/amount.ts';
import { readValueText } from '../cells/cell.ts';
import { type ColumnMark, type DecimalMark, markProvedBy, writtenNumber } from '../cells/number.ts';
import { type ColumnOrder, type DayOrder, orderProvedBy, writtenDay } from '../cells/written-day.ts';
import type { Column, ProfileMeta } from '../profile.ts';
import type { Sheet } from '../tables/sheet.ts';
import type { Binding } from './bind.ts';
import { isDated } from './open-orders.ts';

/** What the values of a whole column say about how each of them is to be read. */
export interface ColumnTraits {
  readonly dayOrder: ColumnOrder;
  readonly decimalMark: ColumnMark;
}

export const UNSETTLED: ColumnTraits = { dayOrder: null, decimalMark: null };

/** Longest text that can be a date or number; longer cells say nothing here. */
const LONGEST = 64;

interface Proofs {
  readonly column: Column;
  readonly position: number;
  readonly orders: Set<DayOrder>;
  readonly marks: Set<DecimalMark>;
}

function isNumeric({ holds }: Column): boolean {
  return holds === 'amount' || holds === 'decimal' || holds === 'count';
}

function weigh(proofs: Proofs, cell: string): void {
  if (cell === '' || cell.length > LONGEST) return;
  if (isDated(proofs.column)) {
    const written = writtenDay(cell.trim());
    const order = written === null ? null : orderProvedBy(written);
    if (order !== null) proofs.orders.add(order);
    return;
  }
  const text = readValueText(cell);
  const number = text === null ? null : writtenNumber(stripCurrency(text).text);
  const mark = number === null ? null : markProvedBy(number.body);
  if (mark !== null) proofs.marks.add(mark);
}

function verdict<T>(proved: ReadonlySet<T>): T | 'mixed' | null {
  return proved.size > 1 ? 'mixed' : ([...proved][0] ?? null);
}

/**
 * Reads the columns that hold dates and numbers once and settles day-month order and decimal mark for each. The order
 * that a vendor documents holds only where no value tells.
 */
export function settleColumns(sheet: Sheet, meta: ProfileMeta, binding: Binding): ReadonlyMap<string, ColumnTraits> {
  const proofs: Proofs[] = meta.columns.flatMap((column) => {
    const position = binding.positions.get(column.name);
    if (position === undefined || !(isDated(column) || isNumeric(column))) return [];
    return [{ column, position, orders: new Set<DayOrder>(), marks: new Set<DecimalMark>() }];
  });
  if (proofs.length === 0) return new Map();
  sheet.visit({
    broken: () => undefined,
    row: ({ cells }) => {
      for (const proof of proofs) {
        const cell = cells[proof.position];
        if (typeof cell === 'string' && !cell.startsWith('#')) weigh(proof, cell);
      }
    },
  });
  return new Map(
    proofs.map(({ column, orders, marks }) => [
      column.name,
      { dayOrder: verdict(orders) ?? column.dayOrder ?? null, decimalMark: verdict(marks) },
    ]),
  );
}
