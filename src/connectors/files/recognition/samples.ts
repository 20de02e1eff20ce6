import type { Sheet } from '../tables/sheet.ts';
import { readsLikeTotal } from '../total-row.ts';
import { columnLabels } from './column-labels.ts';

/** A column with some of its values. They may be personal: they are looked at and never handed on. */
export interface ColumnSample {
  readonly label: string;
  /** Trimmed, not empty, cut to 64 characters, in the order of the file. */
  readonly values: readonly string[];
}

/** Rows that are looked at for a proposal. */
const SAMPLE_ROWS = 50;
const LONGEST = 64;

export function sampleColumns(sheet: Sheet): readonly ColumnSample[] {
  const columns = columnLabels(sheet.header).map((label) => ({ label, values: [] as string[] }));
  let rows = 0;
  sheet.visit({
    broken: () => undefined,
    row: ({ cells }) => {
      if (readsLikeTotal(cells)) return;
      rows += 1;
      if (rows > SAMPLE_ROWS) return;
      cells.forEach((cell, position) => {
        const text = String(cell).trim().slice(0, LONGEST);
        if (text !== '') columns[position]?.values.push(text);
      });
    },
  });
  return columns;
}
