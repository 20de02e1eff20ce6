import type { DuckDBConnection } from '@duckdb/node-api';
import type { LogShape, WrittenTimes } from '../log-shape.ts';
import { linesOf } from './log-lines.ts';
import { scan, timeText } from './log-relation.ts';
import { plausible, secondsOf } from './log-times.ts';
import { quoted } from './open-duckdb.ts';

type Place = Pick<LogShape, 'path' | 'layout' | 'packing' | 'copy'>;

/** First lines of a text, unpacked; cells that run over several lines are cut. */
export async function firstLines(
  connection: DuckDBConnection,
  text: Pick<LogShape, 'path' | 'packing'>,
  count: number,
): Promise<readonly string[]> {
  const reader = await connection.runAndReadAll(`select line from ${linesOf(text)} limit ${count}`);
  return reader.getRowsJS().map(([line]) => String(line ?? ''));
}

/** First records of a file of JSON as they are written, or of a Parquet file as JSON. */
export async function firstRecords(connection: DuckDBConnection, place: Place, count: number): Promise<string[]> {
  const from = scan(place, 'unused');
  const record = place.layout.format === 'parquet' ? 'cast(to_json(r) as varchar)' : 'json';
  const reader = await connection.runAndReadAll(`select ${record} as json from ${from} r limit ${count}`);
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

/** Different times of the whole log, one for each of so many parts that hash alike in every run. */
export async function spreadTimes(connection: DuckDBConnection, shape: LogShape, count: number): Promise<string[]> {
  const from = scan(shape, 'times_left_out');
  const reader = await connection.runAndReadAll(
    `select min(time) as time from (select ${timeText(shape)} as time from ${from}) where time <> ''
     group by hash(time) % ${count} order by time`,
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
  const read = `select position, ${secondsOf('time', times)} as seconds from (values ${rows}) v (position, time)`;
  const reader = await connection.runAndReadAll(
    `select cast(${plausible('seconds')} as double) from (${read}) order by position`,
  );
  return reader.getRowsJS().map(([seconds]) => seconds as number | null);
}

/** How many times can only be read with the day first, and how many only with the month first. */
export async function orderProofs(
  connection: DuckDBConnection,
  shape: LogShape,
): Promise<{ readonly dayFirst: number; readonly monthFirst: number }> {
  const part = (group: number) =>
    `try_cast(regexp_extract(time, '^(\\d{1,2})[-/](\\d{1,2})[-/]\\d{4}\\D', ${group}) as integer)`;
  const from = scan(shape, 'times_left_out');
  const reader = await connection.runAndReadAll(
    `select count(*) filter (first between 13 and 31 and second between 1 and 12),
      count(*) filter (second between 13 and 31 and first between 1 and 12)
     from (select ${part(1)} as first, ${part(2)} as second from (select trim(${timeText(shape)}) as time from ${from}))`,
  );
  const [dayFirst, monthFirst] = reader.getRowsJS()[0] ?? [];
  return { dayFirst: Number(dayFirst), monthFirst: Number(monthFirst) };
}
