import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { OpenName } from '../../src/model/reconciliation.ts';
import { cli, cliJson, makeWorkspace, readAudit, temporaryFolder } from '../support/cli.ts';
import { lacks, programPath } from '../support/needs.ts';
import { openWorkbook } from '../support/workbook-cells.ts';

const home = temporaryFolder();
const audited = join(home.path, 'audited');

/** Hand-worked: money at stake is 1,200 (Quixotron), 900 (Blorptech), 600 (two lines of Zibblenet), none (Paperboat). */
const SPEND = `date,merchant,amount,currency
2026-07-03,QUIXOTRON GMBH BERLIN,1200.00,EUR
2026-07-04,ZIBBLENET 771,300.00,EUR
2026-08-04,ZIBBLENET 771,300.00,EUR
2026-07-05,BLORPTECH AG,900.00,EUR
2026-07-06,ASANA.COM,90.00,EUR
`;

beforeAll(async () => {
  const [spend, tools] = [join(home.path, 'spend.csv'), join(home.path, 'tools.csv')];
  writeFileSync(spend, SPEND);
  writeFileSync(tools, 'name,purpose\nAsana,tasks\nPaperboat,own wiki\n');
  await makeWorkspace(audited);
  await cliJson<unknown>(['import', spend, tools, '-w', audited]);
  await cliJson<unknown>(['audit', '-w', audited, '--format', 'json', '--format', 'excel']);
});
afterAll(home.dispose);

/** A copy of the audited workspace, so that no test sees another's answers. */
function copied(name: string): string {
  const root = join(home.path, name);
  cpSync(audited, root, { recursive: true });
  return root;
}

interface ReviewDocument {
  readonly open: readonly OpenName[];
  readonly answered: readonly { readonly raw: string }[];
}

const open = async (root: string) => (await cliJson<ReviewDocument>(['review', '-w', root])).open.map(({ raw }) => raw);
const decisions = (root: string) => parse(readFileSync(join(root, 'decisions.yaml'), 'utf8'));
const bucketOf = (root: string, name: string) => readAudit(root).tools.find((tool) => tool.name === name);

describe('review', () => {
  it('asks for most money first', async () => {
    expect(await open(audited)).toEqual(['QUIXOTRON GMBH BERLIN', 'BLORPTECH AG', 'ZIBBLENET 771', 'Paperboat']);
  });

  it('takes every kind of answer as a flag; the next audit knows the names', async () => {
    const root = copied('flags');
    const words = ['--accept', 'QUIXOTRON GMBH BERLIN=Asana', '--reject', 'BLORPTECH AG', '--internal', 'Paperboat'];
    await cliJson<unknown>(['review', '-w', root, ...words, '--merge', 'ZIBBLENET 771=Paperboat', '--by', 'IT lead']);
    expect(decisions(root)).toEqual({
      names: [
        { raw: 'QUIXOTRON GMBH BERLIN', is: 'asana', by: 'IT lead' },
        { raw: 'BLORPTECH AG', is: 'not-software', by: 'IT lead' },
        { raw: 'Paperboat', is: 'internal', by: 'IT lead' },
      ],
      merges: [{ tool: 'Paperboat', names: ['ZIBBLENET 771'], by: 'IT lead' }],
      overrides: [],
    });
    expect(await open(root)).toEqual([]);
    await cliJson<unknown>(['audit', '-w', root, '--format', 'json']);
    const audit = readAudit(root);
    expect(audit.openNames).toEqual([]);
    expect(audit.tools.map(({ name }) => name).sort()).toEqual(['Asana', 'Paperboat']);
    // 1,200 + 90 are Asana's, 300 + 300 Paperboat's, 900 are not software: 2,790 in all.
    expect(audit.reconciliation.money).toMatchObject([
      { currency: 'EUR', totalMinor: 279_000, buckets: { used: 189_000, 'not-software': 90_000, unknown: 0 } },
    ]);
    expect(bucketOf(root, 'Asana')?.evidence.length).toBeGreaterThan(0);
  });

  it('keeps nothing where one answer is not understood, and names what comes near', async () => {
    const root = copied('refused');
    const before = readFileSync(join(root, 'decisions.yaml'), 'utf8');
    const bad = [
      ['--accept', 'X=Asanna', 'unknown-product', 'Asana'],
      ['--merge', 'X=Paperbaot', 'unknown-tool', 'Paperboat'],
      ['--accept', 'Asana', 'usage', 'name'],
    ];
    for (const [flag = '', value = '', code, near] of bad) {
      const { status, json } = await cli(['review', '-w', root, '--reject', 'Y', flag, value, '--json']);
      expect(status).toBe(2);
      expect(json).toMatchObject({ error: { code } });
      expect(JSON.stringify(json)).toContain(near);
    }
    const byAddress = await cli(['review', '-w', root, '--reject', 'Y', '--json'], {
      env: { UNSPRAWL_BY: 'jo@acme.example' },
    });
    expect(byAddress.json).toMatchObject({ error: { code: 'role-expected' } });
    expect(readFileSync(join(root, 'decisions.yaml'), 'utf8')).toBe(before);
  });
});

