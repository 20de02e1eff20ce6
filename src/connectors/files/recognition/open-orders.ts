import { orderProvedBy, type WrittenDay, writtenDay } from '../cells/written-day.ts';
import type { Column } from '../profile.ts';
import type { Sheet } from '../tables/sheet.ts';

interface Watched {
  readonly position: number;
  isUnclear: boolean;
  isProved: boolean;
}

function isEitherWay(written: WrittenDay): boolean {
  return written.kind === 'ordered' && written.first !== written.second && written.first <= 12 && written.second <= 12;
}

function weigh(column: Watched, text: string): void {
  const written = writtenDay(text.trim());
  if (written === null) return;
  if (orderProvedBy(written) !== null) column.isProved = true;
  else if (isEitherWay(written)) column.isUnclear = true;
}

/** Positions of columns with days such as 03/04/2026 whose order no value of the column tells. */
export function openOrders(sheet: Sheet, positions: readonly number[]): readonly number[] {
  const columns: Watched[] = positions.map((position) => ({ position, isUnclear: false, isProved: false }));
  if (columns.length === 0) return [];
  sheet.visit({
    broken: () => undefined,
    row: ({ cells }) => {
      for (const column of columns) {
        const cell = cells[column.position];
        if (typeof cell === 'string' && cell.length <= 64) weigh(column, cell);
      }
    },
  });
  return columns.filter(({ isUnclear, isProved }) => isUnclear && !isProved).map(({ position }) => position);
}

/** Holds days, so that their order matters. */
export function isDated({ holds }: Column): boolean {
  return holds === 'day' || holds === 'instant';
}
