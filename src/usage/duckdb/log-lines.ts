import type { DuckDBConnection } from '@duckdb/node-api';
import type { LogShape } from '../log-shape.ts';
import { inOrder, quoted } from './open-duckdb.ts';

/** Longest line; more is a file without line ends. */
const MOST_BYTES = 16_777_216;

type Text = Pick<LogShape, 'path' | 'packing'>;

/** Each line of a text as it stands, `line`, whatever it holds; null where it is empty. */
export function linesOf({ path, packing }: Text): string {
  const packed = packing === null ? '' : `, compression = '${packing}'`;
  return `read_csv(${quoted(path)}, columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, delim = '\x01',
    quote = '', escape = '', max_line_size = ${MOST_BYTES}, ignore_errors = true${packed})`;
}

/**
 * Rows that a delimited text holds where each line is one: the header and empty lines left out. Where it holds another
 * number, cells run over several lines or a quote that was never closed has swallowed rows.
 */
export async function rowsByLine(connection: DuckDBConnection, text: Text, headerRow: number): Promise<number> {
  const reader = await connection.runAndReadAll(`select cast(count(line) as double) from ${linesOf(text)}`);
  return Number(reader.getRowsJS()[0]?.[0] ?? 0) - headerRow;
}

/** Lines stand between the rows that are none: no row has the number that it has among the others. */
export async function hasEmptyLines(connection: DuckDBConnection, text: Text): Promise<boolean> {
  const reader = await connection.runAndReadAll(`select count(*) > count(line) from ${linesOf(text)}`);
  return reader.getRowsJS()[0]?.[0] === true;
}

/** Writes the unpacked text to `to`, line by line. */
export async function unpackLines(connection: DuckDBConnection, text: Text, to: string): Promise<void> {
  await inOrder(connection, () =>
    connection.run(`copy (select line from ${linesOf(text)}) to ${quoted(to)}
      (format csv, header false, delimiter '\x01', quote '', escape '')`),
  );
}

/** Bytes of the unpacked text. */
export async function textBytes(connection: DuckDBConnection, text: Text): Promise<number> {
  const reader = await connection.runAndReadAll(
    `select cast(coalesce(sum(coalesce(strlen(line), 0) + 1), 0) as double) from ${linesOf(text)}`,
  );
  return Number(reader.getRowsJS()[0]?.[0] ?? 0);
}
