import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Snapshot } from '../../src/model/snapshot.ts';
import { cli, cliJson, makeWorkspace, temporaryFolder } from '../support/cli.ts';
import { lacks, programPath } from '../support/needs.ts';

interface ImportDocument {
  readonly files: readonly {
    readonly status: string;
    readonly profile: string | null;
    readonly rows: { readonly used: number; readonly rejected: number };
    readonly proposals?: readonly { readonly columns: readonly { readonly confidence: number }[] }[];
  }[];
  readonly proposal?: string;
}

const home = temporaryFolder();
afterAll(home.dispose);

/** A card statement of no known shape: two days that can be read either way, no currency. */
const CARD = 'Gebucht am;Wo;Betrag;Inhaber\n03/04/2026;ASANA.COM;90,00;Ann Lee\n05/06/2026;ASANA.COM;12,50;Ann Lee\n';

function written(name: string, text: string | Uint8Array): string {
  const path = join(home.path, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const make = (name: string) => makeWorkspace(join(home.path, name), { start: '2026-01-01', end: '2026-06-30' });
const mappings = (root: string) => parse(readFileSync(join(root, 'mappings.yaml'), 'utf8')).mappings;

async function collected(root: string): Promise<Snapshot> {
  await cliJson<unknown>(['collect', '-w', root]);
  const [period = ''] = readdirSync(join(root, 'snapshots'));
  return Snapshot.parse(JSON.parse(readFileSync(join(root, 'snapshots', period, 'snapshot.json'), 'utf8')));
}

const paid = (snapshot: Snapshot) =>
  snapshot.spend.map(({ date, amount }) => `${date} ${amount.minor} ${amount.currency}`);

describe('import --map without a terminal', () => {
  let root = '';
  let file = '';
  beforeAll(async () => {
    root = await make('by file');
    file = written('card (1).csv', CARD);
  });

  it('names the way where a file is not known', async () => {
    const plain = await cli(['import', file, '-w', root]);
    expect(plain.status).toBe(3);
    expect(plain.stdout).toMatch(/needs-mapping: not recognised; nearest is Card or ledger lines \(0\.\d\d\)\n/);
    expect(plain.stdout).toMatch(/1 to be mapped\.\nNext: `unsprawl import --map '.*card \(1\)\.csv' -w /);
    expect(readdirSync(root)).not.toContain('mapping-proposal.yaml');
  });

  it('writes the proposals, with their confidence and without personal data, and the next command', async () => {
    const { status, stdout } = await cli(['import', '--map', file, '-w', root]);
    expect(status).toBe(3);
    expect(stdout).toMatch(/run `unsprawl import --map '.*by file\/mapping-proposal\.yaml' '.*card \(1\)\.csv' -w '/);
    const text = readFileSync(join(root, 'mapping-proposal.yaml'), 'utf8');
    expect(text).toMatch(/"Betrag": amount # 0\.85/);
    expect(text).not.toMatch(/Ann|Lee|ASANA/);
  });

  it('tells the same as a document', async () => {
    const { status, json } = await cli(['import', '--map', file, '-w', root, '--json']);
    const { files, proposal } = json as ImportDocument;
    expect(status).toBe(3);
    expect(proposal).toMatch(/mapping-proposal\.yaml$/);
    expect(files[0]).toMatchObject({ status: 'needs-mapping', profile: null });
    expect(files[0]?.proposals?.[0]?.columns.every(({ confidence }) => confidence <= 1)).toBe(true);
  });

  it('refuses proposals that leave something open, with the line', async () => {
    const proposal = join(root, 'mapping-proposal.yaml');
    const before = await cli(['import', '--map', proposal, file, '-w', root, '--json']);
    expect(before.status).toBe(2);
    expect(before.json).toMatchObject({ error: { code: 'invalid-settings', file: 'mapping-proposal.yaml' } });
    expect((before.json as { error: { row: number } }).error.row).toBeGreaterThan(5);
    expect(readdirSync(root)).not.toContain('mappings.yaml');
  });

  it('takes the corrected file, keeps it, and reads the file by it', async () => {
    const proposal = join(root, 'mapping-proposal.yaml');
    const corrected = readFileSync(proposal, 'utf8')
      .replace('"Gebucht am": ask', '"Gebucht am": dmy')
      .replace('"Wo": null', '"Wo": merchant')
      .replace(/# constants: \{.*\}/, 'constants: {currency: "EUR"}');
    writeFileSync(proposal, corrected);
    const { status, stdout, stderr } = await cli(['import', '--map', proposal, file, '-w', root, '--by', 'IT lead']);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/card \(1\)\.csv {2}imported as Card or ledger lines: 2 rows, by your mapping of \d{4}-/);
    expect(mappings(root)).toMatchObject([
      { profile: 'template-spend', by: 'IT lead', day_orders: { 'Gebucht am': 'dmy' } },
    ]);
    expect(paid(await collected(root))).toEqual(['2026-04-03 9000 EUR', '2026-06-05 1250 EUR']);
  });

  it('reads a later file with the same columns by it, in any order, without asking', async () => {
    const later = written('neu.csv', 'Inhaber;Betrag;Wo;Gebucht am\nBen;8,00;ASANA.COM;07/06/2026\n');
    const { status, stdout } = await cli(['import', later, '-w', root]);
    expect(status).toBe(0);
    expect(stdout).toContain('by your mapping of');
    expect(paid(await collected(root))).toContain('2026-06-07 800 EUR');
  });

  it('refuses a mapping that was broken by hand, at import and at collect, with its line', async () => {
    const path = join(root, 'mappings.yaml');
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, good.replace('Wo: merchant', 'Wo: shop'));
    for (const words of [['import', file], ['collect']]) {
      const { status, json } = await cli([...words, '-w', root, '--json']);
      expect(status).toBe(2);
      expect(json).toMatchObject({ error: { file: 'mappings.yaml', field: 'mappings.0.columns.Wo' } });
    }
    writeFileSync(path, good);
  });

  it('says in the report what is no longer read where a mapping is taken away', async () => {
    const path = join(root, 'mappings.yaml');
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, 'schema: unsprawl/mappings@1\nmappings: []\n');
    const titles = (await collected(root)).gaps.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['card (1).csv was not read', 'neu.csv was not read']));
    writeFileSync(path, good);
  });
});

