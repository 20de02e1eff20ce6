import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { type EventLogFit, isKnownHeader, recogniseEventLog } from '../../connectors/files/event-log.ts';
import { otherPlaces, readLogHead, recordPaths } from '../../connectors/files/log-head.ts';
import { decodeText } from '../../connectors/files/tables/encoding.ts';
import { needsUtf8Copy } from '../../connectors/files/utf8-copy.ts';
import type { FileMapping } from '../../model/mapping.ts';
import { firstLines, firstRecords, parquetColumns } from '../../usage/duckdb/peek-log.ts';
import type { LogColumn, LogShape } from '../../usage/log-shape.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { withEngine } from './engine.ts';
import { readableLog } from './readable-log.ts';

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
  readonly shape: Omit<LogShape, 'times' | 'oddTimes' | 'timeZone'>;
}

/** What a file is to the usage engine. */
export type LogProbe =
  | OpenedLog
  /** For the readers of tables. */
  | { readonly kind: 'table' }
  /** Too large to be read for a proposal: its beginning has to do. */
  | { readonly kind: 'unknown-table'; readonly head: Uint8Array }
  /** No reader of tables would understand it either; damaged ones, without a head, say nothing of their fields. */
  | { readonly kind: 'unknown-records'; readonly format: 'JSON' | 'Parquet'; readonly head: RecordHead | null };

/** How a file of records begins. */
export interface RecordHead {
  /** Names or dotted paths of the fields. */
  readonly header: readonly string[];
  /** The first records as JSON. */
  readonly records: readonly string[];
}

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

function toolOf(tool: EventLogFit['tool'], name: (position: number) => LogColumn): LogShape['tool'] {
  if (typeof tool === 'number') return name(tool);
  if ('constant' in tool) return tool;
  return {
    firstOf: tool.firstOf.map(({ tool: at, where }) => ({
      tool: name(at),
      where: { column: name(where.column), values: where.values },
    })),
  };
}

function columnsOf(
  fit: EventLogFit,
  name: (position: number) => LogColumn,
): Pick<LogShape, 'at' | 'person' | 'tool' | 'only'> {
  return {
    at: fit.at.map(name),
    person: name(fit.person),
    tool: toolOf(fit.tool, name),
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
  return {
    kind: 'log',
    fit,
    header,
    shape: { path, packing, layout, copy: null, ...columnsOf(fit, (position) => position) },
  };
}

/** `{` begins a record in a file of lines, `[` a list of all records; anything else is no JSON of records. */
function recordsOf(first: Uint8Array): 'lines' | 'array' | null {
  const text = decodeText(first.subarray(0, 4096)).utf8.subarray(0, 256).toString('utf8').trimStart();
  if (/^\{\s*"/.test(text)) return 'lines';
  return /^\[\s*\{\s*"/.test(text) ? 'array' : null;
}

type Place = Pick<LogShape, 'path' | 'layout' | 'packing' | 'copy'>;

/** Names of the fields, and the first records as they are written. */
async function beginningOf(workspace: Workspace, place: Place): Promise<RecordHead> {
  return withEngine(workspace, 'UTC', async (connection) => {
    const shape = await readableLog(workspace, connection, place, 'head').then((log) => log.shape);
    const records = await firstRecords(connection, shape, HEAD_ROWS);
    const header =
      shape.layout.format === 'parquet' ? await parquetColumns(connection, shape.path) : recordPaths(records);
    return { header, records };
  });
}

async function probeRecords(
  workspace: Workspace,
  { path, packing, first }: Begun,
  layout: LogShape['layout'],
): Promise<LogProbe> {
  const format = layout.format === 'parquet' ? 'Parquet' : 'JSON';
  const copy = layout.format === 'json' && needsUtf8Copy(first) ? ('utf-8' as const) : null;
  const place = { path, packing, layout, copy };
  const head = await beginningOf(workspace, place).catch(() => null);
  if (head === null || head.header.length === 0) return { kind: 'unknown-records', format, head: null };
  const { header } = head;
  const known = recogniseEventLog(header, workspace.mappings);
  const all = [...header, ...otherPlaces(header)];
  const fit = known === null ? null : (recogniseEventLog(all, workspace.mappings) ?? known);
  if (fit === null) return { kind: 'unknown-records', format, head };
  return { kind: 'log', fit, header, shape: { ...place, ...named(fit, all) } };
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
