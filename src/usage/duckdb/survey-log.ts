import type { DuckDBConnection } from '@duckdb/node-api';
import { textOrder } from '../../util/text-order.ts';
import { surveySql } from '../definition.ts';
import type { LogShape } from '../log-shape.ts';
import type { KeyCount, LogSurvey } from '../usage-engine.ts';
import { hashed, type LogRelation, logRelation } from './log-relation.ts';

/** A line that is no row of the table. */
export interface BrokenLine {
  /** Line of the file, 1-based. */
  readonly line: number;
  readonly reason: string;
}

export interface FileSurvey extends LogSurvey {
  /** Lines that could not be split into cells, in order; the first hundred. */
  readonly broken: readonly BrokenLine[];
  readonly brokenLines: number;
  /** Version of the engine that made the keys. */
  readonly engine: string;
}

interface SurveyRow {
  readonly over_people: number;
  readonly over_tools: number;
  readonly person: string | null;
  readonly tool: string | null;
  readonly key: string | null;
  readonly total: number;
  readonly usable: number;
}

const REJECTS = 'broken_lines';
const SHOWN = 100;

/** One pass over the file. */
async function counted(connection: DuckDBConnection, relation: LogRelation, secret: bigint): Promise<SurveyRow[]> {
  await connection.run(`create or replace temp table surveyed as ${surveySql(relation.named)}`);
  const doubles = ['over_people', 'over_tools', 'total', 'usable'];
  const reader = await connection.runAndReadAll(
    `select person, tool, cast(${hashed('coalesce(person, tool)', secret)} as varchar) as key,
     ${doubles.map((name) => `cast(${name} as double) as ${name}`).join(', ')} from surveyed`,
  );
  return reader.getRowObjectsJS() as unknown as SurveyRow[];
}

function keysOf(rows: readonly SurveyRow[], column: 'person' | 'tool'): readonly KeyCount[] {
  const over = column === 'person' ? 'over_tools' : 'over_people';
  const own = column === 'person' ? 'over_people' : 'over_tools';
  return rows
    .filter((row) => row[own] === 0 && row[over] === 1 && row.usable > 0 && row[column] !== null)
    .map((row) => ({ key: String(row.key), name: String(row[column]), rows: row.usable }))
    .sort((a, b) => textOrder(a.name, b.name));
}

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

/** Two names with one key would be one person: so unlikely that it is met by surveying with another secret. */
function hasCollision(keys: readonly KeyCount[]): boolean {
  return new Set(keys.map(({ key }) => key)).size < keys.length;
}

/**
 * Reads the log once: who and what is in it, how many rows can be used.
 * @throws Error where the file cannot be read at all, or (never met so far) two names share a key
 */
export async function surveyLog(connection: DuckDBConnection, shape: LogShape, secret: bigint): Promise<FileSurvey> {
  const { version } = await import('@duckdb/node-api');
  const rows = await counted(connection, logRelation(shape, secret, REJECTS), secret);
  const all = rows.find((row) => row.over_people === 1 && row.over_tools === 1);
  const broken = await brokenLines(connection, shape);
  const people = keysOf(rows, 'person');
  const tools = keysOf(rows, 'tool');
  if (hasCollision(people) || hasCollision(tools)) throw new Error('two names of the log share a key');
  return {
    rows: (all?.total ?? 0) + broken.length,
    usable: all?.usable ?? 0,
    people,
    tools,
    broken: broken.slice(0, SHOWN),
    brokenLines: broken.length,
    engine: version(),
  };
}
