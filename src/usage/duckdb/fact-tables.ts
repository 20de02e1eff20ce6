import type { DuckDBConnection } from '@duckdb/node-api';
import { calendarSql, QUARTER, type Relations } from '../definition.ts';
import type { FactConditions } from '../usage-engine.ts';

/** Puts rows of whole numbers into a table. */
export async function fill(
  connection: DuckDBConnection,
  table: string,
  columns: string,
  rows: Iterable<readonly (bigint | number)[]>,
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

/** Lays the zones out in quarters of an hour. */
export async function layCalendar(
  connection: DuckDBConnection,
  { offsets, window }: FactConditions,
): Promise<Relations['calendar']> {
  const ranges = offsets.map(({ zone, from, until, seconds }) => [zone, from, until, seconds]);
  await fill(connection, 'offset_ranges', 'zone bigint, first bigint, until bigint, seconds bigint', ranges);
  const quarters = `(select zone, unnest(range(first, until, ${QUARTER})) as quarter, seconds from offset_ranges)`;
  await connection.run(`create or replace temp table calendar as ${calendarSql(quarters, window)}`);
  return 'calendar';
}

/** @param zones by the key of the person; 0 may be left out */
export async function layZones(
  connection: DuckDBConnection,
  zones: readonly { readonly key: string; readonly zone: number }[],
): Promise<Relations['zones']> {
  const rows = zones.filter(({ zone }) => zone !== 0).map(({ key, zone }) => [BigInt(key), zone]);
  await fill(connection, 'zones', 'person ubigint, zone bigint', rows);
  return 'zones';
}

/** The same for people who are known by how a log would write them; the texts stay in this process. */
export async function layZonesByName(
  connection: DuckDBConnection,
  zones: readonly { readonly name: string; readonly zone: number }[],
  hashed: (text: string) => string,
): Promise<Relations['zones']> {
  await connection.run('create or replace temp table named_zones (name varchar, zone bigint)');
  const appender = await connection.createAppender('named_zones');
  for (const { name, zone } of zones) {
    if (zone === 0) continue;
    appender.appendVarchar(name);
    appender.appendBigInt(BigInt(zone));
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`create or replace temp table zones as
    select ${hashed('name')} as person, any_value(zone) as zone from named_zones group by name`);
  await connection.run('drop table named_zones');
  return 'zones';
}

/** Events under the numbers of the snapshot, as a table whose keys are these numbers. */
export async function layEvents(
  connection: DuckDBConnection,
  table: string,
  events: readonly { readonly person: number; readonly tool: number; readonly moment: number }[],
): Promise<void> {
  const rows = events.map(({ person, tool, moment }) => [BigInt(person), BigInt(tool), moment]);
  await fill(connection, table, 'person ubigint, tool ubigint, moment bigint', rows);
}
