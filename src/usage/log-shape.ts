/** How one log is laid out. Columns are told by position in delimited text and by name or dotted path elsewhere. */
export interface LogShape {
  readonly path: string;
  readonly layout:
    | { readonly format: 'csv'; readonly delimiter: string; readonly headerRow: number; readonly columns: number }
    | { readonly format: 'json'; readonly records: 'lines' | 'array' }
    | { readonly format: 'parquet' };
  readonly packing: 'gzip' | 'zstd' | null;
  /** How the file has to be written anew before the engine can read it; null = it reads it as it lies. */
  readonly copy: LogCopy | null;
  readonly person: LogColumn;
  readonly tool: LogColumn | { readonly constant: string } | { readonly firstOf: readonly ToolPlace[] };
  /** Columns of the time: the first that holds one counts. */
  readonly at: readonly LogColumn[];
  readonly times: WrittenTimes;
  /** Times that are written otherwise than most, and the second since 1970 that each of them is. */
  readonly oddTimes: readonly OddTime[];
  /** IANA zone of times that name none. */
  readonly timeZone: string;
  /** Rows that hold one of the values in each of the columns are events, whatever the letter case; others are no use of a tool. */
  readonly only: readonly LogFilter[];
}

/**
 * `records`: record by record, because a quote is open or cells run over several lines; `utf-8`: from UTF-16, or without
 * a byte order mark.
 */
export type LogCopy = 'records' | 'utf-8';

/** How the times are written; `epoch` is seconds, milliseconds, microseconds or nanoseconds since 1970, by their size. */
export type WrittenTimes =
  | { readonly form: 'iso' }
  | { readonly form: 'epoch' }
  | { readonly form: 'patterns'; readonly patterns: readonly string[] };

export interface OddTime {
  readonly text: string;
  readonly second: number;
}

export interface LogFilter {
  readonly column: LogColumn;
  readonly values: readonly string[];
}

/** The tool stands in `tool` where `where` holds. */
export interface ToolPlace {
  readonly tool: LogColumn;
  readonly where: LogFilter;
}

/** Position from 0 in delimited text, name or dotted path (`actor.alternateId`, `target.0.displayName`) elsewhere. */
export type LogColumn = number | string;
