import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../../src/pipeline/collect.ts';
import { type ImportedFile, importFiles } from '../../src/pipeline/import-files.ts';
import { withUsage } from '../../src/pipeline/usage/read-usage.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts';
import { makeWorkspace, temporaryFolder } from '../support/cli.ts';

const ports = { today: '2026-10-12', randomBytes: () => new Uint8Array(32), progress: () => undefined };
const home = temporaryFolder();
afterAll(home.dispose);

/** 3 April, which may be 4 March, and three that can be nothing else; all of them at ten past nine in Berlin. */
const DAYS = ['2026-04-03', '2026-04-13', '2026-04-14', '2026-04-30'];

let count = 0;
let fresh = '';
beforeAll(async () => {
  fresh = await makeWorkspace(join(home.path, 'fresh'), { start: '2026-04-01', end: '2026-06-30' });
});

/** Imports a file into a workspace whose organisation is in Berlin. */
async function imported(file: string, content: string | null): Promise<{ workspace: Workspace; taken: ImportedFile }> {
  count += 1;
  const root = join(home.path, `workspace-${count}`);
  cpSync(fresh, root, { recursive: true });
  const opened = await openWorkspace(root);
  const organisation = { ...opened.config.organisation, time_zone: 'Europe/Berlin' };
  const workspace = { ...opened, config: { ...opened.config, organisation } };
  const path = join(home.path, file);
  if (content !== null) writeFileSync(path, content);
  const { files } = await importFiles(workspace, [path], { copyLarge: false }, ports);
  const [taken] = files;
  if (taken === undefined) throw new Error('nothing was imported');
  return { workspace, taken };
}

/** Days of the facts that the import left, or why it refused the file. */
async function daysIn(file: string, content: string | null): Promise<readonly string[] | string> {
  const { workspace, taken } = await imported(file, content);
  if (taken.status !== 'imported') return taken.problems[0]?.message ?? '';
  const facts = join(workspace.snapshotFolder, 'logs', '*.parquet');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(
    `select cast(day as varchar) from read_parquet('${facts}') where day is not null order by day`,
  );
  return reader.getRowsJS().map(([day]) => String(day));
}

function lines(times: readonly (string | number)[]): string {
  const record = (timestamp: string | number) => ({ timestamp, email: 'ann@acme.example', tool: 'Figma' });
  return times.map((timestamp) => `${JSON.stringify(record(timestamp))}\n`).join('');
}

const daysOf = (times: readonly (string | number)[]) => daysIn(`log-${count}.jsonl`, lines(times));

describe('times of a log for the usage engine', () => {
  it.each([
    ['with a zone', DAYS.map((day) => `${day}T09:10:00+02:00`)],
    ['in UTC with parts of a second', DAYS.map((day) => `${day}T07:10:00.123Z`)],
    ["with a blank and no zone, which is the organisation's", DAYS.map((day) => `${day} 09:10`)],
    ['in seconds since 1970', DAYS.map((day) => Date.parse(`${day}T07:10:00Z`) / 1000)],
    ['in milliseconds since 1970', DAYS.map((day) => Date.parse(`${day}T07:10:00Z`))],
    ['day first, as the others tell', ['03/04/2026 09:10', '13/04/2026 09:10', '14/04/2026 09:10', '30/04/2026 09:10']],
    [
      'month first, with a half of the day',
      ['4/3/2026, 9:10:00 AM', '4/13/2026, 9:10:00 AM', '4/14/2026, 9:10:00 AM', '4/30/2026, 9:10:00 AM'],
    ],
    ['with dots', ['03.04.2026 09:10:00', '13.04.2026 09:10:00', '14.04.2026 09:10:00', '30.04.2026 09:10:00']],
    ['with words', ['Apr 3, 2026 09:10:00', 'Apr 13, 2026 09:10:00', 'Apr 14, 2026 09:10:00', 'Apr 30, 2026 09:10:00']],
  ])('are read %s', async (_, times) => {
    expect(await daysOf(times)).toEqual(DAYS);
  });

  it('are asked about where no time tells the order of day and month', async () => {
    expect(await daysOf(['03/04/2026 09:10', '05/06/2026 09:10'])).toMatch(/whether the day or the month stands first/);
  });

  it('tell from the whole column, not from its beginning', async () => {
    const many = Array.from({ length: 1500 }, () => '03/04/2026 09:10');
    expect(await daysOf([...many, '30/04/2026 09:10'])).toEqual(['2026-04-03', '2026-04-30']);
  });

  it('tell it where all of the first are on one day, which either order reads alike', async () => {
    const many = Array.from({ length: 1500 }, (_, at) => `04/13/2026 09:${String(at % 60).padStart(2, '0')}`);
    expect([...new Set(await daysOf([...many, '04/03/2026 09:10']))]).toEqual(['2026-04-03', '2026-04-13']);
  });

  it('have a year of two digits behind dots, as in a table, and nowhere else', async () => {
    expect(await daysOf(['13.04.26 09:10', '14.04.26 09:10'])).toEqual(['2026-04-13', '2026-04-14']);
    expect(await daysOf(['13/04/26 09:10', '14/04/26 09:10'])).toMatch(/has a year of two digits/);
  });

  it('are looked for in the whole log where none of the first can be read', async () => {
    const many = Array.from({ length: 1500 }, (_, at) => `2026-04-03 09:${at % 60} somewhere`);
    expect(await daysOf([...many, '2026-04-13 09:10', '2026-04-14 09:10'])).toEqual(['2026-04-13', '2026-04-14']);
  });

  it('are refused in words where they cannot be read at all', async () => {
    expect(await daysOf(['yesterday', 'today'])).toMatch(/what stands there is not a date such as/);
  });

  it('are no midnight where only the day is written', async () => {
    const { workspace } = await imported('days.jsonl', lines(['2026-04-03T09:10:00Z', '2026-04-04']));
    const snapshot = await withUsage(workspace, await collect(workspace, ports));
    expect(snapshot.usageDays.day).toEqual(['2026-04-03']);
    expect(snapshot.rejected).toMatchObject([{ at: { row: 2 }, reason: 'has a day but no time' }]);
  });
});

describe('Parquet', () => {
  beforeAll(async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const rows = DAYS.map((day) => `(timestamptz '${day} 09:10:00+02', 'ann@acme.example', 'Figma')`).join(', ');
    await connection.run(
      `copy (select * from (values ${rows}) v (timestamp, email, tool)) to '${join(home.path, 'log.parquet')}'`,
    );
    await connection.run(`copy (select 1 as a, 2 as b) to '${join(home.path, 'other.parquet')}'`);
  });

  it('is read by the names of its columns', async () => {
    expect(await daysIn('log.parquet', null)).toEqual(DAYS);
  });

  it('that is cut off is refused as such', async () => {
    const whole = readFileSync(join(home.path, 'log.parquet'));
    writeFileSync(join(home.path, 'cut.parquet'), whole.subarray(0, whole.length - 20));
    expect(await daysIn('cut.parquet', null)).toBe('This begins as a Parquet file and is damaged or cut off.');
  });

  it('of another kind is refused with the next step', async () => {
    expect(await daysIn('other.parquet', null)).toBe(
      'This is a Parquet file whose fields are those of no event log that is known.',
    );
  });
});
