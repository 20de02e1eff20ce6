import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type EventLogFit, isKnownHeader, recogniseEventLog } from '../../connectors/files/event-log.ts';
import { readLogHead, recordPaths } from '../../connectors/files/log-head.ts';
import type { FileMapping } from '../../model/mapping.ts';
import { firstLines, firstRecords, parquetColumns } from '../../usage/duckdb/peek-log.ts';
import type { LogColumn, LogShape } from '../../usage/log-shape.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { withEngine } from './engine.ts';

/** Smaller texts are read row by row, so that each reject has its row number. */
export const ROW_BY_ROW_BYTES = 16 * 1024 * 1024;
const ROW_BY_ROW_PACKED_BYTES = 2 * 1024 * 1024;
const HEAD_BYTES = 256 * 1024;
const HEAD_ROWS = 200;

/** An event log that the usage engine reads, as its beginning shows it. */
export interface OpenedLog {
  readonly kind: 'log';
  readonly fit: EventLogFit;
  readonly header: readonly string[];
  /** All but how the times are written, which the values tell. */
  readonly shape: Omit<LogShape, 'times' | 'blanks' | 'timeZone'>;
}

/** What a file is to the usage engine. */
export type LogProbe =
  | OpenedLog
  /** For the readers of tables. */
  | { readonly kind: 'table' }
  /** Too large to be read for a proposal: its beginning has to do. */
  | { readonly kind: 'unknown-table'; readonly head: Uint8Array }
  /** No reader of tables would understand it either; damaged ones say nothing of their fields. */
  | { readonly kind: 'unknown-records'; readonly format: 'JSON' | 'Parquet'; readonly isDamaged: boolean };

type Packing = LogShape['packing'];

interface Begun {
  readonly path: string;
  readonly bytes: number;
  readonly packing: Packing;
  /** Beginning, unpacked. */
  readonly first: Uint8Array;
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function packingOf(first: Uint8Array): Packing {
  const magic = Buffer.from(first.subarray(0, 4)).toString('hex');
  if (magic.startsWith('1f8b')) return 'gzip';
  return magic === '28b52ffd' ? 'zstd' : null;
}

/** What a cut gzip file begins with; empty where it is damaged from the start. */
function gunzippedHead(first: Uint8Array): Uint8Array {
  try {
    return gunzipSync(first, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 });
  } catch {
    return new Uint8Array();
  }
}

async function unpackedHead(workspace: Workspace, path: string, first: Uint8Array): Promise<Uint8Array> {
  const packing = packingOf(first);
  if (packing === null) return first;
  if (packing === 'gzip') return gunzippedHead(first);
  const lines = await withEngine(workspace, 'UTC', (connection) =>
    firstLines(connection, { path, packing }, HEAD_ROWS),
  ).catch(() => []);
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

function columnsOf(
  fit: EventLogFit,
  name: (position: number) => LogColumn,
): Pick<LogShape, 'at' | 'person' | 'tool' | 'only'> {
  return {
    at: fit.at.map(name),
    person: name(fit.person),
    tool: typeof fit.tool === 'number' ? name(fit.tool) : fit.tool,
    only: fit.only.map(({ column, values }) => ({ column: name(column), values })),
  };
}

function named(fit: EventLogFit, header: readonly string[]): Pick<LogShape, 'at' | 'person' | 'tool' | 'only'> {
  return columnsOf(fit, (position) => header[position] ?? '');
}

function probeText({ path, bytes, packing, first }: Begun, mappings: readonly FileMapping[]): LogProbe {
  if (bytes <= (packing === null ? ROW_BY_ROW_BYTES : ROW_BY_ROW_PACKED_BYTES)) return { kind: 'table' };
  const head = readLogHead(first, mappings);
  if (head === null) return { kind: 'table' };
  const { delimiter, header, headerRow, columns } = head;
  const fit = recogniseEventLog(header, mappings);
  if (fit === null) return isKnownHeader(header, mappings) ? { kind: 'table' } : { kind: 'unknown-table', head: first };
  const layout = { format: 'csv', delimiter, headerRow, columns } as const;
  return { kind: 'log', fit, header, shape: { path, packing, layout, ...columnsOf(fit, (position) => position) } };
}

/** `{` begins a record in a file of lines, `[` a list of all records; anything else is no JSON of records. */
function recordsOf(first: Uint8Array): 'lines' | 'array' | null {
  const text = Buffer.from(first.subarray(0, 64))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^\{\s*"/.test(text)) return 'lines';
  return /^\[\s*\{\s*"/.test(text) ? 'array' : null;
}

async function headerOf(
  connection: DuckDBConnection,
  shape: Pick<LogShape, 'path' | 'layout' | 'packing'>,
): Promise<readonly string[]> {
  if (shape.layout.format === 'parquet') return parquetColumns(connection, shape.path);
  return recordPaths(await firstRecords(connection, shape, HEAD_ROWS));
}

async function probeRecords(
  workspace: Workspace,
  { path, packing }: Begun,
  layout: LogShape['layout'],
): Promise<LogProbe> {
  const format = layout.format === 'parquet' ? 'Parquet' : 'JSON';
  const place = { path, packing, layout };
  const header = await withEngine(workspace, 'UTC', (connection) => headerOf(connection, place)).catch(() => null);
  const fit = header === null ? null : recogniseEventLog(header, workspace.mappings);
  if (header === null || fit === null) return { kind: 'unknown-records', format, isDamaged: header === null };
  return { kind: 'log', fit, header, shape: { ...place, ...named(fit, header) } };
}

/** Looks at the beginning of a file, whatever its size: is it an event log for the usage engine? */
export async function openLog(workspace: Workspace, path: string, bytes: number): Promise<LogProbe> {
  const first = await firstBytes(path);
  const packing = packingOf(first);
  const begun: Begun = { path, bytes, packing, first: await unpackedHead(workspace, path, first) };
  if (Buffer.from(begun.first.subarray(0, 4)).toString('latin1') === 'PAR1') {
    return packing === null ? probeRecords(workspace, begun, { format: 'parquet' }) : { kind: 'table' };
  }
  const records = recordsOf(begun.first);
  if (records !== null) return probeRecords(workspace, begun, { format: 'json', records });
  return probeText(begun, workspace.mappings);
}
