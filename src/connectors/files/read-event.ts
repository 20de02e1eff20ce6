import type { ObservationOf } from '../../model/observation.ts';
import type { ColumnOrConstant, EventLog, RowReader } from './profile.ts';

function checkCounts(row: RowReader, { only = [] }: EventLog): void {
  for (const { column, values, reason } of only) {
    const text = row.required.text(column).toLowerCase();
    if (!values.some((value) => value.toLowerCase() === text)) row.reject(column, reason);
  }
}

function textOf(row: RowReader, from: ColumnOrConstant): string | null {
  return typeof from === 'string' ? row.text(from) : from.constant;
}

function instantOf(row: RowReader, { timestamp, otherTimestamp }: EventLog): string {
  if (otherTimestamp === undefined) return row.required.instant(timestamp);
  return row.instant(timestamp) ?? row.required.instant(otherTimestamp);
}

/** The event that a row of an event log is. Rejects the row where the declaration says that it is none. */
export function readEvent(row: RowReader, log: EventLog): ObservationOf<'usage-event'> {
  checkCounts(row, log);
  const name = typeof log.tool === 'string' ? row.required.text(log.tool) : log.tool.constant;
  return {
    kind: 'usage-event',
    at: row.at(),
    tool: { name, nameKind: log.nameKind },
    person: row.required.person(log.person),
    timestamp: instantOf(row, log),
    event: log.event === undefined ? null : textOf(row, log.event),
  };
}
