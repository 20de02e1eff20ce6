import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliJson, makeWorkspace, startCli, temporaryFolder } from '../support/cli.ts';

const WRITE_LOG = fileURLToPath(new URL('../../bin/write-event-log.js', import.meta.url));
/** Ten points of five million rows take over a minute, so `.ci/run` asks for them by itself. */
const IS_LONG = process.env.UNSPRAWL_LONG === '1';
const ROWS = IS_LONG ? 5_000_000 : 1_000_000;
const POINTS = IS_LONG ? 10 : 3;
const ZONES = ['Europe/Berlin', 'Asia/Kolkata', 'America/New_York'];

const home = temporaryFolder();
const log = join(home.path, 'sign-ins.csv');
const fresh = join(home.path, 'fresh');
let facts: Buffer;
let duration: number;

const steps = (workspace: string) => [
  ['import', log, '-w', workspace],
  ['collect', '-w', workspace],
];
const factsOf = (workspace: string) => readFileSync(join(workspace, 'snapshots', '2026-Q3', 'usage.parquet'));

async function runAndKill(workspace: string, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  for (const words of steps(workspace)) {
    const child = startCli(words);
    child.stdout?.resume();
    child.stderr?.resume();
    const timer = setTimeout(() => child.kill('SIGKILL'), Math.max(0, until - performance.now()));
    const status = await new Promise((done) => child.on('close', done));
    clearTimeout(timer);
    if (status === null) return true;
  }
  return false;
}

/** A small linear congruential generator: the same points in every run. */
function points(): readonly number[] {
  let state = 20_261_124;
  return Array.from({ length: POINTS }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  });
}

beforeAll(async () => {
  // 500 people, 6 of 80 tools each, 3 of them on each of 90 days.
  const words = [log, ROWS, 500, 6, 80, 3, 90].map(String);
  expect(spawnSync(process.execPath, [WRITE_LOG, ...words]).status).toBe(0);
  await makeWorkspace(fresh);
  const people = Array.from({ length: 500 }, (_, i) => `person${i}@acme.example,Team ${i % 20},${ZONES[i % 3]}\n`);
  writeFileSync(join(home.path, 'people.csv'), `email,team,time_zone\n${people.join('')}`);
  await cliJson<unknown>(['import', join(home.path, 'people.csv'), '-w', fresh]);
  const undisturbed = join(home.path, 'undisturbed');
  cpSync(fresh, undisturbed, { recursive: true });
  const start = performance.now();
  for (const words of steps(undisturbed)) await cliJson<unknown>(words);
  duration = performance.now() - start;
  facts = factsOf(undisturbed);
});
afterAll(home.dispose);

describe(`killing the import of a log of ${ROWS.toLocaleString('en-GB')} rows`, () => {
  it(`at any of ${POINTS} points costs nothing: the next run ends with the same facts`, async () => {
    let killed = 0;
    for (const [position, point] of points().entries()) {
      const workspace = join(home.path, `killed-${position}`);
      cpSync(fresh, workspace, { recursive: true });
      if (await runAndKill(workspace, duration * point)) killed += 1;
      for (const words of steps(workspace)) await cliJson<unknown>(words);
      expect(factsOf(workspace).equals(facts), `killed after ${Math.round(point * 100)} % of the time`).toBe(true);
    }
    expect(facts.length).toBeGreaterThan(ROWS / 50);
    expect(killed).toBeGreaterThanOrEqual(POINTS - (IS_LONG ? 2 : 1));
  });
});
