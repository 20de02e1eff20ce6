import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const cli = join(import.meta.dirname, '../../bin/run.js');
const folder = mkdtempSync(join(tmpdir(), 'unsprawl-look-'));

function look(words: readonly string[], input?: string) {
  return spawnSync(process.execPath, [cli, 'look', ...words], { cwd: folder, encoding: 'utf8', input });
}

const NAMES = 'Slack\nMattermost\nG Suite\nAdobe\nMonday Coffee\nqzxwvbnm\n<img src=x onerror=alert(1)>\n';

/** Words that only somebody who knows use, cost and terms may say. */
const VERDICTS = /\b(?:retire|remove|cancel|consolidate|drop|replace|save|saving|redundant|unnecessary|get rid)\b/i;

describe('look', () => {
  writeFileSync(join(folder, 'names.txt'), NAMES);

  test('reads a file without a workspace and gives no verdict', () => {
    const { status, stdout } = look(['names.txt']);
    expect(status).toBe(0);
    expect(stdout).toContain('Team chat');
    expect(stdout).toContain('Adobe, product not told');
    expect(stdout).toContain('What would tell more');
    expect(stdout).not.toMatch(VERDICTS);
  });

  test('reads standard input the same way', () => {
    const { status, stdout } = look(['--json'], NAMES);
    const fromFile = JSON.parse(look(['names.txt', '--json']).stdout);
    expect(status).toBe(0);
    expect({ ...JSON.parse(stdout), source: 'names.txt' }).toEqual(fromFile);
    expect(fromFile.counts).toMatchObject({ matched: 3, 'vendor-only': 1, 'not-software': 1 });
  });

  test('writes an offline page in which names are inert', () => {
    expect(look(['names.txt', '--html', 'page.html']).status).toBe(0);
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;');
    expect(page).not.toMatch(/https?:\/\//);
    expect(page.replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '')).not.toMatch(VERDICTS);
  });

  test('a missing file and an empty one are told with the next step', () => {
    expect(look(['none.txt'])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('none.txt could not be read'),
    });
    expect(look([], '')).toMatchObject({ status: 3, stderr: expect.stringContaining('empty') });
  });
});
