import type { ObservationOf } from '../../model/observation.ts';
import type { ColumnOrConstant, EventLog, RowReader, ToolAmong } from './profile.ts';

function checkCounts(row: RowReader, { only = [] }: EventLog): void {
  for (const { column, values, reason } of only) {
    const text = row.required.text(column).toLowerCase();
    if (!values.some((value) => value.toLowerCase() === text)) row.reject(column, reason);
  }
}

function textOf(row: RowReader, from: ColumnOrConstant): string | null {
  return typeof from === 'string' ? row.text(from) : from.constant;
}

function toolAmong(row: RowReader, { among, kinds, reason }: ToolAmong): string {
  const isKind = (text: string | null) => kinds.some((kind) => kind.toLowerCase() === text?.toLowerCase());
  const found = among.find(({ kind }) => isKind(row.text(kind)));
  return found === undefined ? row.reject(among[0]?.kind ?? null, reason) : row.required.text(found.column);
}

function toolOf(row: RowReader, { tool }: EventLog): string {
  if (typeof tool === 'string') return row.required.text(tool);
  return 'constant' in tool ? tool.constant : toolAmong(row, tool);
}

function instantOf(row: RowReader, { timestamp, otherTimestamp }: EventLog): string {
  if (otherTimestamp === undefined) return row.required.instant(timestamp);
  return row.instant(timestamp) ?? row.required.instant(otherTimestamp);
}

/** The event that a row of an event log is. Rejects the row where the declaration says that it is none. */
export function readEvent(row: RowReader, log: EventLog): ObservationOf<'usage-event'> {
  checkCounts(row, log);
  const name = toolOf(row, log);
  return {
    kind: 'usage-event',
    at: row.at(),
    tool: { name, nameKind: log.nameKind },
    person: row.required.person(log.person),
    timestamp: instantOf(row, log),
    event: log.event === undefined ? null : textOf(row, log.event),
  };
}
