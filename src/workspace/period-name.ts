import { DateTime } from 'luxon';
import type { Period } from '../model/calendar.ts';

/** Folder name of a period: `2026-Q3` for a calendar quarter, else `2026-07-01_2026-08-15`. Sorts by start. */
export function periodName(period: Period): string {
  const start = DateTime.fromISO(period.start, { zone: 'utc' });
  const isQuarter = start.startOf('quarter').hasSame(start, 'day') && start.endOf('quarter').toISODate() === period.end;
  return isQuarter ? `${start.year}-Q${start.quarter}` : `${period.start}_${period.end}`;
}
