import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import { type CliResult, cli, cliJson, makeWorkspace, temporaryFolder } from '../support/cli.ts';
import { ODD_MAPPINGS, quarterSettings, writeOddExports, writeTemplateExports } from '../support/odd-exports.ts';

interface ImportDocument {
  readonly files: readonly {
    readonly path: string;
    readonly status: string;
    readonly profile: string | null;
    readonly rows: { readonly used: number; readonly rejected: number };
    readonly problems: readonly unknown[];
  }[];
}

const home = temporaryFolder();
const [odd, plain] = [join(home.path, 'odd'), join(home.path, 'plain')];
const mappings = join(home.path, 'mappings of the client.yaml');
const inbox = { odd: join(home.path, 'from the client'), plain: join(home.path, 'templates') };
let said: CliResult;
let asTemplates: ImportDocument;

async function workspace(root: string): Promise<void> {
  await makeWorkspace(root);
  const { config, policy } = quarterSettings();
  writeFileSync(join(root, 'unsprawl.yaml'), config);
  writeFileSync(join(root, 'policy.yaml'), policy);
}

beforeAll(async () => {
  await Promise.all([workspace(odd), workspace(plain)]);
  mkdirSync(inbox.odd);
  await writeOddExports(inbox.odd);
  writeTemplateExports(inbox.plain);
  writeFileSync(mappings, ODD_MAPPINGS);
  // The same people have to get the same pseudonyms.
  writeFileSync(join(odd, '.key'), readFileSync(join(plain, '.key')));
  said = await cli(['import', '--map', mappings, inbox.odd, '-w', odd]);
  asTemplates = await cliJson<ImportDocument>(['import', inbox.plain, '-w', plain]);
  await Promise.all([odd, plain].map((root) => cliJson<unknown>(['collect', '-w', root])));
});
afterAll(home.dispose);

/** What names a file or a place in one differs, and so does the order of what has no other. */
const PLACES = new Set(['source', 'evidence', 'sources', 'toldBy']);

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(withoutPlaces).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => !PLACES.has(key));
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutPlaces(held)]));
}

/** Counts by kind of file, added up: a card statement counts as lines of spend. */
function bucketSums({ reconciliation }: Snapshot): unknown {
  const sums: Record<string, number> = {};
  for (const { kind, buckets } of reconciliation.kinds) {
    const group = ['amex-us', 'expensify'].includes(kind) ? 'template-spend' : kind;
    for (const [bucket, count] of Object.entries(buckets)) {
      const key = `${group} ${bucket}`;
      sums[key] = (sums[key] ?? 0) + count;
    }
  }
  return sums;
}

function snapshotOf(root: string): Snapshot {
  return Snapshot.parse(JSON.parse(readFileSync(join(root, 'snapshots', '2026-Q3', 'snapshot.json'), 'utf8')));
}

describe('ten differently shaped exports', () => {
  it('are imported by one command, each said in one line', () => {
    expect(said.status, said.stdout + said.stderr).toBe(0);
    const lines = said.stdout.split('\n').filter((line) => line.startsWith(`  ${inbox.odd}`));
    const told = lines.map((line) => line.trim().replace(inbox.odd, '').slice(1));
    expect(told.map((line) => line.replace(/\d{4}-\d\d-\d\d$/, 'TODAY'))).toEqual([
      'Expenses export.tsv  imported as Expensify: expenses: 228 rows',
      'Personal Stand Oktober.csv  imported as People and teams: 124 rows, by your mapping of TODAY',
      'Tracker Kopie.xlsx  imported as Work items + Documents and where they live: 1680 rows',
      'Umsatz NEU.txt  imported as Card or ledger lines: 113 rows, by your mapping of TODAY',
      'activity (1).csv.gz  imported as American Express: card statement (US): 322 rows',
      'activity.csv  imported as American Express: card statement (US): 831 rows',
      'download.zip  imported as Meetings + Messages per team and week: 2529 rows',
      'export-2026-10-05.csv  imported as Decision records: 32 rows, header in row 4',
      'final_v3 (2).xlsx  imported as Contracts + List of tools + Integrations between tools + Survey answers per team + Declared single sources + What teams must be able to do + Exchange rates: 252 rows',
      'usage_export  imported as Use of tools per person: 1151 rows',
    ]);
    expect(said.stdout).toContain('    contracts: Contracts: 60 rows, header in row 4');
    expect(said.stdout).toContain('    out/calendar.csv: Meetings: 2373 rows');
    expect(said.stdout).toContain('    Not read: Comment.');
    expect(said.stdout).toContain('10 files of 10 imported.');
  });

  it('say as much as the templates', () => {
    for (const file of asTemplates.files)
      expect(file, basename(file.path)).toMatchObject({ status: 'imported', rows: { rejected: 0 }, problems: [] });
    const rows = (root: string) => snapshotOf(root).reconciliation.rows;
    // 228 + 124 + 1680 + 113 + 322 + 831 + 2529 + 32 + 252 + 1151
    expect(rows(odd).total).toBe(7262);
    expect(rows(odd)).toEqual(rows(plain));
  });

  it('give the same snapshot', () => {
    const [fromOdd, fromPlain] = [snapshotOf(odd), snapshotOf(plain)];
    expect(bucketSums(fromOdd)).toEqual(bucketSums(fromPlain));
    expect(fromOdd.reconciliation.money).toEqual(fromPlain.reconciliation.money);
    expect(fromOdd.reconciliation.unconverted).toEqual(fromPlain.reconciliation.unconverted);
    for (const key of Object.keys(fromPlain) as (keyof Snapshot)[]) {
      if (key === 'sources' || key === 'reconciliation') continue;
      expect(withoutPlaces(fromOdd[key]), key).toEqual(withoutPlaces(fromPlain[key]));
    }
  });
});
