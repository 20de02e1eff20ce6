import type { LogColumn, LogFilter, LogShape } from '../log-shape.ts';
import { plausible, secondsOf } from './log-times.ts';
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

/** Some exports flatten their records: the whole path is one name then. */
function flatPath(path: string): string {
  return `$.${identifier(path)}`;
}

const PACKING = { gzip: ", compression = 'gzip'", zstd: ", compression = 'zstd'" } as const;

/** Rows of the log as the engine reads them; `rejects` names the table for lines that are no rows. */
export function scan(
  { path, layout, packing, copy }: Pick<LogShape, 'path' | 'layout' | 'packing' | 'copy'>,
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
    // Where cells run over several lines, one that is read from the middle of the file would have to guess.
    ...(copy === 'records' ? ["parallel = false, new_line = '\\n'"] : []),
  ].join(', ')}${packed})`;
}

function reference({ layout }: Pick<LogShape, 'layout'>, column: LogColumn): string {
  if (layout.format === 'csv') return `c${column}`;
  if (layout.format === 'parquet') return `cast(${identifier(String(column))} as varchar)`;
  const nested = `json_extract_string(json, ${quoted(jsonPath(String(column)))})`;
  if (!String(column).includes('.')) return nested;
  return `coalesce(${nested}, json_extract_string(json, ${quoted(flatPath(String(column)))}))`;
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

function holds(shape: Pick<LogShape, 'layout'>, { column, values }: LogFilter): string {
  const allowed = values.map((value) => quoted(value.toLowerCase())).join(', ');
  return `lower(${reference(shape, column)}) in (${allowed})`;
}

function namedTool(shape: LogShape): string {
  const { tool } = shape;
  if (typeof tool !== 'object') return cell(reference(shape, tool));
  if ('constant' in tool) return quoted(tool.constant);
  const places = tool.firstOf.map(
    (place) => `when ${holds(shape, place.where)} then ${cell(reference(shape, place.tool))}`,
  );
  return `case ${places.join(' ')} end`;
}

/** Rows that are no use of a tool name none. */
function toolOf(shape: LogShape): string {
  const named = namedTool(shape);
  if (shape.only.length === 0) return named;
  return `case when ${shape.only.map((filter) => holds(shape, filter)).join(' and ')} then ${named} end`;
}

/** Seconds of times that are written otherwise than most, beside those that the engine reads. */
function withOddTimes(cells: string, { oddTimes }: LogShape): string {
  const read = `select * exclude (seconds), ${plausible('seconds')} as moment from (${cells})`;
  if (oddTimes.length === 0) return read;
  const rows = oddTimes.map(({ text, second }) => `(${quoted(text)}, ${second}::bigint)`).join(', ');
  return `select * exclude (moment, second, odd_text), coalesce(moment, second) as moment from (${read})
    left join (values ${rows}) odd (odd_text, second) on moment is null and odd_text = time_text`;
}

/**
 * The log as a relation of events: `person` and `tool` as keyed hashes, which join and group faster than texts, beside
 * `person_name`, `tool_name`, `moment` and the `time_text` that it was read from. A row that does not name both has no
 * key and no moment. Rows that are no rows of the table go to the rejects table.
 * @param secret of the workspace: without it the keys tell nobody's address
 * @param numbered with the `place` of each row among those that are read, from 1, where the engine keeps their order
 */
export function logRelation(shape: LogShape, secret: bigint, rejects: string, numbered = false): string {
  const place = numbered ? 'row_number() over () as place, ' : '';
  const cells = `select ${place}${cell(reference(shape, shape.person))} as person_name, ${toolOf(shape)} as tool_name,
    ${timeText(shape)} as time_text, ${secondsOf(timeText(shape), shape.times)} as seconds from ${scan(shape, rejects)}`;
  const ifBoth = (value: string) => `case when person_name is not null and tool_name is not null then ${value} end`;
  return `(select ${numbered ? 'place, ' : ''}${ifBoth(hashed('person_name', secret))} as person, ${ifBoth(hashed('tool_name', secret))} as tool,
    person_name, tool_name, ${ifBoth('moment')} as moment, time_text from (${withOddTimes(cells, shape)}))`;
}

/** Key of a text: the same in every run of one version of the engine. */
export function hashed(text: string, secret: bigint): string {
  return `hash(${text}, ${secret}::ubigint)`;
}
