import type { DuckDBConnection } from '@duckdb/node-api';
import type { LogShape, WrittenTimes } from '../log-shape.ts';
import { scan, secondsOf, timeText } from './log-relation.ts';
import { quoted } from './open-duckdb.ts';

type Place = Pick<LogShape, 'path' | 'layout' | 'packing'>;

/** First lines of a text, unpacked; cells that run over several lines are cut. */
export async function firstLines(
  connection: DuckDBConnection,
  { path, packing }: Pick<LogShape, 'path' | 'packing'>,
  count: number,
): Promise<readonly string[]> {
  const packed = packing === null ? '' : `, compression = '${packing}'`;
  const whole = `columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, delim = '\x01', quote = '', escape = ''`;
  const reader = await connection.runAndReadAll(
    `select line from read_csv(${quoted(path)}, ${whole}, ignore_errors = true${packed}) limit ${count}`,
  );
  return reader.getRowsJS().map(([line]) => String(line ?? ''));
}

/** First records of a file of JSON as they are written. */
export async function firstRecords(connection: DuckDBConnection, place: Place, count: number): Promise<string[]> {
  const reader = await connection.runAndReadAll(`select json from ${scan(place, 'unused')} limit ${count}`);
  return reader.getRowsJS().flatMap(([json]) => (json === null ? [] : [String(json)]));
}

/** Names of the columns of a Parquet file. */
export async function parquetColumns(connection: DuckDBConnection, path: string): Promise<string[]> {
  const reader = await connection.runAndReadAll(
    `select column_name from (describe select * from read_parquet(${quoted(path)}))`,
  );
  return reader.getRowsJS().map(([name]) => String(name));
}

/** Times of the first rows, as written; rows without one are left out. */
export async function firstTimes(connection: DuckDBConnection, shape: LogShape, count: number): Promise<string[]> {
  const from = scan(shape, 'times_left_out');
  const reader = await connection.runAndReadAll(
    `select time from (select ${timeText(shape)} as time from ${from} limit ${count}) where time <> ''`,
  );
  return reader.getRowsJS().map(([time]) => String(time));
}

/** Seconds since 1970 that the engine reads out of texts; null where it reads none. */
export async function readTimes(
  connection: DuckDBConnection,
  texts: readonly string[],
  times: WrittenTimes,
): Promise<readonly (number | null)[]> {
  if (texts.length === 0) return [];
  const rows = texts.map((text, position) => `(${position}, ${quoted(text)})`).join(', ');
  const reader = await connection.runAndReadAll(
    `select cast(${secondsOf('time', times)} as double) from (values ${rows}) v (position, time) order by position`,
  );
  return reader.getRowsJS().map(([seconds]) => seconds as number | null);
}

/** Largest first and second number of all times: what is over twelve is no month. */
export async function largestParts(
  connection: DuckDBConnection,
  shape: LogShape,
): Promise<{ readonly first: number; readonly second: number }> {
  const part = (group: number) =>
    `coalesce(max(try_cast(regexp_extract(time, '^(\\d{1,2})\\D+(\\d{1,2})\\D', ${group}) as integer)), 0)`;
  const from = scan(shape, 'times_left_out');
  const reader = await connection.runAndReadAll(
    `select ${part(1)}, ${part(2)} from (select ${timeText(shape)} as time from ${from})`,
  );
  const [first, second] = reader.getRowsJS()[0] ?? [];
  return { first: Number(first), second: Number(second) };
}
