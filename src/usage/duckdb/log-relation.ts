import type { LogColumn, LogShape } from '../log-shape.ts';
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

function scan({ path, layout }: LogShape, rejects: string): string {
  if (layout.format === 'parquet') return `read_parquet(${quoted(path)})`;
  if (layout.format === 'jsonl') {
    return `read_ndjson_objects(${quoted(path)}, ignore_errors = true, maximum_object_size = 16777216)`;
  }
  const columns = Array.from({ length: layout.columns }, (_, position) => `'c${position}': 'VARCHAR'`).join(', ');
  return `read_csv(${[
    quoted(path),
    `columns = {${columns}}, auto_detect = false, header = false, skip = ${layout.headerRow}`,
    `delim = ${quoted(layout.delimiter)}, quote = '"', escape = '"', null_padding = false`,
    `store_rejects = true, rejects_table = '${rejects}', rejects_scan = '${rejects}_scan', rejects_limit = 0`,
  ].join(', ')})`;
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

/** Whole seconds since 1970. Times without a zone are read in the session's zone. */
function seconds({ at, timeFormats, ...shape }: LogShape): string {
  const formats = `[${timeFormats.map(quoted).join(', ')}]`;
  const times = at.map((column) => {
    const text = reference(shape, column);
    return timeFormats.length === 0
      ? `try_cast(${text} as timestamptz)`
      : `cast(try_strptime(${text}, ${formats}) as timestamptz)`;
  });
  return `epoch_ms(${times.length === 1 ? times[0] : `coalesce(${times.join(', ')})`}) // 1000`;
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

export interface LogRelation {
  /** `person`, `tool` as written, `moment`. */
  readonly named: string;
  /** The same with keyed hashes in place of the texts, which join faster. */
  readonly keyed: string;
}

/**
 * The log as a relation of events. Rows that are no rows of the table go to the rejects table.
 * @param secret of the workspace: without it the keys tell nobody's address
 */
export function logRelation(shape: LogShape, secret: bigint, rejects: string): LogRelation {
  const person = cell(reference(shape, shape.person));
  const named = `(select ${person} as person, ${toolOf(shape)} as tool, ${seconds(shape)} as moment from ${scan(shape, rejects)})`;
  const keyed = `(select ${hashed('person', secret)} as person, ${hashed('tool', secret)} as tool, moment from ${named})`;
  return { named, keyed };
}

/** Key of a text: the same in every run of one version of the engine. */
export function hashed(text: string, secret: bigint): string {
  return `hash(${text}, ${secret}::ubigint)`;
}
