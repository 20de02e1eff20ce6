import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { collect } from '../../src/pipeline/collect.ts';
import { importFiles } from '../../src/pipeline/import-files.ts';
import { withUsage } from '../../src/pipeline/usage/read-usage.ts';
import { openWorkspace } from '../../src/workspace/workspace.ts';
import { makeWorkspace, temporaryFolder } from '../support/cli.ts';
import { HARBOUR_LANE } from '../support/harbour-lane.ts';

const QUARTER = join(HARBOUR_LANE, 'after');
const LOG = 'okta-application-usage.csv';
/** Files that name the same people and tools. */
const BESIDE = ['contracts.csv', 'google-users.csv', 'inventory.csv', 'okta-current-assignments.csv', 'people.csv'];
const ports = { today: '2026-10-12', randomBytes: () => new Uint8Array(32), progress: () => undefined };

const home = temporaryFolder();
afterAll(home.dispose);

type Row = Readonly<Record<string, string>>;
const text = readFileSync(join(QUARTER, 'exports', LOG), 'utf8');
const rows: readonly Row[] = parse(text, { columns: true, bom: true });

function lines(all: readonly Row[]): string {
  return all.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The sample company with its sign-in log replaced by these files. */
async function snapshotOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<Snapshot> {
  const root = join(home.path, name);
  await makeWorkspace(root);
  for (const file of ['unsprawl.yaml', 'policy.yaml']) copyFileSync(join(QUARTER, file), join(root, file));
  copyFileSync(join(home.path, '.key'), join(root, '.key'));
  const folder = join(home.path, `${name}-files`);
  mkdirSync(folder);
  for (const file of BESIDE) copyFileSync(join(QUARTER, 'exports', file), join(folder, file));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, 'log'), { recursive: true });
    writeFileSync(join(folder, 'log', file), content);
  }
  const workspace = await openWorkspace(root);
  const { files: taken } = await importFiles(workspace, [folder], { copyLarge: false }, ports);
  expect(taken.filter(({ status }) => status !== 'imported').map(({ path, problems }) => [path, problems])).toEqual([]);
  return withUsage(workspace, await collect(workspace, ports));
}

/** Accounts without the rows that tell of them, for people as the sources name them. */
function accountsOf({ accounts, people }: Snapshot) {
  return accounts
    .map(({ evidence: _, toldBy: __, person, ...account }) => ({ who: people[person]?.pseudonym ?? '', ...account }))
    .sort((a, b) => (`${a.tool} ${a.who}` < `${b.tool} ${b.who}` ? -1 : 1));
}

function daysOf({ usageDays, people }: Snapshot): string[] {
  const { tool, person, day, events } = usageDays;
  return tool.map((id, at) => `${id} ${people[person[at] ?? -1]?.pseudonym} ${day[at]} ${events[at]}`).sort();
}

function bucketsOf({ reconciliation }: Snapshot) {
  return [reconciliation.rows, reconciliation.kinds, reconciliation.money];
}

let byRow: Snapshot;
beforeAll(async () => {
  writeFileSync(join(home.path, '.key'), `${'5a'.repeat(32)}\n`);
  byRow = await snapshotOf('by-row', { [LOG]: text });
});

function expectSame(counted: Snapshot): void {
  expect(counted.usageFile?.name).toBe('usage.parquet');
  expect(daysOf(counted)).toEqual(daysOf(byRow));
  expect(accountsOf(counted)).toEqual(accountsOf(byRow));
  expect(counted.tools.map(({ id, rawNames }) => [id, rawNames])).toEqual(
    byRow.tools.map(({ id, rawNames }) => [id, rawNames]),
  );
  expect(counted.openNames).toEqual(byRow.openNames);
  expect(bucketsOf(counted)).toEqual(bucketsOf(byRow));
}