describe.skipIf(lacks('script'))('review in a terminal', () => {
  /** Types each text after the question before it is there; the last one may be Ctrl-C. */
  async function typeInto(root: string, lines: readonly string[]): Promise<{ said: string; status: number | null }> {
    const run = fileURLToPath(new URL('../../bin/run.js', import.meta.url));
    const command = `"${process.execPath}" "${run}" review -w "${root}" --by "IT lead"`;
    const child = spawn(programPath('script') ?? '', ['-qec', command, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    const prompts = () => said.split('Answer (?').length - 1;
    for (const [at, line] of lines.entries()) {
      for (let waited = 0; prompts() <= at && waited < 30_000; waited += 50) await pause(50);
      child.stdin.write(line);
    }
    return { status: await ended, said };
  }

  it('checks each answer as it is typed, asks again, and keeps what was answered at Ctrl-C', async () => {
    const root = copied('terminal');
    const { said, status } = await typeInto(root, ['asanna\r', '/trello\r', 'asana # on the bill\r', 'n\r', '\u0003']);
    expect(status).toBe(0);
    expect(said).toContain('Nearest: Asana (asana)');
    expect(said).toMatch(/trello +Trello/);
    expect(said).toContain('2 answers kept');
    expect(decisions(root).names).toEqual([
      { raw: 'QUIXOTRON GMBH BERLIN', kind: 'expense', is: 'asana', by: 'IT lead', reason: 'on the bill' },
      { raw: 'BLORPTECH AG', kind: 'expense', is: 'not-software', by: 'IT lead' },
    ]);
    expect(await open(root)).toEqual(['ZIBBLENET 771', 'Paperboat']);
  });
});

describe('the workbook comes back', () => {
  /** Fills the sheet Review: name -> answer, role, note. */
  async function fill(
    root: string,
    file: string,
    answers: Readonly<Record<string, readonly string[]>>,
  ): Promise<string> {
    const path = join(home.path, file);
    const workbook = await openWorkbook(readFileSync(join(root, 'reports', '2026-Q3', 'workbook.xlsx')));
    const sheet = workbook.getWorksheet('Review');
    sheet?.eachRow((row) => {
      const given = answers[String(row.getCell(1).value)];
      for (const [at, text] of (given ?? []).entries()) row.getCell(9 + at).value = text;
    });
    await workbook.xlsx.writeFile(path);
    return path;
  }

  interface ImportDocument {
    readonly files: readonly {
      readonly status: string;
      readonly profile: string | null;
      readonly rows: { readonly used: number; readonly rejected: number };
      readonly problems: readonly { readonly message: string; readonly row?: number; readonly field?: string }[];
    }[];
  }
  const bring = async (root: string, path: string) =>
    (await cliJson<ImportDocument>(['import', path, '-w', root])).files[0]!;

  it('its answers become decisions with their provenance, refused ones are told, and the next audit knows the names', async () => {
    const root = copied('workbook');
    const path = await fill(root, 'from client.xlsx', {
      'QUIXOTRON GMBH BERLIN': ['Asana', 'Head of finance', 'see the bill of jo@acme.example'],
      'BLORPTECH AG': ['not-software'],
      'ZIBBLENET 771': ['Asanna'],
      Paperboat: ['internal', 'jo@acme.example'],
    });
    const file = await bring(root, path);
    expect(file).toMatchObject({ status: 'imported', profile: 'review-answers', rows: { used: 2, rejected: 2 } });
    // Rows in the order of the sheet, under a header in row 4: Quixotron 5, Blorptech 6, Zibblenet 7, Paperboat 8.
    expect(file.problems.map(({ row, field }) => [row, field])).toEqual([
      [7, 'Answer'],
      [8, 'By'],
    ]);
    expect(file.problems[0]?.message).toContain('Asana (asana)');
    expect(JSON.stringify(file.problems)).not.toContain('jo@');
    expect(decisions(root).names).toEqual([
      {
        raw: 'QUIXOTRON GMBH BERLIN',
        kind: 'expense',
        is: 'asana',
        by: 'Head of finance',
        reason: 'client workbook from client.xlsx: see the bill of (address)',
      },
      { raw: 'BLORPTECH AG', kind: 'expense', is: 'not-software', reason: 'client workbook from client.xlsx' },
    ]);
    const before = readAudit(root);
    await cliJson<unknown>(['audit', '-w', root, '--format', 'json']);
    const audit = readAudit(root);
    expect(audit.openNames.map(({ raw }) => raw)).toEqual(['ZIBBLENET 771', 'Paperboat']);
    // No sheet of the workbook became a source.
    expect(audit.sources.map(({ id }) => id)).toEqual(before.sources.map(({ id }) => id));
    expect(audit.reconciliation.rows.total).toBe(before.reconciliation.rows.total);
  });

  it('a second import changes nothing, under the same name or another', async () => {
    const root = copied('twice');
    const path = await fill(root, 'once.xlsx', { 'BLORPTECH AG': ['not-software', '', 'a shop'] });
    await bring(root, path);
    const before = readFileSync(join(root, 'decisions.yaml'), 'utf8');
    const renamed = join(home.path, 'renamed by the client (2).xlsx');
    copyFileSync(path, renamed);
    expect(await bring(root, path)).toMatchObject({ status: 'duplicate', rows: { used: 1, rejected: 0 } });
    expect(await bring(root, renamed)).toMatchObject({ status: 'duplicate' });
    expect(readFileSync(join(root, 'decisions.yaml'), 'utf8')).toBe(before);
  });

  it('more answers of the client do not undo what was decided since, a changed one holds', async () => {
    const root = copied('again');
    await bring(root, await fill(root, 'first.xlsx', { 'BLORPTECH AG': ['not-software'] }));
    await cliJson<unknown>(['review', '-w', root, '--accept', 'BLORPTECH AG=trello']);
    const both = { 'BLORPTECH AG': ['not-software'], 'QUIXOTRON GMBH BERLIN': ['asana'] };
    expect(await bring(root, await fill(root, 'second.xlsx', both))).toMatchObject({ rows: { used: 2 } });
    const is = () => decisions(root).names.map((each: { raw: string; is: string }) => [each.raw.slice(0, 4), each.is]);
    expect(is()).toEqual([
      ['BLOR', 'not-software'],
      ['BLOR', 'trello'],
      ['QUIX', 'asana'],
    ]);
    await bring(root, await fill(root, 'third.xlsx', { 'BLORPTECH AG': ['notion'] }));
    expect(is().at(-1)).toEqual(['BLOR', 'notion']);
  });

  it('an untouched workbook leaves every name open', async () => {
    const root = copied('untouched');
    expect(await bring(root, join(root, 'reports', '2026-Q3', 'workbook.xlsx'))).toMatchObject({
      status: 'duplicate',
      rows: { used: 0, rejected: 0 },
    });
    expect(await open(root)).toHaveLength(4);
  });
});

describe('decisions shared between clients', () => {
  const useOverlay = (root: string, ...paths: readonly string[]) => {
    const settings = join(root, 'unsprawl.yaml');
    const text = readFileSync(settings, 'utf8').replace(/^overlays:.*\n(?: {2}- .*\n)*/m, '');
    writeFileSync(settings, `${text}overlays:\n${paths.map((path) => `  - ${path}\n`).join('')}`);
    return text.split('\n').length; // line of `overlays:`; its first entry stands one below
  };

  it('are added to a file without what tells the client, and hold in another workspace until it decides itself', async () => {
    const root = copied('sharing');
    const file = join(home.path, 'shared-decisions.yaml');
    const accept = ['BLORPTECH AG=trello', 'jo@acme.example Asana=asana', 'Acme Wiki=notion'].flatMap((text) => [
      '--accept',
      text,
    ]);
    await cliJson<unknown>([
      'review',
      '-w',
      root,
      ...accept,
      '--internal',
      'Paperboat',
      '--by',
      'IT lead',
      '--reason',
      'bill 7',
    ]);
    const shared = await cliJson<{ keptBack: { why: string }[] }>(['review', '-w', root, '--share', file]);
    expect(shared.keptBack.map(({ why }) => why)).toEqual([
      'it holds an e-mail address',
      'it names the organisation',
      'an in-house tool is of one organisation alone',
    ]);
    const text = readFileSync(file, 'utf8');
    expect(parse(text)).toEqual({ names: [{ raw: 'BLORPTECH AG', is: 'trello', by: 'IT lead' }] });
    expect(await cliJson(['review', '-w', root, '--share', file])).toMatchObject({ shared: [], standing: 1 });
    expect(readFileSync(file, 'utf8')).toBe(text);

    const other = copied('other-client');
    useOverlay(other, '../shared-decisions.yaml');
    const path = await cliJson<{ answer: { product: string; reason: string } }>([
      'match',
      '--explain',
      'Blorptech AG',
      '--kind',
      'expense',
      '-w',
      other,
    ]);
    expect(path.answer).toMatchObject({ product: 'trello', reason: 'decided in shared-decisions.yaml by IT lead' });
    expect(await open(other)).not.toContain('BLORPTECH AG');
    await cliJson<unknown>(['audit', '-w', other, '--format', 'json']);
    expect(readAudit(other).tools.map(({ name }) => name)).toContain('Trello');
    await cliJson<unknown>(['review', '-w', other, '--reject', 'BLORPTECH AG']);
    await cliJson<unknown>(['audit', '-w', other, '--format', 'json']);
    expect(readAudit(other).tools.map(({ name }) => name)).not.toContain('Trello');
  });

  it('may hold products that the catalogue lacks', async () => {
    const root = copied('products');
    const file = join(home.path, 'products.yaml');
    writeFileSync(
      file,
      `products:
  - vendor: Quixotron
    legal_names: [Quixotron GmbH]
    products:
      - {id: quixotron-sheets, name: Quixotron Sheets, merchant: ["^QUIXOTRON GMBH"], capabilities: {wiki: 3}}
`,
    );
    useOverlay(root, '../products.yaml');
    expect(await cliJson(['catalog', 'quixotron', '-w', root])).toMatchObject([{ id: 'quixotron-sheets' }]);
    await cliJson<unknown>(['audit', '-w', root, '--format', 'json']);
    expect(readAudit(root).tools.find(({ product }) => product === 'quixotron-sheets')?.capabilities).toEqual({
      wiki: 3,
    });
    await cliJson<unknown>(['review', '-w', root, '--accept', 'BLORPTECH AG=quixotron-sheets']);
  });

  it('mistakes are told with file and line', async () => {
    const root = copied('mistakes');
    const line = useOverlay(root, '../nowhere.yaml');
    const missing = await cli(['collect', '-w', root, '--json']);
    expect(missing.status).toBe(2);
    expect(missing.json).toMatchObject({ error: { code: 'invalid-settings', file: 'unsprawl.yaml', row: line + 1 } });
    const file = join(home.path, 'bad.yaml');
    useOverlay(root, '../bad.yaml');
    const bad = [
      ['names:\n  - {raw: X}\n', 2, 'names.0.is'],
      [
        'products:\n  - vendor: X\n    products:\n      - {id: X X, name: X, capabilities: {wiki: 3}}\n',
        4,
        'products.0.products.0.id',
      ],
      [
        'products:\n  - vendor: X\n    products:\n      - id: x-x\n        name: Trello\n        capabilities: {wiki: 3}\n',
        5,
        'products.0.products.0.name',
      ],
    ] as const;
    for (const [text, row, field] of bad) {
      writeFileSync(file, text);
      const { status, json } = await cli(['review', '-w', root, '--json']);
      expect(status).toBe(2);
      expect(json).toMatchObject({ error: { code: 'invalid-settings', file: 'bad.yaml', row, field } });
    }
    expect(existsSync(join(root, 'snapshots'))).toBe(true);
  });
});
