import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit } from '../../src/model/audit/audit.ts';
import type { ImportedFile } from '../../src/pipeline/import-files.ts';
import { type CliResult, cli, makeWorkspace, readAudit, temporaryFolder } from '../support/cli.ts';
import { formulaValues } from '../support/workbook-cells.ts';

const home = temporaryFolder();
const workspace = join(home.path, 'acme');
const inputs = join(home.path, 'inputs');

const SCRIPT = '<script>alert(1)</script>';
const IMAGE = '<img src=x onerror=alert(1)>';
const COMMAND = "=cmd|' /C calc'!A0";
const LINK = '=HYPERLINK("http://evil.example/","pay")';
const FORMULAS = [COMMAND, LINK, '@SUM(1+1)', '+1+cmd', '-2+3', '\t=1+1', '\r=1+1'];
const TEMPLATE = '{{{constructor}}}';
const CALENDAR = 'Boards\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:planted';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (...rows: readonly (readonly string[])[]) => `${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`;

function noise(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, i) => createHash('sha256').update(`${i}`).digest());
  return Buffer.concat(blocks).subarray(0, length);
}

const MEGABYTE = 'x'.repeat(1024 * 1024);
const people = Array.from({ length: 12 }, (_, i) => `p${i}@acme.example`);

/** Every file with what must become of it. */
const FILES: Readonly<Record<string, { readonly content: string | Buffer; readonly status: ImportedFile['status'] }>> =
  {
    'cells.csv': {
      content: csv(
        ['name', 'vendor', 'department', 'purpose'],
        ...[SCRIPT, IMAGE, TEMPLATE, ...FORMULAS].map((cell) => [cell, cell, cell, cell]),
        ['Slack', SCRIPT, COMMAND, IMAGE],
      ),
      status: 'imported',
    },
    'people.csv': {
      content: csv(['email', 'team'], ...people.map((email, i) => [email, i % 2 === 0 ? SCRIPT : LINK])),
      status: 'imported',
    },
    'usage.csv': {
      content: csv(
        ['tool', 'email', 'last_active'],
        ...people.flatMap((email) => [
          ['Slack', email, '2026-09-20'],
          [SCRIPT, email, '2026-09-21'],
          [COMMAND, email, '2026-09-22'],
        ]),
      ),
      status: 'imported',
    },
    'contracts.csv': {
      content: csv(
        ['tool', 'seats', 'unit_price', 'currency', 'end', 'annual_cost'],
        ['Slack', '20', '', 'EUR', '2026-12-31', '1000'],
        [COMMAND, '20', '', 'EUR', '2026-12-31', '2000'],
        [SCRIPT, '20', '', 'EUR', '2027-01-31', '3000'],
        [CALENDAR, '20', '', 'EUR', '2027-02-28', '4000'],
      ),
      status: 'imported',
    },
    'spend.csv': {
      content: csv(
        ['date', 'merchant', 'amount', 'currency'],
        ['2026-08-01', SCRIPT, '10.00', 'EUR'],
        ['2026-08-02', COMMAND, '=1+1', 'EUR'],
        ['2026-08-03', 'SLACK', '12.00', 'EUR'],
      ),
      status: 'imported',
    },
    'megabyte.csv': {
      content: csv(['name', 'purpose'], ['Notion', MEGABYTE], ['Figma', 'design']),
      status: 'imported',
    },
    'nul.csv': { content: 'name,purpose\nMi\0ro,boards\0\nTrello,tasks\n', status: 'imported' },
    'utf16-le.csv': { content: Buffer.from('\ufeffname,purpose\nZoom,calls\n', 'utf16le'), status: 'imported' },
    'utf16-no-mark.csv': { content: Buffer.from('name,purpose\nAsana,tasks\n', 'utf16le'), status: 'imported' },
    'utf16-be.csv': {
      content: Buffer.from('\ufeffname,purpose\nLoom,video\n', 'utf16le').swap16(),
      status: 'imported',
    },
    'quoting.csv': {
      content: 'name,purpose\nCanva,"design\nAirtable,"tables" and more\nMural,boards\n',
      status: 'imported',
    },
    'header-twice.csv': { content: 'name,purpose\nGitHub,code\nname,purpose\nGitLab,code\n', status: 'imported' },
    'same-column.csv': { content: 'name,name,purpose\nJira,Jira,tickets\n', status: 'needs-mapping' },
    'empty.csv': { content: '', status: 'rejected' },
    'only-header.csv': { content: 'name,purpose\n', status: 'imported' },
    'noise.csv': { content: noise(5000), status: 'rejected' },
    'noise.xlsx': { content: noise(5000), status: 'rejected' },
    'strange.csv': { content: 'colour,shape\nred,round\n', status: 'needs-mapping' },
  };

let result: CliResult;
let outcomes: ReadonlyMap<string, ImportedFile>;
let audited: CliResult;
let audit: Audit;

const outcome = (name: string): ImportedFile => outcomes.get(name)!;
const reports = () => join(workspace, 'reports', '2026-Q3');
const text = (name: string) => readFileSync(join(reports(), name), 'utf8');

beforeAll(async () => {
  mkdirSync(inputs);
  for (const [name, { content }] of Object.entries(FILES)) writeFileSync(join(inputs, name), content);
  mkdirSync(join(inputs, 'folder'));
  symlinkSync(join(inputs, 'cells.csv'), join(inputs, 'link.csv'));
  await makeWorkspace(workspace);
  const names = [...Object.keys(FILES), 'folder', 'link.csv', 'missing.csv'];
  result = await cli(['import', ...names.map((name) => join(inputs, name)), '-w', workspace, '--json']);
  const { files } = result.json as { readonly files: readonly ImportedFile[] };
  outcomes = new Map(files.map((file) => [basename(file.path), file]));
  audited = await cli(['audit', '-w', workspace, '--json']);
  audit = readAudit(workspace);
});
afterAll(home.dispose);

