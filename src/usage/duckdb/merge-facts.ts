import type { DuckDBConnection } from '@duckdb/node-api';
import type { FactWindow } from '../definition.ts';

/** Facts of one log under its own numbers, and what these are in the snapshot; null = no tool of it. */
export interface LogFacts {
  /** Table, or a call that reads a file. */
  readonly facts: string;
  readonly tools: readonly (number | null)[];
  readonly people: readonly number[];
}

async function lay(connection: DuckDBConnection, table: string, numbers: LogFacts['tools']): Promise<void> {
  await connection.run(`create or replace temp table ${table} ("from" integer, "to" integer)`);
  const appender = await connection.createAppender(table);
  for (const [from, to] of numbers.entries()) {
    if (to === null) continue;
    appender.appendInteger(from);
    appender.appendInteger(to);
    appender.endRow();
  }
  appender.closeSync();
}

const COLUMNS = 'tool integer, person integer, day bigint, events bigint, events_outside_hours bigint';
const SECONDS = 'cast(epoch(f.day) as bigint)';

/** Puts the facts of several logs beside each other in the table `merging`, under the numbers of the snapshot; days after the period say nothing. */
export async function gatherFacts(
  connection: DuckDBConnection,
  logs: readonly LogFacts[],
  { end }: FactWindow,
): Promise<void> {
  await connection.run(`create or replace temp table merging (log integer, ${COLUMNS})`);
  for (const [log, { facts, tools, people }] of logs.entries()) {
    await lay(connection, 'tool_numbers', tools);
    await lay(connection, 'people_numbers', people);
    await connection.run(`insert into merging
      select ${log}, t."to", p."to", ${SECONDS}, f.events, f.events_outside_hours from ${facts} f
      join tool_numbers t on t."from" = f.tool join people_numbers p on p."from" = f.person 
      where f.day is not null and ${SECONDS} <= ${end}`);
  }
}

/**
 * Adds up what was gathered into the table `merged`: two spellings of one tool or person are one. Days before the period
 * are one row per tool and person, on the last of them.
 * @param start first day of the period, in seconds since 1970
 * @param database position of a log whose events cannot be read again: where others hold the same day, they may be the
 *   same events, and the larger count stays (METHOD 6a.15); null = there is none
 */
export async function addUpFacts(connection: DuckDBConnection, start: number, database: number | null): Promise<void> {
  const sum = (column: string) => {
    if (database === null) return `sum(${column})`;
    const of = (which: string) => `coalesce(sum(case when log ${which} ${database} then ${column} end), 0)`;
    return `greatest(${of('=')}, ${of('<>')})`;
  };
  await connection.run(`create or replace temp table merged as
    select tool, person, max(day) as day, ${sum('events')} as events, ${sum('events_outside_hours')} as events_outside_hours,
      min(log) as log
    from merging group by tool, person, case when day < ${start} then 0 else day end`);
}

/** Rows of a log whose time could not be read, by the position of the tool. */
export async function undatedByTool(connection: DuckDBConnection, facts: string, tools: number): Promise<number[]> {
  const counts = Array.from({ length: tools }, () => 0);
  const reader = await connection.runAndReadAll(
    `select cast(tool as double), cast(sum(events) as double) from ${facts} where day is null group by tool`,
  );
  for (const [tool, rows] of reader.getRowsJS()) counts[Number(tool)] = Number(rows);
  return counts;
}

/** What one person did in one tool. */
export interface PairUse {
  readonly tool: number;
  readonly person: number;
  /** Days of the period. */
  readonly days: number;
  /** Last day, in seconds since 1970. */
  readonly last: number;
  /** The log that holds the last day; the first of several. */
  readonly log: number;
}

/** More logs than any inbox holds: the last day and its log in one number. */
const MOST_LOGS = 1_000_000;

/** One row per tool and person, sorted by both. */
export async function pairUses(connection: DuckDBConnection, start: number): Promise<readonly PairUse[]> {
  const reader = await connection.runAndReadAll(`
    select tool, person, cast(sum(case when day >= ${start} then 1 else 0 end) as integer),
      cast(max(day * ${MOST_LOGS} + ${MOST_LOGS - 1} - log) as double)
    from merged group by tool, person order by tool, person`);
  return reader.getRowsJS().map(([tool, person, days, lastAndLog]) => ({
    tool: Number(tool),
    person: Number(person),
    days: Number(days),
    last: Math.floor(Number(lastAndLog) / MOST_LOGS),
    log: MOST_LOGS - 1 - (Number(lastAndLog) % MOST_LOGS),
  }));
}
