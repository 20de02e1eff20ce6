/** How one log is laid out. Columns are told by position in delimited text and by name or dotted path elsewhere. */
export interface LogShape {
  readonly path: string;
  readonly layout:
    | { readonly format: 'csv'; readonly delimiter: string; readonly headerRow: number; readonly columns: number }
    | { readonly format: 'json'; readonly records: 'lines' | 'array' }
    | { readonly format: 'parquet' };
  readonly packing: 'gzip' | 'zstd' | null;
  readonly person: LogColumn;
  readonly tool: LogColumn | { readonly constant: string };
  /** Columns of the time: the first that holds one counts. */
  readonly at: readonly LogColumn[];
  readonly times: WrittenTimes;
  /** IANA zone of times that name none. */
  readonly timeZone: string;
  /** Rows that hold one of the values in each of the columns are events, whatever the letter case; others are no use of a tool. */
  readonly only: readonly { readonly column: LogColumn; readonly values: readonly string[] }[];
}

/** How the times are written; `epoch` is seconds or milliseconds since 1970. */
export type WrittenTimes =
  | { readonly form: 'iso' }
  | { readonly form: 'epoch' }
  | { readonly form: 'patterns'; readonly patterns: readonly string[] };

/** Position from 0 in delimited text, name or dotted path (`actor.alternateId`, `target.0.displayName`) elsewhere. */
export type LogColumn = number | string;
