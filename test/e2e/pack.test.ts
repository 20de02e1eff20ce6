import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/cli.ts';

const ROOT = join(import.meta.dirname, '../..');
const home = temporaryFolder();
const isWindows = process.platform === 'win32';

function run(command: string, words: readonly string[], cwd: string) {
  const { NODE_ENV: _dropped, ...environment } = process.env;
  const result = spawnSync(command, words, { cwd, encoding: 'utf8', shell: isWindows, env: environment });
  return { status: result.status, output: `${result.stdout}\n${result.stderr}` };
}

afterAll(home.dispose);

describe('the packed tarball', () => {
  it('installs in an empty folder, and the demo runs there', (context) => {
    // What is built stands in dist already; packing must not build it anew under the other tests.
    const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', home.path], ROOT);
    expect(packed.status, packed.output).toBe(0);
    const [tarball = ''] = readdirSync(home.path).filter((name) => name.endsWith('.tgz'));
    const folder = join(home.path, 'empty');
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
    const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=0', '--fetch-timeout=20000'];
    const installed = run('npm', ['install', ...quick, join(home.path, tarball)], folder);
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED|ECONNRESET|EHOSTUNREACH/.test(installed.output)) {
      if (process.env.UNSPRAWL_FORBID_SKIPS === '1')
        throw new Error('no package registry, and skips are forbidden here');
      process.stderr.write('skipped: no package registry can be reached\n');
      return context.skip();
    }
    expect(installed.status, installed.output).toBe(0);
    const command = join(folder, 'node_modules', '.bin', isWindows ? 'unsprawl.cmd' : 'unsprawl');
    const demo = run(command, ['demo', 'shown'], folder);
    expect(demo.status, demo.output).toBe(0);
    const reports = join(folder, 'shown', 'reports', '2026-Q3');
    for (const name of ['report.html', 'report.md', 'workbook.xlsx', 'audit.json'])
      expect(existsSync(join(reports, name)), name).toBe(true);
    expect(JSON.parse(readFileSync(join(reports, 'audit.json'), 'utf8')).organisation.name).toBe('Harbour & Lane');
    const own = readdirSync(join(folder, 'node_modules', 'unsprawl'));
    expect(own).not.toContain('src');
    expect(own).not.toContain('test');
  });
});
