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

/** Facts of a file from a day on, in the order in which the file has them. @param start seconds since 1970 */
export async function visitFacts(
  connection: DuckDBConnection,
  from: string,
  start: number,
  visit: (fact: {
    readonly tool: number;
    readonly person: number;
    readonly day: number;
    readonly events: number;
  }) => void,
): Promise<void> {
  const result = await connection.stream(
    `select tool, person, cast(epoch(day) as double) as day, events from ${from}
     where epoch(day) >= ${start} order by tool, person, day`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    const [tools, people, days, events] = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row += 1) {
      visit({
        tool: Number(tools?.[row]),
        person: Number(people?.[row]),
        day: Number(days?.[row]),
        events: Number(events?.[row]),
      });
    }
  }
}
