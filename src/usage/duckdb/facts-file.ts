import type { DuckDBConnection } from '@duckdb/node-api';
import type { UsageFact } from '../usage-engine.ts';
import { quoted } from './open-duckdb.ts';

/** Columns of a file of facts: small integers, days as dates; null day = the time could not be read. */
const COLUMNS = `cast(tool as integer) as tool, cast(person as integer) as person,
  cast(to_timestamp(day) at time zone 'UTC' as date) as day, cast(events as integer) as events,
  cast(events_outside_hours as integer) as events_outside_hours`;

/** Writes facts to a Parquet file, sorted by tool, person and day: the same facts give the same bytes. */
export async function writeFacts(connection: DuckDBConnection, from: string, path: string): Promise<void> {
  await connection.run(`copy (select ${COLUMNS} from ${from} order by tool, person, day nulls first)
    to ${quoted(path)} (format parquet, compression zstd)`);
}

/** As above in any order, for facts that are read once more and never shown. */
export async function keepFacts(connection: DuckDBConnection, from: string, path: string): Promise<void> {
  await connection.run(`copy (select ${COLUMNS} from ${from}) to ${quoted(path)} (format parquet, compression zstd)`);
}

/** Facts that another engine counted, as a table of this one. */
export async function holdFacts(
  connection: DuckDBConnection,
  table: string,
): Promise<{ readonly take: (facts: readonly UsageFact[]) => void; readonly close: () => void }> {
  const columns = 'tool bigint, person bigint, day bigint, events bigint, events_outside_hours bigint';
  await connection.run(`create or replace temp table ${table} (${columns})`);
  const appender = await connection.createAppender(table);
  return {
    take: (facts) => {
      for (const { tool, person, day, events, eventsOutsideHours } of facts) {
        appender.appendBigInt(BigInt(tool));
        appender.appendBigInt(BigInt(person));
        if (day === null) appender.appendNull();
        else appender.appendBigInt(BigInt(day));
        appender.appendBigInt(BigInt(events));
        appender.appendBigInt(BigInt(eventsOutsideHours));
        appender.endRow();
      }
    },
    close: () => appender.closeSync(),
  };
}
