import { DateTime } from 'luxon';
import type { RowReader } from './profile.ts';

/** Day of the column `week`, which must be the Monday that the week begins with. */
export function monday(row: RowReader): string {
  const day = row.required.day('week');
  return DateTime.fromISO(day, { zone: 'utc' }).weekday === 1 ? day : row.reject('week', 'is not a Monday');
}
