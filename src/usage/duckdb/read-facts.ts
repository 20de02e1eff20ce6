import type { DuckDBConnection } from '@duckdb/node-api';
import type { UsageFact } from '../usage-engine.ts';

/** Facts of a table or Parquet file, sorted by tool, person and day. For small results: each becomes an object. */
export async function readFacts(connection: DuckDBConnection, from: string): Promise<readonly UsageFact[]> {
  const names = ['tool', 'person', 'day', 'events', 'events_outside_hours'];
  const columns = names.map((name) => `cast(${name} as double) as ${name}`).join(', ');
  const reader = await connection.runAndReadAll(`select ${columns} from ${from} order by tool, person, day`);
  return reader.getRowsJS().map(([tool, person, day, events, outside]) => ({
    tool: tool as number,
    person: person as number,
    day: day as number | null,
    events: events as number,
    eventsOutsideHours: outside as number,
  }));
}
