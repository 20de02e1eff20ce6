import type { DuckDBConnection } from '@duckdb/node-api';
import { QUARTER, type Relations } from '../definition.ts';
import type { FactTables } from '../usage-engine.ts';

async function fill(
  connection: DuckDBConnection,
  table: string,
  columns: string,
  rows: readonly (readonly (bigint | number)[])[],
): Promise<void> {
  await connection.run(`create or replace temp table ${table} (${columns})`);
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const value of row) {
      if (typeof value === 'bigint') appender.appendUBigInt(value);
      else appender.appendBigInt(BigInt(value));
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** Puts people, tools and offsets beside the log; offsets are laid out in quarters of an hour. */
export async function layTables(
  connection: DuckDBConnection,
  { people, tools, offsets }: FactTables,
): Promise<Omit<Relations, 'events'>> {
  const persons = people.map(({ key, person, zone }) => [BigInt(key), person, zone]);
  await fill(connection, 'people', 'name ubigint, person bigint, zone bigint', persons);
  await fill(
    connection,
    'tools',
    'name ubigint, tool bigint',
    tools.map(({ key, tool }) => [BigInt(key), tool]),
  );
  const ranges = offsets.map(({ zone, from, until, seconds }) => [zone, from, until, seconds]);
  await fill(connection, 'offset_ranges', 'zone bigint, first bigint, until bigint, seconds bigint', ranges);
  await connection.run(`create or replace temp table offsets as
    select zone, unnest(range(first, until, ${QUARTER})) as quarter, seconds from offset_ranges`);
  return { persons: 'people', tools: 'tools', offsets: 'offsets' };
}
