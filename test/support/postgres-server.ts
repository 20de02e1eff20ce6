import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of its own on a loopback port, with a fresh database. */
export interface PostgresServer {
  /** The owner of the database. */
  readonly url: string;
  /** A role that may only read. */
  readonly readerUrl: string;
  readonly stop: () => void;
}

const VERSIONS = '/usr/lib/postgresql';

/** Folder of the newest installed server's programs; null = none. */
export function postgresPrograms(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const newest = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a))[0];
  const folder = newest === undefined ? null : join(VERSIONS, newest, 'bin');
  return folder !== null && existsSync(join(folder, 'initdb')) ? folder : null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The server refuses to run as root, so there it runs as the user whom its package made. */
function runner(): (words: readonly string[]) => void {
  const isRoot = process.getuid?.() === 0;
  return (words) => {
    const [command = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...words] : words;
    const { status, stderr } = spawnSync(command, rest, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
    if (status !== 0) throw new Error(`${words[0]} ended with ${status}: ${stderr}`);
  };
}

function ownerId(name: 'u' | 'g'): number {
  return Number(spawnSync('id', [`-${name}`, 'postgres'], { encoding: 'utf8' }).stdout.trim());
}

export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'unsprawl-postgres-'));
  if (process.getuid?.() === 0) chownSync(folder, ownerId('u'), ownerId('g'));
  const run = runner();
  const port = await freePort();
  const cluster = join(folder, 'cluster');
  run([join(programs, 'initdb'), '-D', cluster, '-U', 'owner', '--auth=trust', '-E', 'UTF8', '--no-sync']);
  const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=off`;
  run([join(programs, 'pg_ctl'), '-D', cluster, '-o', options, '-l', join(folder, 'log'), '-w', 'start']);
  const psql = [join(programs, 'psql'), '-h', '127.0.0.1', '-p', String(port), '-U', 'owner', '-d', 'postgres', '-c'];
  run([...psql, 'create role reader login']);
  return {
    url: `postgres://owner@127.0.0.1:${port}/postgres`,
    readerUrl: `postgres://reader@127.0.0.1:${port}/postgres`,
    stop: () => {
      run([join(programs, 'pg_ctl'), '-D', cluster, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
