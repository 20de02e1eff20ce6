import type { LogColumn, LogShape, WrittenTimes } from '../log-shape.ts';
import { quoted } from './open-duckdb.ts';

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `actor.alternateId` -> `$."actor"."alternateId"`; a step of digits is a place in a list. */
function jsonPath(path: string): string {
  return path
    .split('.')
    .reduce((found, step) => (/^\d+$/.test(step) ? `${found}[${step}]` : `${found}.${identifier(step)}`), '$');
}

const PACKING = { gzip: ", compression = 'gzip'", zstd: ", compression = 'zstd'" } as const;

/** Rows of the log as the engine reads them; `rejects` names the table for lines that are no rows. */
export function scan(
  { path, layout, packing }: Pick<LogShape, 'path' | 'layout' | 'packing'>,
  rejects: string,
): string {
  if (layout.format === 'parquet') return `read_parquet(${quoted(path)})`;
  const packed = packing === null ? '' : PACKING[packing];
  if (layout.format === 'json') {
    const form = layout.records === 'array' ? "format = 'array'" : "format = 'newline_delimited', ignore_errors = true";
    return `read_json_objects(${quoted(path)}, ${form}, maximum_object_size = 16777216${packed})`;
  }
  const columns = Array.from({ length: layout.columns }, (_, position) => `'c${position}': 'VARCHAR'`).join(', ');
  return `read_csv(${[
    quoted(path),
    `columns = {${columns}}, auto_detect = false, header = false, skip = ${layout.headerRow}`,
    `delim = ${quoted(layout.delimiter)}, quote = '"', escape = '"', null_padding = false`,
    `store_rejects = true, rejects_table = '${rejects}', rejects_scan = '${rejects}_scan', rejects_limit = 0`,
  ].join(', ')}${packed})`;
}

function reference({ layout }: Pick<LogShape, 'layout'>, column: LogColumn): string {
  if (layout.format === 'csv') return `c${column}`;
  if (layout.format === 'parquet') return `cast(${identifier(String(column))} as varchar)`;
  return `json_extract_string(json, ${quoted(jsonPath(String(column)))})`;
}

/** The text of a cell; null where it is empty. Blanks around it are left to the reader of the names: few differ by them. */
function cell(text: string): string {
  return `nullif(${text}, '')`;
}

/** Text of the time: the first column that holds one. */
export function timeText({ at, ...shape }: Pick<LogShape, 'at' | 'layout'>): string {
  const [only, ...others] = at.map((column) => reference(shape, column));
  if (others.length === 0) return only ?? 'null';
  return `coalesce(${[only, ...others].map((text) => `nullif(${text}, '')`).join(', ')})`;
}

/** Milliseconds since 2001 and later have twelve digits and more. */
const MILLISECONDS = 100_000_000_000;

/** Whole seconds since 1970 of a text; times without a zone are read in the session's zone, days without a time are none. */
export function secondsOf(text: string, times: WrittenTimes): string {
  if (times.form === 'epoch') {
    const number = `try_cast(${text} as bigint)`;
    return `case when ${number} >= ${MILLISECONDS} then ${number} // 1000 else ${number} end`;
  }
  const instant =
    times.form === 'iso'
      ? `try_cast(case when strlen(${text}) > 10 then ${text} end as timestamptz)`
      : `cast(try_strptime(${text}, [${times.patterns.map(quoted).join(', ')}]) as timestamptz)`;
  return `epoch_ms(${instant}) // 1000`;
}

/** Rows that are no use of a tool name none. */
function toolOf(shape: LogShape): string {
  const { tool, only } = shape;
  const named = typeof tool === 'object' ? quoted(tool.constant) : cell(reference(shape, tool));
  if (only.length === 0) return named;
  const holds = only.map(({ column, values }) => {
    const allowed = values.map((value) => quoted(value.toLowerCase())).join(', ');
    return `lower(${reference(shape, column)}) in (${allowed})`;
  });
  return `case when ${holds.join(' and ')} then ${named} end`;
}

/**
 * The log as a relation of events: `person` and `tool` as keyed hashes, which join and group faster than texts, beside
 * `person_name`, `tool_name` and `moment`. A row that does not name both has none of them. Rows that are no rows of the
 * table go to the rejects table.
 * @param secret of the workspace: without it the keys tell nobody's address
 */
export function logRelation(shape: LogShape, secret: bigint, rejects: string): string {
  const cells = `select ${cell(reference(shape, shape.person))} as person_name, ${toolOf(shape)} as tool_name,
    ${secondsOf(timeText(shape), shape.times)} as moment from ${scan(shape, rejects)}`;
  const ifBoth = (value: string) => `case when person_name is not null and tool_name is not null then ${value} end`;
  return `(select ${ifBoth(hashed('person_name', secret))} as person, ${ifBoth(hashed('tool_name', secret))} as tool,
    person_name, tool_name, ${ifBoth('moment')} as moment from (${cells}))`;
}

/** Key of a text: the same in every run of one version of the engine. */
export function hashed(text: string, secret: bigint): string {
  return `hash(${text}, ${secret}::ubigint)`;
}
