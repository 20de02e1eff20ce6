import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type BrokenRow, copyRecords } from '../../connectors/files/log-copy.ts';
import { copyAsUtf8 } from '../../connectors/files/utf8-copy.ts';
import { InputError } from '../../errors/audit-error.ts';
import { textBytes, unpackLines } from '../../usage/duckdb/log-lines.ts';
import type { LogShape } from '../../usage/log-shape.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { spillFolder } from './engine.ts';

/** What decides how a log is read. */
type Place = Pick<LogShape, 'path' | 'packing' | 'layout' | 'copy'>;

/** A log as the engine can read it: itself, or a copy that lies beside what the engine spills and goes with it. */
export interface ReadableLog<Shape extends Place = LogShape> {
  readonly shape: Shape;
  /** Rows that the copy could not take, the first of them; those that the engine cannot read come on top. */
  readonly broken: readonly BrokenRow[];
}

const PIECE_BYTES = 1024 * 1024;
const MOST_BYTES = 32 * 1024 ** 3;
const SHOWN = 100;

function tooLarge(): InputError {
  return new InputError({
    code: 'too-large',
    message: 'The log is over 32 GB unpacked and has to be written anew before it can be read.',
    nextSteps: ['Import it in parts, in UTF-8 and with every quote closed.'],
  });
}

async function* bounded(pieces: AsyncIterable<unknown>): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += (piece as Uint8Array).length;
    if (bytes > MOST_BYTES) throw tooLarge();
    yield piece as Uint8Array;
  }
}

/** Bytes of the log, unpacked. */
async function piecesOf(
  connection: DuckDBConnection,
  { path, packing }: Pick<LogShape, 'path' | 'packing'>,
  beside: string,
): Promise<AsyncIterable<Uint8Array>> {
  const read = (from: string) => createReadStream(from, { highWaterMark: PIECE_BYTES });
  if (packing === null) return bounded(read(path));
  if (packing === 'gzip') return bounded(read(path).pipe(createGunzip({ chunkSize: PIECE_BYTES })));
  if ((await textBytes(connection, { path, packing })) > MOST_BYTES) throw tooLarge();
  const unpacked = `${beside}.unpacked`;
  await unpackLines(connection, { path, packing }, unpacked);
  return bounded(read(unpacked));
}

/** Writes the log anew where its shape asks for it. @param name of the copy among those of this run */
export async function readableLog<Shape extends Place>(
  workspace: Workspace,
  connection: DuckDBConnection,
  shape: Shape,
  name: string,
): Promise<ReadableLog<Shape>> {
  if (shape.copy === null) return { shape, broken: [] };
  const to = join(spillFolder(workspace), `copy-${name}`);
  const pieces = await piecesOf(connection, shape, to);
  const copied = { ...shape, path: to, packing: null };
  if (shape.copy === 'records' && shape.layout.format === 'csv') {
    const { broken } = await copyRecords(pieces, to, shape.layout, SHOWN);
    return { shape: copied, broken };
  }
  await copyAsUtf8(pieces, to);
  return { shape: copied, broken: [] };
}
