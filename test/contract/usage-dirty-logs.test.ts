import { createHash } from 'node:crypto';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { collect } from '../../src/pipeline/collect.ts';
import { type ImportedFile, type ImportResult, importFiles } from '../../src/pipeline/import-files.ts';
import { keepMappings } from '../../src/pipeline/keep-mappings.ts';
import { draftOf } from '../../src/pipeline/mapping-draft.ts';
import { withUsage } from '../../src/pipeline/usage/read-usage.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts';
import { makeWorkspace, temporaryFolder } from '../support/cli.ts';
import { readTable } from '../support/read-table.ts';

const ports = { today: '2026-10-12', randomBytes: () => new Uint8Array(32), progress: () => undefined };
const home = temporaryFolder();
afterAll(home.dispose);

let count = 0;
let fresh = '';
beforeAll(async () => {
  fresh = await makeWorkspace(join(home.path, 'fresh'), { start: '2026-07-01', end: '2026-09-30' });
});

async function workspaceAnew(): Promise<Workspace> {
  count += 1;
  const root = join(home.path, `workspace-${count}`);
  cpSync(fresh, root, { recursive: true });
  return openWorkspace(root);
}

async function importedInto(workspace: Workspace, file: string, content: string | Uint8Array): Promise<ImportResult> {
  const path = join(home.path, `${count}-${file}`);
  writeFileSync(path, content);
  return importFiles(workspace, [path], { copyLarge: false }, ports);
}

interface Taken {
  readonly workspace: Workspace;
  readonly file: ImportedFile;
}

async function imported(file: string, content: string | Uint8Array): Promise<Taken> {
  const workspace = await workspaceAnew();
  const { files } = await importedInto(workspace, file, content);
  if (files[0] === undefined) throw new Error('nothing was imported');
  return { workspace, file: files[0] };
}

async function snapshotOf({ workspace }: Taken): Promise<Snapshot> {
  return withUsage(workspace, await collect(workspace, ports));
}

/** Every row of the one source in one bucket. */
function buckets({ reconciliation }: Snapshot): { total: number; used: number; rejected: number } {
  const { total, buckets: by } = reconciliation.sources[0]!;
  expect(Object.values(by).reduce((sum, each) => sum + each, 0)).toBe(total);
  return { total, used: by.used, rejected: by.rejected };
}

const told = ({ problems }: ImportedFile) => problems.map(({ row, message }) => `${row ?? '-'} ${message}`);

/** Long enough to be no file that is read row by row, in few rows. */
const ROWS = 24_000;
const PAD = 'x'.repeat(760);
const HEADER = 'timestamp,email,tool,event';

function row(number: number, event = PAD, time = timeOf(number)): string {
  return `${time},person${number % 50}@acme.example,Figma,${event}`;
}

/** One event each five minutes from 1 July on. */
function timeOf(number: number): string {
  return new Date(Date.UTC(2026, 6, 1) + number * 300_000).toISOString().replace('.000', '');
}

/** A log of over 16 MB with some rows, by their number in the file, written otherwise. */
function csv(others: Readonly<Record<number, string>>, end = '\n'): string {
  const rows = Array.from({ length: ROWS }, (_, at) => others[at + 2] ?? row(at));
  return `${[HEADER, ...rows].join(end)}${end}`;
}

/** Cases that are read row by row too, which takes its time. */
const IN_DETAIL = ['twice', 'beside such cells on Windows'];

const UNCLOSED = row(0, '"unclosed');

