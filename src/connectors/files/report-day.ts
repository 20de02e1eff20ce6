import type { Observation } from '../../model/observation.ts';
import type { RowReader } from './profile.ts';
import { RowRejected } from './row-reader.ts';

/**
 * Day of the report that a row is of, as its own column says it: what the report tells of use ends there. Absent where
 * the column is, or holds no day: the row counts all the same.
 */
export function reportDay(
  row: RowReader,
  column: string,
): Pick<Extract<Observation, { kind: 'account' }>, 'toldUntil'> {
  try {
    const day = row.day(column);
    return day === null ? {} : { toldUntil: day };
  } catch (thrown) {
    if (thrown instanceof RowRejected) return {};
    throw thrown;
  }
}
