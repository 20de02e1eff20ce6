import { copyFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, cliJson, makeWorkspace, startCli, temporaryFolder } from '../support/cli.ts';
import { HARBOUR_LANE } from '../support/harbour-lane.ts';

const NAMES = [
  'contracts',
  'github-licences',
  'homes',
  'integrations',
  'inventory',
  'people',
  'rates',
  'spend',
  'usage',
];
const MOMENTS = 10;

const home = temporaryFolder();
const fresh = join(home.path, 'fresh');
const inputs = NAMES.map((name) => join(HARBOUR_LANE, 'after', 'exports', `${name}.csv`));
let undisturbed: Buffer;
let duration: number;

async function makeFresh(): Promise<void> {
  await makeWorkspace(fresh);
  for (const file of ['unsprawl.yaml', 'policy.yaml'])
    copyFileSync(join(HARBOUR_LANE, 'after', file), join(fresh, file));
}

function copyOfFresh(name: string): string {
  cpSync(fresh, join(home.path, name), { recursive: true });
  return join(home.path, name);
}

const steps = (workspace: string) => [
  ['import', ...inputs, '-w', workspace],
  ['audit', '-w', workspace],
];
const auditOf = (workspace: string) => readFileSync(join(workspace, 'reports', '2026-Q3', 'audit.json'));

/** Runs the steps one after another and kills whichever runs when the time is over; true where one was killed. */
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

/** Every document in the workspace under its final name; a half-written one would not parse. */
function documentsOf(workspace: string): string[] {
  return readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function checkReadable(workspace: string): Promise<void> {
  for (const path of documentsOf(workspace)) expect(() => JSON.parse(readFileSync(path, 'utf8')), path).not.toThrow();
  const doctor = await cli(['doctor', '-w', workspace, '--json']);
  expect(doctor.status, doctor.stdout + doctor.stderr).toBe(0);
  expect(doctor.json).toHaveProperty('next');
}

beforeAll(async () => {
  await makeFresh();
  const workspace = copyOfFresh('undisturbed');
  const start = performance.now();
  for (const words of steps(workspace)) await cliJson<unknown>(words);
  duration = performance.now() - start;
  undisturbed = auditOf(workspace);
});
afterAll(home.dispose);

describe('killing the process', () => {
  it('at any moment leaves a workspace that opens, and the next run ends with the same audit', async () => {
    let killed = 0;
    const disturb = async (moment: number) => {
      const workspace = copyOfFresh(`killed-${moment}`);
      if (await runAndKill(workspace, (duration * (moment + 0.5)) / MOMENTS)) killed += 1;
      await checkReadable(workspace);
      const [again = [], audit = []] = steps(workspace);
      await cliJson<unknown>(again);
      await cliJson<unknown>([...audit, '--format', 'json']);
      expect(auditOf(workspace).equals(undisturbed), `killed at moment ${moment} of ${MOMENTS}`).toBe(true);
    };
    const moments = Array.from({ length: MOMENTS }, (_, moment) => moment);
    const lane = async (first: number) => {
      for (const moment of moments.filter((one) => one % 2 === first)) await disturb(moment);
    };
    await Promise.all([lane(0), lane(1)]);
    expect(killed).toBeGreaterThanOrEqual(MOMENTS - 2);
  });
});
