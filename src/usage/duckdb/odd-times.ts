import type { DuckDBConnection } from '@duckdb/node-api';
import type { LogShape } from '../log-shape.ts';
import { logRelation } from './log-relation.ts';
import { inOrder, quoted } from './open-duckdb.ts';

/** Times that the engine cannot read and that look alike: digits are 9. */
export interface OddForm {
  readonly form: string;
  readonly rows: number;
  /** Some of them, the first and last in order of their letters; empty texts are none. */
  readonly examples: readonly string[];
}

export interface OddText {
  readonly text: string;
  readonly form: string;
  readonly rows: number;
}

/** Rows whose time is looked for: those that are used otherwise. */
export interface OddRows {
  readonly shape: LogShape;
  readonly secret: bigint;
  /** Keys that stand for nobody or nothing. */
  readonly leftOut: { readonly people: readonly string[]; readonly tools: readonly string[] };
}

const MOST_FORMS = 1000;
const LONGEST = 64;

function formOf(text: string): string {
  return `left(regexp_replace(coalesce(${text}, ''), '[0-9]', '9', 'g'), ${LONGEST})`;
}

function oddRows({ shape, secret, leftOut }: OddRows): string {
  const among = (column: string, keys: readonly string[]) =>
    keys.length === 0 ? '' : ` and ${column} not in (${keys.join(', ')})`;
  return `(select time_text, ${formOf('time_text')} as form from ${logRelation(shape, secret, 'times_left_out')}
    where moment is null and person is not null and tool is not null${among('person', leftOut.people)}${among('tool', leftOut.tools)})`;
}

/** Most frequent first. @returns at most a thousand */
export async function oddForms(connection: DuckDBConnection, rows: OddRows): Promise<readonly OddForm[]> {
  const reader = await connection.runAndReadAll(
    `select form, cast(count(*) as double) as many, min(time_text, 5), max(time_text, 5) from ${oddRows(rows)}
     group by form order by many desc, form limit ${MOST_FORMS}`,
  );
  return reader.getRowsJS().map(([form, many, first, last]) => {
    const examples = [...((first as string[] | null) ?? []), ...((last as string[] | null) ?? [])];
    return { form: String(form), rows: Number(many), examples: [...new Set(examples)].filter((text) => text !== '') };
  });
}

/** The texts of some forms. @returns one more than `limit` where there are more */
export async function oddTexts(
  connection: DuckDBConnection,
  rows: OddRows,
  forms: readonly string[],
  limit: number,
): Promise<readonly OddText[]> {
  if (forms.length === 0) return [];
  const reader = await connection.runAndReadAll(
    `select time_text, any_value(form), cast(count(*) as double) from ${oddRows(rows)}
     where form in (${forms.map(quoted).join(', ')}) group by time_text order by time_text limit ${limit + 1}`,
  );
  return reader
    .getRowsJS()
    .map(([text, form, many]) => ({ text: String(text), form: String(form), rows: Number(many) }));
}

/** The first rows with one of these forms of time. @returns text, and place among the rows that the engine reads, from 1 */
export async function firstOddRows(
  connection: DuckDBConnection,
  { shape, secret }: OddRows,
  forms: readonly string[],
  limit: number,
): Promise<readonly { readonly place: number; readonly text: string }[]> {
  if (forms.length === 0) return [];
  const all = logRelation(shape, secret, 'times_left_out', true);
  return inOrder(connection, async () => {
    const reader = await connection.runAndReadAll(
      `select cast(place as double), coalesce(time_text, '') from ${all}
       where moment is null and person is not null and tool is not null
         and ${formOf('time_text')} in (${forms.map(quoted).join(', ')}) order by place limit ${limit}`,
    );
    return reader.getRowsJS().map(([place, text]) => ({ place: Number(place), text: String(text) }));
  });
}

/** Records of JSON that are cut off or damaged: how many, and the first of them. */
export async function damagedRecords(
  connection: DuckDBConnection,
  records: string,
  limit: number,
): Promise<{ readonly count: number; readonly rows: readonly number[] }> {
  return inOrder(connection, async () => {
    const from = `(select row_number() over () as row, json from ${records})`;
    const reader = await connection.runAndReadAll(
      `select cast(count(*) as double), coalesce(cast(min(row, ${limit}) as double[]), []) from ${from} where json is null`,
    );
    const [count, rows] = reader.getRowsJS()[0] ?? [];
    return { count: Number(count), rows: rows as number[] };
  });
}