describe('a workbook of which one sheet is known', () => {
  it('is imported, the other sheet is told, and a mapping brings it in later', async () => {
    const root = await make('workbook');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('people').addRows([
      ['email', 'team'],
      ['a@x.example', 'IT'],
    ]);
    book.addWorksheet('Karten').addRows([
      ['Tag', 'Wo', 'Rechnungsbetrag', 'Währung'],
      ['27.05.2026', 'ASANA.COM', 12.5, 'EUR'],
    ]);
    const file = written('two.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    const first = await cli(['import', file, '-w', root]);
    expect(first.status).toBe(0);
    expect(first.stdout).toContain('Karten: not recognised; nearest is Card or ledger lines');
    expect(first.stdout).toContain('Its header is not known; `unsprawl import --map` with this file');
    expect((await collected(root)).gaps.map(({ title }) => title)).toContain(
      'The sheet "Karten" of two.xlsx was not read',
    );

    const map = written(
      'two.yaml',
      'schema: unsprawl/mappings@1\nmappings:\n  - header: [Tag, Wo, Rechnungsbetrag, Währung]\n    profile: template-spend\n    columns: {Tag: date, Wo: merchant, Rechnungsbetrag: amount, Währung: currency}\n',
    );
    const second = await cliJson<ImportDocument>(['import', '--map', map, file, '-w', root]);
    expect(second.files).toMatchObject([{ status: 'imported', profile: 'template-people + template-spend' }]);
    const snapshot = await collected(root);
    expect(paid(snapshot)).toEqual(['2026-05-27 1250 EUR']);
    expect(snapshot.gaps.map(({ title }) => title)).not.toContain('The sheet "Karten" of two.xlsx was not read');
    const { files } = JSON.parse(readFileSync(join(root, 'inbox', 'index.json'), 'utf8'));
    expect(files).toHaveLength(1);
    const third = await cliJson<ImportDocument>(['import', '--map', map, file, '-w', root]);
    expect(third.files).toMatchObject([{ status: 'duplicate' }]);
  });
});

describe('import', () => {
  it('takes what is sure enough with --accept-proposals and leaves the rest', async () => {
    const root = await make('accepting');
    const sure = written('sure.csv', 'Belegdatum;Lieferant;Bruttobetrag;Währung\n27.05.2026;SLACK;12,50;EUR\n');
    const words = ['import', '--accept-proposals', '0.8', sure, written('open.csv', CARD), '-w', root, '--json'];
    const { status, json } = await cli(words);
    expect(status).toBe(3);
    expect((json as ImportDocument).files.map((file) => file.status)).toEqual(['imported', 'needs-mapping']);
    expect(mappings(root)).toHaveLength(1);
    const wrong = await cli(['import', '--accept-proposals', 'much', sure, '-w', root, '--json']);
    expect(wrong.json).toMatchObject({ error: { field: 'accept-proposals' } });
  });

  it('takes what a file of proposals says and leaves open what it leaves open', async () => {
    const root = await make('half said');
    const known = 'header: [Tag, Wo, Preis, Geld], profile: template-spend';
    const map = written(
      'half.yaml',
      `schema: unsprawl/mappings@1\nmappings:\n  - {header: [zeta], profile: "?"}\n  - {${known}, columns: {Tag: date, Wo: merchant, Preis: amount, Geld: currency}}\n`,
    );
    const files = [
      written('half/zeta.csv', 'zeta\n1\n'),
      written('half/spend.csv', 'Tag,Wo,Preis,Geld\n27.05.2026,SLACK,12.50,EUR\n'),
    ];
    const { status, json } = await cli(['import', '--map', map, ...files, '-w', root, '--json']);
    expect(status).toBe(3);
    expect((json as ImportDocument).files.map((file) => file.status)).toEqual(['needs-mapping', 'imported']);
    expect(mappings(root)).toHaveLength(1);
    writeFileSync(map, readFileSync(map, 'utf8').replace('Wo: merchant', 'Wo: shop'));
    const wrong = await cli(['import', '--map', map, ...files, '-w', root, '--json']);
    expect(wrong.json).toMatchObject({ error: { row: 4, field: 'mappings.1.columns.Wo' } });
  });

  it('waits with a known file whose days can be read either way until somebody has said which', async () => {
    const root = await make('either way');
    const file = written('either.csv', 'date,merchant,amount,currency\n03/04/2026,Zoom,1.00,EUR\n');
    const { status, stdout } = await cli(['import', file, '-w', root]);
    expect(status).toBe(3);
    expect(stdout).toContain('either.csv  needs-mapping: Card or ledger lines: 0 rows, 1 rejected');
    expect(stdout).toContain('-> Day or month first in date?');
    const { proposal } = (await cli(['import', '--map', file, '-w', root, '--json'])).json as ImportDocument;
    expect(proposal).toBeDefined();
    const path = join(root, 'mapping-proposal.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"date": ask', '"date": dmy'));
    expect((await cliJson<ImportDocument>(['import', '--map', path, file, '-w', root])).files).toMatchObject([
      { status: 'imported', rows: { used: 1, rejected: 0 } },
    ]);
  });

  it('leaves out for good what a mapping leaves out', async () => {
    const root = await make('leaving out');
    const map = written(
      'out.yaml',
      'schema: unsprawl/mappings@1\nmappings:\n  - {header: [zeta, eta], profile: null}\n',
    );
    const file = written('strange.csv', 'eta,zeta\n1,2\n');
    const first = await cli(['import', '--map', map, file, '-w', root]);
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/strange\.csv {2}left-out/);
    expect((await cliJson<ImportDocument>(['import', file, '-w', root])).files).toMatchObject([{ status: 'left-out' }]);
  });

  it('takes a folder, and says what it passed over', async () => {
    const root = await make('folder');
    written('exports/b/people.csv', 'email,team\na@x.example,IT\n');
    written('exports/a.csv', 'name,vendor\nAsana,Asana\n');
    written('exports/.hidden.csv', 'x');
    const { status, stdout } = await cli(['import', join(home.path, 'exports'), '-w', root]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /a\.csv {2}imported as List of tools: 1 row\n.*people\.csv {2}imported as People and teams: 1 row/,
    );
    expect(stdout).toMatch(/\.hidden\.csv {2}skipped: hidden/);
    expect(stdout).toContain('2 files of 2 imported.');
  });

  it('asks for the role that decides, never for a name', async () => {
    const root = await make('role');
    const { status, json } = await cli(['import', '--map', 'x.yaml', '-w', root, '--by', 'jo@acme.example', '--json']);
    expect(status).toBe(2);
    expect(json).toMatchObject({ error: { code: 'role-expected' } });
  });
});