describe('a quote that is never closed in a large log costs its own row', () => {
  const cases: readonly (readonly [string, Record<number, string>, string, number])[] = [
    ['early', { 40: UNCLOSED }, '\n', 1],
    ['late', { 23900: UNCLOSED }, '\n', 1],
    ['twice', { 300: UNCLOSED, 20000: UNCLOSED }, '\n', 2],
    ['in two rows that follow each other', { 300: UNCLOSED, 301: UNCLOSED }, '\n', 2],
    // The quote behind a word is a letter, as a spreadsheet program has it.
    ['before a cell that is closed by mistake', { 300: UNCLOSED, 9000: row(0, 'closed"') }, '\n', 1],
    ['with line ends of Windows', { 40: UNCLOSED, 23000: UNCLOSED }, '\r\n', 2],
    ['beside cells of several lines', { 50: row(0, '"several\nlines, ""quoted"""'), 9000: UNCLOSED }, '\n', 1],
    [
      'beside such cells on Windows',
      { 50: row(0, '"several\r\nlines"'), 51: row(1, 'a\tb'), 9000: UNCLOSED },
      '\r\n',
      1,
    ],
  ];

  it.each(cases)('%s', async (name, others, end, rejected) => {
    const text = csv(others, end);
    expect(text.length).toBeGreaterThan(16 * 1024 * 1024);
    const taken = await imported('log.csv', text);
    expect(taken.file).toMatchObject({ status: 'imported', rows: { used: ROWS - rejected, rejected } });
    expect(buckets(await snapshotOf(taken))).toEqual({ total: ROWS, used: ROWS - rejected, rejected });
    if (!IN_DETAIL.includes(name)) return;
    const byRow = (await readTable(Buffer.from(text))).sheets[0]!;
    expect(told(taken.file)).toEqual(byRow.rejected.map(({ at, reason }) => `${at.row} ${reason}`));
  });

  it('in a compressed one too', async () => {
    // Letters that hardly shrink, so that it stays over two megabytes.
    const letters = (at: number) => createHash('sha512').update(String(at)).digest('base64');
    const rows = Array.from({ length: 40_000 }, (_, at) => (at === 700 ? UNCLOSED : row(at, letters(at))));
    const packed = gzipSync([HEADER, ...rows, ''].join('\n'));
    expect(packed.length).toBeGreaterThan(2 * 1024 * 1024);
    const { file } = await imported('log.csv.gz', packed);
    expect(file.rows).toEqual({ used: 39_999, rejected: 1 });
    expect(told(file)).toEqual(['702 is longer than 4 MB or opens a quote that is not closed']);
  });

  it('and cells of several lines alone cost nothing', async () => {
    const several = { 60: row(0, '"several\nlines"'), 61: row(1, '"and\n\nmore"'), 23990: row(2, '"at the\nend"') };
    const { file } = await imported('log.csv', csv(several));
    expect(file).toMatchObject({ rows: { used: ROWS, rejected: 0 }, problems: [] });
  });

  it('and such a log is read again where its facts are counted anew', async () => {
    const taken = await imported('log.csv', csv({ 40: UNCLOSED }));
    const people = 'email,time_zone\nperson1@acme.example,Asia/Kolkata\n';
    await importedInto(taken.workspace, 'people.csv', people);
    const [first, again] = [await snapshotOf(taken), await snapshotOf(taken)];
    expect(again.usageDays).toEqual(first.usageDays);
    // 480 rows of each person; the row that is lost is one of the person with the number 38 - 50 * 0.
    expect(first.usageDays.events.reduce((sum, each) => sum + each, 0)).toBe(ROWS - 1);
  });
});

describe('what stops the engine in a large log costs its own row too', () => {
  const rows = Array.from({ length: ROWS }, (_, at) => row(at));
  it.each<readonly [string, string, readonly string[]]>([
    [
      'line ends of two kinds',
      `${HEADER}\r\n${rows.slice(0, 9000).join('\r\n')}\r\n${rows.slice(9000).join('\n')}\n`,
      [],
    ],
    ['line ends of old machines', `${[HEADER, ...rows].join('\r')}\r`, []],
    ['a NUL byte', csv({ 7: row(5, PAD, `\0${timeOf(5)}`) }), ['7 has a NUL byte in a cell']],
    ['a row of too few cells', csv({ 7: 'only,two' }), ['7 has fewer cells than the header']],
  ])('%s', async (_, text, rejected) => {
    const { file } = await imported('log.csv', text);
    expect(file).toMatchObject({
      status: 'imported',
      rows: { used: ROWS - rejected.length, rejected: rejected.length },
    });
    expect(told(file)).toEqual(rejected);
  });
});

