import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/pipeline/audit.ts';
import { type CliResult, cli, readAudit, temporaryFolder } from '../support/cli.ts';

const LATER = '2026-Q3';
const NAMES = ['audit.json', 'audit.schema.json', 'calendar.ics', 'documents.docx', 'documents.md'].concat([
  'report.html',
  'report.md',
  'workbook.xlsx',
]);

const home = temporaryFolder();
const first = join(home.path, 'first');
const second = join(home.path, 'elsewhere', 'second');
let printed: CliResult;
let document: CliResult;

function reportOf(workspace: string, name: string, period = LATER): Buffer {
  return readFileSync(join(workspace, 'reports', period, name));
}

/** What a reader of the file can see: the parts of a packed document, else the bytes. */
function contentOf(bytes: Buffer, name: string): Record<string, string> {
  const parts = /\.(xlsx|docx)$/.test(name) ? unzipSync(bytes) : { [name]: bytes };
  return Object.fromEntries(Object.entries(parts).map(([part, content]) => [part, Buffer.from(content).toString()]));
}

beforeAll(async () => {
  // The second run has another key, folder, time zone and language, and the setting that libraries react to.
  const environment = { NODE_ENV: 'production', TZ: 'America/New_York', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
  [printed, document] = await Promise.all([
    cli(['demo', 'first'], { cwd: home.path }),
    cli(['demo', second, '--json'], { env: environment }),
  ]);
});
afterAll(home.dispose);

describe('demo', () => {
  it('ends with a screen of about ten lines and the paths of what it wrote', () => {
    expect(printed.status, printed.stderr).toBe(0);
    const [summary = '', written = ''] = printed.stdout.split('\nWritten:\n');
    const lines = summary.split('\n').filter((line) => line.trim() !== '');
    expect(lines.length).toBeGreaterThanOrEqual(8);
    expect(lines.length).toBeLessThanOrEqual(12);
    for (const name of NAMES) expect(written).toContain(`first/reports/${LATER}/${name}`);
  });

  it('prints one document with --json and no other word', () => {
    expect(document.status, document.stderr).toBe(0);
    const result = document.json as AuditResult;
    expect(result).toMatchObject({ workspace: 'second', snapshot: `snapshots/${LATER}` });
    expect(result.files.map((file) => basename(file.path)).sort()).toEqual([...NAMES].sort());
    expect(document.stderr).toBe('');
  });

  it('makes an ordinary workspace with the reports of both quarters', () => {
    expect(readdirSync(join(first, 'reports')).sort()).toEqual(['2026-Q1', LATER]);
    expect(readdirSync(join(first, 'reports', LATER)).sort()).toEqual([...NAMES].sort());
    for (const name of ['unsprawl.yaml', 'policy.yaml', '.key', 'inbox', 'snapshots'])
      expect(readdirSync(first)).toContain(name);
  });

  it('writes an audit document that fits its schema, and compares it with the earlier quarter', () => {
    const audit = readAudit(first);
    expect(audit.period).toEqual({ start: '2026-07-01', end: '2026-09-30' });
    expect(audit.changes?.since).toEqual({ start: '2026-01-01', end: '2026-03-31' });
    expect(readAudit(first, '2026-Q1').changes).toBeNull();
  });

  it.each(['2026-Q1', LATER])('writes the same content for %s with another key, folder and environment', (period) => {
    expect(readFileSync(join(first, '.key'), 'utf8')).not.toBe(readFileSync(join(second, '.key'), 'utf8'));
    for (const name of NAMES) {
      const [one, other] = [reportOf(first, name, period), reportOf(second, name, period)];
      if (one.equals(other)) continue;
      expect(contentOf(other, name), name).toEqual(contentOf(one, name));
      expect(name, 'only packed files may differ in bytes').toMatch(/\.(xlsx|docx)$/);
    }
  });

  it.each(NAMES)('shows no person in %s', (name) => {
    for (const [part, text] of Object.entries(contentOf(reportOf(first, name), name))) {
      expect(text.match(/[A-Za-z0-9._-]+@harbourlane\.example/), part).toBeNull();
      expect(text.match(/\bp_[0-9a-f]{6,}/), part).toBeNull();
    }
  });

  it('shows neither address, name nor pseudonym of anybody in the people list', () => {
    const snapshot = JSON.parse(readFileSync(join(first, 'snapshots', LATER, 'snapshot.json'), 'utf8')) as {
      people: readonly { pseudonym: string }[];
    };
    const texts = NAMES.flatMap((name) => Object.values(contentOf(reportOf(first, name), name))).join('\n');
    expect(snapshot.people.length).toBeGreaterThan(100);
    expect(snapshot.people.filter(({ pseudonym }) => texts.includes(pseudonym))).toEqual([]);
    const people = readFileSync(
      join(import.meta.dirname, '../../fixtures/companies/harbour-lane/after/exports/people.csv'),
    );
    const addresses = people.toString().match(/[a-z.]+(?=@harbourlane\.example)/g) ?? [];
    expect(addresses.length).toBeGreaterThan(100);
    const lower = texts.toLowerCase();
    const shown = (login: string) => lower.includes(login) || lower.includes(login.replace('.', ' '));
    expect([...new Set(addresses)].filter(shown)).toEqual([]);
  });

  it('replaces its own folder and leaves any other alone', async () => {
    const foreign = join(home.path, 'elsewhere');
    writeFileSync(join(foreign, 'letter.txt'), 'mine');
    const refused = await cli(['demo', foreign, '--json']);
    expect(refused.status).toBe(2);
    expect(refused.json).toMatchObject({ error: { code: 'folder-not-empty' } });
    expect(readFileSync(join(foreign, 'letter.txt'), 'utf8')).toBe('mine');
  });
});
