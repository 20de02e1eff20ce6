import { mkdir, rm } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';

export interface EngineSettings {
  /** Most memory that the engine uses before it spills to disk, such as `700MB`. */
  readonly memory: string;
  /** Folder for what does not fit; made and removed again. */
  readonly spill: string;
  /** IANA zone of times that name none. */
  readonly timeZone: string;
}

/**
 * An embedded engine for one piece of work, with nothing on disk but its spill folder. It loads no extension and reads
 * no setting from outside.
 */
export async function withDuckdb<T>(
  { memory, spill, timeZone }: EngineSettings,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  await mkdir(spill, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    temp_directory: spill,
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    // The size of a text file is not known in advance: without this the planner builds its hash tables from the log.
    await connection.run("set disabled_optimizers = 'join_order,build_side_probe_side'");
    await setZone(connection, timeZone);
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(spill, { recursive: true, force: true });
  }
}

/** @param timeZone IANA zone of times that name none */
export async function setZone(connection: DuckDBConnection, timeZone: string): Promise<void> {
  await connection.run(`set TimeZone = ${quoted(timeZone)}`);
}

/** Rows come in the order of the file while the work lasts, which costs speed. */
export async function inOrder<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run('set preserve_insertion_order = true');
  try {
    return await work();
  } finally {
    await connection.run('set preserve_insertion_order = false');
  }
}

/** A text literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