describe('import of hostile files', () => {
  it('ends with 3 because some were left out, and answers for every file', () => {
    expect(result.status).toBe(3);
    expect(outcomes.size).toBe(Object.keys(FILES).length + 3);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  it.each(Object.entries(FILES).map(([name, { status }]) => [name, status]))('%s is %s', (name, status) => {
    expect(outcome(name).status, JSON.stringify(outcome(name).problems)).toBe(status);
    if (status === 'rejected') expect(outcome(name).problems[0]?.nextSteps?.length).toBeGreaterThan(0);
  });

  it.each([
    ['link.csv', /symbolic link/],
    ['folder', /not a regular file/],
    ['missing.csv', /does not exist/],
  ])('%s is refused and said so', (name, words) => {
    expect(outcome(name)).toMatchObject({ status: 'rejected', rows: { used: 0, rejected: 0 } });
    expect(outcome(name).problems[0]?.message).toMatch(words);
  });

  it('keeps the good files alone in the inbox', () => {
    const { files } = JSON.parse(readFileSync(join(workspace, 'inbox', 'index.json'), 'utf8'));
    const kept = files.map((file: { name: string }) => file.name).sort();
    const good = Object.entries(FILES).filter(([, { status }]) => status === 'imported');
    expect(kept).toEqual(good.map(([name]) => name).sort());
    expect(readdirSync(join(workspace, 'inbox')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('names the row of what it could not read and keeps the rows around it', () => {
    expect(outcome('spend.csv')).toMatchObject({ rows: { used: 2, rejected: 1 } });
    expect(outcome('spend.csv').problems).toEqual([expect.objectContaining({ row: 3, field: 'amount' })]);
    expect(outcome('header-twice.csv').problems.map(({ row }) => row)).toEqual([3]);
    expect(outcome('header-twice.csv').rows).toEqual({ used: 2, rejected: 1 });
    expect(outcome('quoting.csv').problems.length).toBeGreaterThan(0);
    for (const { row } of outcome('quoting.csv').problems) expect(row).toBeGreaterThan(1);
    expect(outcome('nul.csv')).toMatchObject({ rows: { used: 1, rejected: 1 }, problems: [{ row: 2 }] });
    expect(outcome('megabyte.csv')).toMatchObject({
      rows: { used: 1, rejected: 1 },
      problems: [{ row: 2, field: 'purpose' }],
    });
  });

  it('maps nothing by guess', () => {
    for (const name of ['strange.csv', 'same-column.csv']) {
      expect(outcome(name)).toMatchObject({ profile: null, rows: { used: 0, rejected: 0 } });
      expect(outcome(name).proposals).toHaveLength(1);
    }
  });

  it('quotes no cell in what it prints', () => {
    expect(result.stdout).not.toContain('alert(1)');
    expect(result.stdout.length).toBeLessThan(100_000);
  });
});

describe('audit of hostile files', () => {
  it('runs to its end', () => {
    expect(audited.status, audited.stdout + audited.stderr).toBe(0);
  });

  it('has every good tool', () => {
    const names = audit.tools.map((tool) => tool.name);
    const good = ['Slack', 'Figma', 'Trello', 'Zoom', 'Asana', 'Loom', 'Mural', 'GitHub', 'GitLab'];
    expect(names).toEqual(expect.arrayContaining(good));
    expect(audit.reconciliation.rows.total).toBe(audit.sources.reduce((sum, source) => sum + source.rows, 0));
  });

  it('writes no script, handler or foreign link into the HTML report', () => {
    const html = text('report.html');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain(SCRIPT);
    expect(html).not.toMatch(/<img src=x/i);
    expect(html).not.toMatch(/<[^>]*\son(error|load|click)\s*=/i);
    expect(html).not.toMatch(/href\s*=\s*["']?(javascript|data|http:\/\/evil)/i);
  });

  it('writes no live markup into Markdown', () => {
    for (const name of ['report.md', 'documents.md']) {
      expect(text(name)).not.toContain('<script');
      expect(text(name)).not.toContain('<img');
    }
  });

  it('writes no planted event into the calendar', () => {
    const lines = text('calendar.ics').split(/\r?\n/);
    expect(lines.filter((line) => line === 'SUMMARY:planted')).toEqual([]);
    const count = (line: string) => lines.filter((one) => one === line).length;
    expect(count('BEGIN:VEVENT')).toBe(count('END:VEVENT'));
  });

  it('makes no formula of a cell', async () => {
    const bytes = readFileSync(join(reports(), 'workbook.xlsx'));
    const formulas = [...(await formulaValues(bytes)).values()].map((cell) => cell.formula);
    expect(formulas.length).toBeGreaterThan(10);
    expect(formulas.filter((formula) => /cmd|HYPERLINK|WEBSERVICE|evil/i.test(formula))).toEqual([]);
    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
    expect(parts.filter(([name]) => name.includes('externalLink'))).toEqual([]);
    for (const [name, part] of parts) expect(part, name).not.toMatch(/Target="http:\/\/evil|ddeLink/);
  });

  it('writes the document with its text escaped', () => {
    for (const [name, part] of Object.entries(unzipSync(readFileSync(join(reports(), 'documents.docx')))))
      expect(strFromU8(part), name).not.toMatch(/<script|Target="http:\/\/evil/);
  });

  it('stays small: a cell of a megabyte does not fill the report', () => {
    for (const name of readdirSync(reports()))
      expect(readFileSync(join(reports(), name)).length, name).toBeLessThan(2e6);
  });
});