describe('a time that cannot be read in a large log costs its own row', () => {
  const us = (number: number) => {
    const [, month, day, clock] = /^\d{4}-(\d\d)-(\d\d)T(.*)Z$/.exec(timeOf(number)) ?? [];
    return { monthFirst: `${month}/${day}/2026 ${clock}`, dayFirst: `${day}/${month}/2026 ${clock}` };
  };
  const slashed = (order: 'monthFirst' | 'dayFirst', others: Readonly<Record<number, string>>) => {
    const all = Array.from({ length: ROWS }, (_, at) => [at + 2, row(at, PAD, us(at)[order])] as const);
    return csv({ ...Object.fromEntries(all), ...others });
  };

  it.each(['dayFirst', 'monthFirst'] as const)('such as 31/31/2026 among days written %s', async (order) => {
    const taken = await imported('log.csv', slashed(order, { 5002: row(0, PAD, '31/31/2026 10:00:00') }));
    expect(taken.file.rows).toEqual({ used: ROWS - 1, rejected: 1 });
    expect(told(taken.file)).toEqual(['5002 is a date that does not exist']);
    const snapshot = await snapshotOf(taken);
    expect(buckets(snapshot)).toEqual({ total: ROWS, used: ROWS - 1, rejected: 1 });
    // 288 events a day from 1 July on: 83 days and a third.
    expect([...new Set(snapshot.usageDays.day)].sort().at(-1)).toBe('2026-09-22');
    expect(snapshot.rejected).toMatchObject([{ at: { row: 5002 }, field: 'timestamp' }]);
  });

  it('and only days that prove both orders are refused, in these words', async () => {
    const { file } = await imported('log.csv', slashed('dayFirst', { 5002: row(0, PAD, '07/31/2026 10:00:00') }));
    expect(file.status).toBe('rejected');
    expect(file.problems[0]?.message).toMatch(
      /with the day first and 1 time only with the month first; what the others/,
    );
  });

  it('as the readers of tables would read it, wherever it stands', async () => {
    const others = {
      9002: row(9000, PAD, '2026-08-01T10:00:00 IST'),
      9003: row(9001, PAD, '2026-08-01 10:00:00 CET'),
      9004: row(9002, PAD, '01.08.2026 10:00'),
      9005: row(9003, PAD, '13/07/26 10:00'),
      9006: row(9004, PAD, '2026-08-01'),
      9007: row(9005, PAD, ''),
      9008: row(9006, PAD, '1785578400'),
      9009: row(9007, PAD, '2026-08-01 10:00:00 PM'),
    };
    const text = csv(others);
    const byRow = (await readTable(Buffer.from(text))).sheets[0]!;
    const { file } = await imported('log.csv', text);
    const byNumber = (rows: readonly string[]) => [...rows].sort();
    expect(byRow.rejected.map(({ at }) => at.row)).toEqual([9002, 9005, 9006, 9007]);
    expect(byNumber(told(file))).toEqual(byNumber(byRow.rejected.map(({ at, reason }) => `${at.row} ${reason}`)));
    expect(file.rows).toEqual({ used: ROWS - 4, rejected: 4 });
  });

  it('by the hundred thousand, one reason with its count', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => [at + 5000, row(at, PAD, timeOf(at).replace('Z', ' IST'))]);
    const { file } = await imported('log.csv', csv(Object.fromEntries(many)));
    expect(file.rows).toEqual({ used: ROWS - 10_000, rejected: 10_000 });
    expect(file.problems).toHaveLength(101);
    expect(told(file)[1]).toMatch(/^5000 names a time zone that several places share/);
    expect(told(file)[0]).toMatch(/^- 9900 rows: names a time zone that several places share/);
  });

  it('and a log of which no time can be read is not taken in', async () => {
    const lines = Array.from({ length: 20 }, (_, at) => record(at, { timestamp: timeOf(at).replace('Z', ' IST') }));
    const { file, workspace } = await imported('log.jsonl', lines.join(''));
    expect(file.status).toBe('rejected');
    expect(file.problems[0]?.message).toMatch(/names a time zone that several places share/);
    expect((await collect(workspace, ports)).sources).toEqual([]);
  });
});

function record(number: number, other: object = {}): string {
  const whole = { timestamp: timeOf(number), email: `person${number % 5}@acme.example`, tool: 'Figma', ...other };
  return `${JSON.stringify(whole)}\n`;
}

