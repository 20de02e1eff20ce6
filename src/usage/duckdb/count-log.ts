import type { DuckDBConnection } from '@duckdb/node-api';
import { textOrder } from '../../util/text-order.ts';
import { factsSql } from '../definition.ts';
import type { LogShape } from '../log-shape.ts';
import type { FactConditions } from '../usage-engine.ts';
import { fill, layCalendar } from './fact-tables.ts';
import { logRelation } from './log-relation.ts';

/** A line that is no row of the table. */
export interface BrokenLine {
  /** Line of the file, 1-based. */
  readonly line: number;
  readonly reason: string;
}

/** Rows of one text of a log. `key` stands for it in the counts and tells nobody's address. */
export interface KeyCount {
  readonly key: string;
  /** As the log writes it; for people an address or login, which must become a pseudonym at once. */
  readonly name: string;
  readonly rows: number;
}

/** What one pass over a log found beside the facts. */
export interface LogCount {
  /** Rows read, whether they can be used or not. */
  readonly rows: number;
  /** In code-point order of the name. */
  readonly people: readonly KeyCount[];
  readonly tools: readonly KeyCount[];
  /** Lines that could not be split into cells, in order; the first hundred. */
  readonly broken: readonly BrokenLine[];
  readonly brokenLines: number;
}

const COUNTED = 'counted';
const REJECTS = 'broken_lines';
const SHOWN = 100;

const REASONS: Readonly<Record<string, string>> = {
  'MISSING COLUMNS': 'has fewer cells than the header',
  'TOO MANY COLUMNS': 'has more cells than the header',
  'UNQUOTED VALUE': 'has quotes in the wrong place',
  'LINE SIZE OVER MAXIMUM': 'is too long',
  'INVALID ENCODING': 'has bytes that are not UTF-8 text',
  'INVALID STATE': 'has quotes in the wrong place',
};

async function brokenLines(connection: DuckDBConnection, shape: LogShape): Promise<readonly BrokenLine[]> {
  if (shape.layout.format !== 'csv') return [];
  const reader = await connection.runAndReadAll(
    `select distinct cast(line as double) as line, min(cast(error_type as varchar)) as why from ${REJECTS} group by line order by line`,
  );
  return (reader.getRowObjectsJS() as unknown as { line: number; why: string }[]).map(({ line, why }) => ({
    line,
    reason: REASONS[why] ?? 'cannot be read as a row',
  }));
}

async function keysOf(connection: DuckDBConnection, column: 'person' | 'tool'): Promise<readonly KeyCount[]> {
  const reader = await connection.runAndReadAll(
    `select cast(${column} as varchar), any_value(${column}_name), count(distinct ${column}_name) > 1, cast(sum(events) as double)
     from ${COUNTED} where ${column} is not null group by ${column}`,
  );
  return reader
    .getRowsJS()
    .map(([key, name, isShared, rows]) => {
      // Two texts with one key would be one person; met about once in ten billion logs.
      if (isShared === true) throw new Error('two names of the log share a key');
      return { key: String(key), name: String(name), rows: Number(rows) };
    })
    .sort((a, b) => textOrder(a.name, b.name));
}

/**
 * Reads a log once: who and what is in it, and the facts by key, which stay in the engine for `numberFacts`.
 * @param zones table of the zones by key
 * @param secret of the workspace: without it the keys tell nobody's address
 * @throws Error where the file cannot be read at all
 */
export async function countLog(
  connection: DuckDBConnection,
  shape: LogShape,
  secret: bigint,
  zones: string,
  conditions: FactConditions,
): Promise<LogCount> {
  const calendar = await layCalendar(connection, conditions);
  // Another log, or the same before its times were known, may have left lines there.
  for (const table of [REJECTS, `${REJECTS}_scan`]) await connection.run(`drop table if exists ${table}`);
  const relations = {
    events: logRelation(shape, secret, REJECTS),
    zones,
    calendar,
    carried: ['person_name', 'tool_name'],
  };
  await connection.run(`create or replace temp table ${COUNTED} as ${factsSql(relations, conditions.window)}`);
  const broken = await brokenLines(connection, shape);
  const reader = await connection.runAndReadAll(`select cast(sum(events) as double) from ${COUNTED}`);
  return {
    rows: Number(reader.getRowsJS()[0]?.[0] ?? 0) + broken.length,
    people: await keysOf(connection, 'person'),
    tools: await keysOf(connection, 'tool'),
    broken: broken.slice(0, SHOWN),
    brokenLines: broken.length,
  };
}

/** Leaves out rows of texts that stand for nobody or nothing. @returns rows that are left */
export async function leaveOut(
  connection: DuckDBConnection,
  { people, tools }: { readonly people: readonly string[]; readonly tools: readonly string[] },
): Promise<number> {
  const among = (column: string, keys: readonly string[]) =>
    keys.length === 0 ? [] : [`${column} in (${keys.join(', ')})`];
  const blanks = ['person is null', 'tool is null', ...among('person', people), ...among('tool', tools)];
  await connection.run(`delete from ${COUNTED} where ${blanks.join(' or ')}`);
  const reader = await connection.runAndReadAll(`select cast(coalesce(sum(events), 0) as double) from ${COUNTED}`);
  return Number(reader.getRowsJS()[0]?.[0] ?? 0);
}

/** Rows that are left and whose time could not be read. */
export async function undatedRows(connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll(
    `select cast(coalesce(sum(events), 0) as double) from ${COUNTED} where day is null`,
  );
  return Number(reader.getRowsJS()[0]?.[0] ?? 0);
}

/** Rows by tool, of those that are left. */
export async function rowsByTool(connection: DuckDBConnection): Promise<ReadonlyMap<string, number>> {
  const reader = await connection.runAndReadAll(
    `select cast(tool as varchar), cast(sum(events) as double) from ${COUNTED} group by tool`,
  );
  return new Map(reader.getRowsJS().map(([key, rows]) => [String(key), Number(rows)]));
}

/** Puts numbers in place of the keys: positions in the lists. The facts stand in `facts`. */
export async function numberFacts(
  connection: DuckDBConnection,
  people: readonly { readonly key: string }[],
  tools: readonly { readonly key: string }[],
): Promise<void> {
  for (const [table, keys] of [
    ['people_keys', people],
    ['tool_keys', tools],
  ] as const) {
    const rows = keys.map(({ key }, number) => [BigInt(key), number]);
    await fill(connection, table, 'key ubigint, number bigint', rows);
  }
  await connection.run(`create or replace temp table facts as
    select t.number as tool, p.number as person, c.day, c.events, c.events_outside_hours from ${COUNTED} c
    join people_keys p on p.key = c.person join tool_keys t on t.key = c.tool`);
}