describe.skipIf(lacks('script'))('import --map in a terminal', () => {
  /** Types each line when its question is there. */
  async function typeInto(root: string, file: string, lines: readonly (readonly [after: string, line: string])[]) {
    const run = fileURLToPath(new URL('../../bin/run.js', import.meta.url));
    const command = `"${process.execPath}" "${run}" import --map "${file}" -w "${root}" --by "IT lead"`;
    const child = spawn(programPath('script') ?? '', ['-qec', command, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    let from = 0;
    for (const [after, line] of lines) {
      for (let waited = 0; said.indexOf(after, from) < 0 && waited < 30_000; waited += 50) await pause(50);
      from = said.indexOf(after, from) + after.length;
      child.stdin.write(line);
    }
    return { status: await ended, said };
  }

  it('asks what is open, keeps the answer, and reads the file by it at once', async () => {
    const root = await make('terminal');
    const { status, said } = await typeInto(root, written('term.csv', CARD), [
      ['? for help): ', '2 merchant\n'],
      ['? for help): ', '\n'],
      ['currency is required', ''],
      ['goes back): ', '= EUR\n'],
      ['goes back): ', 'd\n'],
    ]);
    expect(status, said).toBe(0);
    expect(said).toContain('Kept in mappings.yaml');
    expect(said).toContain('imported as Card or ledger lines: 2 rows, by your mapping of');
    expect(said).not.toMatch(/Ann|Lee/);
    expect(mappings(root)).toMatchObject([
      {
        columns: { Wo: 'merchant' },
        constants: { currency: 'EUR' },
        day_orders: { 'Gebucht am': 'dmy' },
        by: 'IT lead',
      },
    ]);
  });

  it('Ctrl-C at the question leaves the workspace whole', async () => {
    const root = await make('interrupted');
    const { said } = await typeInto(root, written('term.csv', CARD), [['? for help): ', '\u0003']]);
    expect(said).toContain('Mapping (Enter takes it');
    expect(readdirSync(root)).not.toContain('mappings.yaml');
    expect((await cliJson<unknown>(['doctor', '-w', root])) as object).toBeDefined();
  });
});
