import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Audit } from '../../src/model/audit/audit.ts';

const RUN = fileURLToPath(new URL('../../bin/run.js', import.meta.url));

export interface CliResult {
  /** Exit code; null where a signal ended the process. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as one JSON document; undefined where it is not one. */
  readonly json: unknown;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The environment of a user: nothing of the test runner and no setting of ours. */
function userEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(UNSPRAWL_|VITEST|NODE_ENV$|TEST$)/.test(name));
  return { ...Object.fromEntries(entries), NO_COLOR: '1' };
}

/** Starts the built command without waiting for it. */
export function startCli(words: readonly string[], options: CliOptions = {}): ChildProcess {
  return spawn(process.execPath, [RUN, ...words], {
    cwd: options.cwd ?? tmpdir(),
    env: { ...userEnvironment(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the built command to its end. */
export function cli(words: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const child = startCli(words, options);
  const output: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  child.stdout?.on('data', (chunk: Buffer) => output.stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.stderr.push(chunk));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (status) => {
      const [stdout, stderr] = [Buffer.concat(output.stdout).toString(), Buffer.concat(output.stderr).toString()];
      done({ status, stdout, stderr, json: jsonOf(stdout) });
    });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Runs the command with `--json` and hands back its document; a failure shows what it printed. */
export async function cliJson<T>(words: readonly string[], options: CliOptions = {}): Promise<T> {
  const result = await cli([...words, '--json'], options);
  if (result.status !== 0 || result.json === undefined)
    throw new Error(`unsprawl ${words[0]} ended with ${result.status}:\n${result.stdout}\n${result.stderr}`);
  return result.json as T;
}

/** An empty folder that `dispose` removes. */
export function temporaryFolder(): { readonly path: string; readonly dispose: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'unsprawl-e2e-'));
  return { path, dispose: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}

interface Engagement {
  readonly name?: string;
  readonly currency?: string;
  readonly start?: string;
  readonly end?: string;
  readonly asOf?: string;
}

/** A fresh workspace, by default of Acme for the third quarter of 2026; its as-of date does not depend on today. */
export async function makeWorkspace(root: string, engagement: Engagement = {}): Promise<string> {
  const { name = 'Acme', currency = 'EUR', start = '2026-07-01', end = '2026-09-30', asOf = '2026-10-12' } = engagement;
  const words = ['--yes', '--name', name, '--currency', currency, '--start', start, '--end', end];
  await cliJson<unknown>(['init', root, ...words]);
  const settings = join(root, 'unsprawl.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^as_of: .*$/m, `as_of: ${asOf}`));
  return root;
}

/** The audit document of a workspace, checked against its schema. */
export function readAudit(workspace: string, period = '2026-Q3'): Audit {
  return Audit.parse(JSON.parse(readFileSync(join(workspace, 'reports', period, 'audit.json'), 'utf8')));
}