const RECORDS = Array.from({ length: 30 }, (_, at) => record(at)).join('');

describe('lines of JSON', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  it.each<readonly [string, string | Uint8Array]>([
    ['with a byte order mark', `\ufeff${RECORDS}`],
    ['in UTF-16', utf16(RECORDS)],
    ['in UTF-16 with the large end first', utf16(RECORDS).swap16()],
    ['in UTF-16, compressed', gzipSync(utf16(RECORDS))],
    ['as a list with a byte order mark', `\ufeff[${RECORDS.trimEnd().split('\n').join(',')}]`],
  ])('are read whole %s', async (_, content) => {
    const taken = await imported('log.jsonl', content);
    expect(taken.file).toMatchObject({ status: 'imported', rows: { used: 30, rejected: 0 } });
    expect(buckets(await snapshotOf(taken)).used).toBe(30);
  });

  it('that are cut off are told as such, by their number', async () => {
    const { file } = await imported('log.jsonl', `${RECORDS}{"timestamp": "2026-0\n${RECORDS}{"timest`);
    expect(file.rows).toEqual({ used: 60, rejected: 2 });
    expect(told(file)).toEqual([31, 62].map((at) => `${at} is no JSON record in UTF-8: it is cut off or damaged`));
  });

  it('give the same with the paths of their fields flat', async () => {
    const okta = (at: number) => {
      const target = [{ type: 'AppInstance', displayName: 'Figma' }];
      const flat = { 'actor.alternateId': `person${at}@acme.example`, 'outcome.result': 'SUCCESS' };
      const isFlat = at % 2 === 0;
      const nested = { actor: { alternateId: `person${at}@acme.example` }, outcome: { result: 'SUCCESS' } };
      return { published: timeOf(at), eventType: 'user.authentication.sso', target, ...(isFlat ? flat : nested) };
    };
    const lines = Array.from({ length: 10 }, (_, at) => `${JSON.stringify(okta(at))}\n`).join('');
    const { file } = await imported('log.jsonl', lines);
    expect(file).toMatchObject({ profile: 'okta-system-log', rows: { used: 10, rejected: 0 } });
  });

  it('and a table name the application wherever it stands in the list, and no other target', async () => {
    const app = { type: 'AppInstance', displayName: 'Figma' };
    const person = { type: 'AppUser', displayName: 'Ann Abel' };
    const lists = [[app, person], [person, app], [person, person, person, person, app], [person], []];
    const sso = { eventType: 'user.authentication.sso', outcome: { result: 'SUCCESS' } };
    const lines = lists.map((target, at) =>
      JSON.stringify({ published: timeOf(at), actor: { alternateId: 'ann@acme.example' }, ...sso, target }),
    );
    const taken = await imported('log.jsonl', `${lines.join('\n')}\n`);
    expect(taken.file.rows).toEqual({ used: 3, rejected: 2 });
    expect((await snapshotOf(taken)).tools.map(({ name }) => name)).toEqual(['Figma']);
    const columns = [0, 1].map((place) => `target${place}.type,target${place}.display_name`).join(',');
    const rows = lists.slice(0, 2).map((list, at) => {
      const cells = list.map(({ type, displayName }) => `${type},${displayName}`).join(',');
      return `${timeOf(at)},user.authentication.sso,ann@acme.example,SUCCESS,${cells}`;
    });
    const table = `timestamp,event_type,actor.alternate_id,outcome.result,${columns}\n${rows.join('\n')}\n`;
    const { observations } = (await readTable(Buffer.from(table))).sheets[0]!;
    expect(observations.map((seen) => (seen.kind === 'usage-event' ? seen.tool.name : ''))).toEqual(['Figma', 'Figma']);
  });

  it('of which no row counts are not taken in, with the reason', async () => {
    const { file, workspace } = await imported(
      'log.jsonl',
      Array.from({ length: 5 }, (_, at) => record(at, { email: '' })).join(''),
    );
    expect(file).toMatchObject({ status: 'rejected', rows: { used: 0, rejected: 5 } });
    expect(told(file)).toEqual(['- 5 rows: no person or no tool named']);
    expect((await collect(workspace, ports)).sources).toEqual([]);
  });
});