describe('a log that the usage engine counts', () => {
  it('gives what the same log gives row by row', async () => {
    expect(byRow.usageFile).toBeUndefined();
    expect(byRow.usageDays.day.length).toBeGreaterThan(1000);
    expectSame(await snapshotOf('lines', { 'log.jsonl': lines(rows) }));
  });

  it('counts overlapping exports once, whether they are lines, compressed, or read row by row', async () => {
    const [third, twoThirds] = [Math.floor(rows.length / 3), Math.floor((2 * rows.length) / 3)];
    const [header = '', ...body] = text.trimEnd().split('\n');
    const files = {
      'a.jsonl': lines(rows.slice(0, twoThirds)),
      'b.jsonl.gz': gzipSync(lines(rows.slice(third))),
      'c.csv': [header, ...body.slice(third, twoThirds)].join('\n'),
    };
    const counted = await snapshotOf('overlapping', files);
    expect(daysOf(counted)).toEqual(daysOf(byRow));
    expect(accountsOf(counted)).toEqual(accountsOf(byRow));
    const told = counted.sources.filter(({ cannotTell }) => cannotTell.includes('Overlaps another log'));
    expect(told.map(({ file }) => file).sort()).toEqual(['a.jsonl', 'b.jsonl.gz', 'c.csv']);
  });

  it('adds up a folder of parts that share days but no moments', async () => {
    const inOrder = [...rows].sort(
      (a, b) => Date.parse(a['Login Date_ISO8601'] ?? '') - Date.parse(b['Login Date_ISO8601'] ?? ''),
    );
    const size = Math.ceil(inOrder.length / 7);
    const parts = Array.from({ length: 7 }, (_, part) => [
      `part-${part}.jsonl`,
      lines(inOrder.slice(part * size, (part + 1) * size)),
    ]);
    const counted = await snapshotOf('parts', Object.fromEntries(parts));
    expect(daysOf(counted)).toEqual(daysOf(byRow));
    expect(accountsOf(counted)).toEqual(accountsOf(byRow));
  });

  it('keeps its rejects and says why, and every row is in one bucket', async () => {
    const damaged = [
      ...rows.slice(0, 5),
      { ...rows[5], Login: 'n/a' },
      { ...rows[6], 'Instance Name': '' },
      { ...rows[7], 'Login Date': 'yesterday', 'Login Date_ISO8601': 'yesterday' },
    ] as readonly Row[];
    const counted = await snapshotOf('damaged', { 'log.jsonl': `${lines(damaged)}{"Login": broken\n` });
    const own = counted.sources.find(({ file }) => file === 'log.jsonl');
    expect(own?.rows).toBe(9);
    const rejected = counted.rejected.filter(({ at }) => at.source === own?.id);
    expect(rejected.map(({ at, reason, rows: many }) => [at.row, reason, many])).toEqual([
      [9, 'is no JSON record in UTF-8: it is cut off or damaged', undefined],
      [null, 'no person or no tool named', 2],
      [8, 'is not a date such as 2026-08-27', undefined],
    ]);
    const { buckets } = counted.reconciliation.sources.find(({ source }) => source === own?.id) ?? {};
    expect([buckets?.rejected, Object.values(buckets ?? {}).reduce((sum, each) => sum + each, 0)]).toEqual([4, 9]);
  });

  it('knows the records that the interfaces of Okta and Microsoft give', async () => {
    const okta = (type: string, result: string, app: string) => ({
      ...{ published: '2026-07-03T09:15:00.123Z', eventType: type, outcome: { result } },
      ...{
        actor: { alternateId: 'ann@acme.example', type: 'User' },
        target: [{ type: 'AppInstance', displayName: app }],
      },
    });
    const entra = (errorCode: number) => ({
      ...{ createdDateTime: '2026-07-04T07:00:00Z', userPrincipalName: 'Ann@acme.example', appDisplayName: 'Figma' },
      status: { errorCode, failureReason: 'x' },
    });
    const records = [
      okta('user.authentication.sso', 'SUCCESS', 'Figma'),
      okta('user.authentication.sso', 'FAILURE', 'Figma'),
      okta('user.session.start', 'SUCCESS', 'Okta'),
    ];
    const counted = await snapshotOf('interfaces', {
      'okta.jsonl': records.map((record) => `${JSON.stringify(record)}\n`).join(''),
      'entra.json': JSON.stringify([entra(0), entra(50126)], null, 2),
    });
    const kinds = counted.sources.flatMap(({ file, kind, rows: all }) =>
      /json/.test(file ?? '') ? [[kind, all]] : [],
    );
    expect(kinds).toEqual([
      ['entra-sign-ins', 2],
      ['okta-system-log', 3],
    ]);
    const { tool, day, events } = counted.usageDays;
    const figma = tool.flatMap((id, at) => (id === 'figma' ? [[day[at], events[at]]] : []));
    expect(figma).toEqual([
      ['2026-07-03', 1],
      ['2026-07-04', 1],
    ]);
  });

  it('holds no address, neither in the inbox nor in the snapshot', () => {
    const root = join(home.path, 'lines');
    const addresses = [...new Set(rows.map(({ Login }) => Login ?? ''))];
    const kept = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && /\.survey\.json$|[\\/]snapshots[\\/]/.test(`${entry.parentPath}/${entry.name}`),
      )
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1').toLowerCase());
    expect(kept.length).toBeGreaterThan(3);
    for (const content of kept)
      expect(addresses.filter((address) => content.includes(address.toLowerCase()))).toEqual([]);
  });
});