describe('fields that nobody knows', () => {
  const strange = (at: number) => ({
    zeitpunkt: timeOf(at),
    user: { login: `person${at}@acme.example` },
    app_label: 'Figma',
  });
  const LINES = Array.from({ length: 20 }, (_, at) => `${JSON.stringify(strange(at))}\n`).join('');

  it('of JSON are proposed for a log, and read once a person has said what they are', async () => {
    const workspace = await workspaceAnew();
    const { files, questions } = await importedInto(workspace, 'log.jsonl', LINES);
    expect(files[0]?.status).toBe('needs-mapping');
    const [question] = questions;
    expect(question?.proposal.profile).toBe('template-events');
    const draft = draftOf(question!.proposal);
    const columns = { ...draft.columns, zeitpunkt: 'timestamp', 'user.login': 'email', app_label: 'tool' };
    await keepMappings(workspace, [{ ...draft, columns, on: '2026-10-12' }]);
    const mapped = await openWorkspace(workspace.root);
    const again = await importedInto(mapped, 'log.jsonl', LINES);
    expect(again.files[0]).toMatchObject({ status: 'imported', rows: { used: 20, rejected: 0 } });
  });

  it('may lack the tool, where a person names it for the whole file', async () => {
    const workspace = await workspaceAnew();
    const lines = Array.from(
      { length: 20 },
      (_, at) => `${JSON.stringify({ ...strange(at), app_label: undefined })}\n`,
    );
    const { questions } = await importedInto(workspace, 'log.jsonl', lines.join(''));
    const draft = draftOf(questions[0]!.proposal);
    const columns = { zeitpunkt: 'timestamp', 'user.login': 'email' };
    await keepMappings(workspace, [{ ...draft, columns, constants: { tool: 'Figma' }, on: '2026-10-12' }]);
    const mapped = await openWorkspace(workspace.root);
    const again = await importedInto(mapped, 'log.jsonl', lines.join(''));
    expect(again.files[0]).toMatchObject({ status: 'imported', rows: { used: 20, rejected: 0 } });
  });

  it('of Parquet are proposed too, and those of no log are refused', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const write = async (name: string, select: string) => {
      const path = join(home.path, name);
      await connection.run(`copy (${select}) to '${path}' (format parquet)`);
      return importFiles(await workspaceAnew(), [path], { copyLarge: false }, ports);
    };
    const logs =
      "select timestamptz '2026-07-03 09:10:00+02' as zeitpunkt, 'ann@acme.example' as login, 'Figma' as app_label";
    const { files, questions } = await write('strange.parquet', logs);
    expect([files[0]?.status, questions[0]?.proposal.profile]).toEqual(['needs-mapping', 'template-events']);
    const other = await write('other.parquet', 'select 1 as a, 2 as b');
    expect([other.files[0]?.status, other.questions]).toEqual(['rejected', []]);
  });
});

describe('times of Parquet', () => {
  const SECOND = Date.parse('2026-07-03T07:10:00Z') / 1000;
  it.each([
    ['seconds with a fraction', `${SECOND}.25::double`],
    ['milliseconds as a fraction', `${SECOND}123.0::double`],
    ['microseconds', `${SECOND}123456::bigint`],
    ['nanoseconds', `${SECOND}123456789::bigint`],
    ['an instant to the nanosecond', "timestamp_ns '2026-07-03 07:10:00.123456789'"],
  ])('are read as %s', async (_, value) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const path = join(home.path, `times-${count}.parquet`);
    await connection.run(
      `copy (select ${value} as timestamp, 'ann@acme.example' as email, 'Figma' as tool) to '${path}' (format parquet)`,
    );
    const workspace = await workspaceAnew();
    const { files } = await importFiles(workspace, [path], { copyLarge: false }, ports);
    expect(files[0]).toMatchObject({ status: 'imported', rows: { used: 1, rejected: 0 } });
    expect((await snapshotOf({ workspace, file: files[0]! })).usageDays.day).toEqual(['2026-07-03']);
  });
});
