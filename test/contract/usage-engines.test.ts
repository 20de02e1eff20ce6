import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTime } from '../../src/connectors/files/log-times.ts';
import { countLog, leaveOut, numberFacts } from '../../src/usage/duckdb/count-log.ts';
import { layZonesByName } from '../../src/usage/duckdb/fact-tables.ts';
import { hashed } from '../../src/usage/duckdb/log-relation.ts';
import { withDuckdb } from '../../src/usage/duckdb/open-duckdb.ts';
import { readTimes } from '../../src/usage/duckdb/peek-log.ts';
import { readFacts } from '../../src/usage/duckdb/read-facts.ts';
import type { LogShape } from '../../src/usage/log-shape.ts';
import {
  countPostgres,
  type RelationSurvey,
  surveyPostgres,
  withPostgres,
  withTimes,
} from '../../src/usage/postgres/postgres-engine.ts';
import { momentOf } from '../../src/usage/postgres/written-moment.ts';
import type { FactConditions, UsageFact } from '../../src/usage/usage-engine.ts';
import { zoneOffsets } from '../../src/usage/zone-offsets.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../support/postgres-server.ts';

interface Event {
  readonly at: string;
  readonly person: string;
  readonly tool: string;
}

const ZONES = ['Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Chatham'];
const START = DateTime.fromISO('2026-10-01', { zone: 'utc' }).toSeconds();
const END = DateTime.fromISO('2026-12-31', { zone: 'utc' }).toSeconds();

/** A small linear congruential generator: the same events in every run. */
function events(count: number): readonly Event[] {
  let state = 20_261_001;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const first = DateTime.fromISO('2026-08-20T00:00:00Z').toSeconds();
  return Array.from({ length: count }, () => ({
    // Half of them in the nights in which clocks change: 25 October in Berlin, 1 November in New York.
    at: DateTime.fromSeconds(next(2) === 0 ? first + next(150 * 86_400) : 1_792_886_400 + next(9 * 86_400), {
      zone: 'utc',
    }).toISO({
      suppressMilliseconds: true,
    }) as string,
    person: next(40) === 0 ? '' : `person${next(25)}@example.com`,
    tool: `Tool ${next(6)}, "${next(2)}"`,
  }));
}

function zoneOf(person: string): number {
  return Number(/\d+/.exec(person)?.[0] ?? 0) % ZONES.length;
}

/** The same by hand: calendar days and hours of a well-known library, no SQL. */
function counted(all: readonly Event[], numbers: { people: readonly string[]; tools: readonly string[] }): UsageFact[] {
  const facts = new Map<string, UsageFact>();
  for (const { at, person, tool } of all) {
    if (person === '') continue;
    const local = DateTime.fromISO(at, { zone: ZONES[zoneOf(person)] ?? 'UTC' });
    const day = DateTime.fromISO(local.toFormat('yyyy-MM-dd'), { zone: 'utc' }).toSeconds();
    const isOutside = local.weekday > 5 || local.hour < 9 || local.hour >= 17;
    if (day > END) continue;
    const key = `${tool} ${person} ${day < START ? 'before' : day}`;
    const known = facts.get(key);
    facts.set(key, {
      tool: numbers.tools.indexOf(tool),
      person: numbers.people.indexOf(person),
      day: Math.max(day, known?.day ?? 0),
      events: (known?.events ?? 0) + 1,
      eventsOutsideHours: (known?.eventsOutsideHours ?? 0) + (isOutside ? 1 : 0),
    });
  }
  return inOrder([...facts.values()]);
}

function inOrder(facts: readonly UsageFact[]): UsageFact[] {
  return [...facts].sort((a, b) => a.tool - b.tool || a.person - b.person || (a.day ?? 0) - (b.day ?? 0));
}

function conditionsOf(byDay: boolean): FactConditions {
  const covered = START - 60 * 86_400;
  const until = END + 2 * 86_400;
  return { offsets: zoneOffsets(ZONES, covered, until), window: { start: START, end: END, covered, until, byDay } };
}

const all = events(6000);
const folder = mkdtempSync(join(tmpdir(), 'unsprawl-usage-'));
const quotedCell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = ['at,person,tool', ...all.map((e) => [e.at, e.person, quotedCell(e.tool)].join(','))].join('\n');

async function embedded(path: string, layout: LogShape['layout'], byDay = true) {
  const isText = layout.format === 'csv';
  const shape: LogShape = {
    ...{
      path,
      layout,
      packing: path.endsWith('.gz') ? 'gzip' : null,
      times: { form: 'iso' },
      timeZone: 'UTC',
      only: [],
      ...{ copy: null, oddTimes: [] },
    },
    ...(isText ? { at: [0], person: 1, tool: 2 } : { at: ['at'], person: 'who.person', tool: 'tools.0' }),
    ...(layout.format === 'parquet' ? { person: 'person', tool: 'tool' } : {}),
  };
  return withDuckdb({ memory: '200MB', spill: join(folder, 'spill'), timeZone: 'UTC' }, async (connection) => {
    const named = Array.from({ length: 25 }, (_, person) => `person${person}@example.com`);
    const zones = await layZonesByName(
      connection,
      named.map((name) => ({ name, zone: zoneOf(name) })),
      (text) => hashed(text, 99n),
    );
    const count = await countLog(connection, shape, 99n, zones, conditionsOf(byDay));
    const usable = await leaveOut(connection, { people: [], tools: [] });
    await numberFacts(connection, count.people, count.tools);
    return { survey: { ...count, usable }, facts: inOrder(await readFacts(connection, 'facts')) };
  });
}

const layout = { format: 'csv', delimiter: ',', headerRow: 1, columns: 3 } as const;

beforeAll(() => {
  writeFileSync(join(folder, 'log.csv'), csv);
  writeFileSync(join(folder, 'log.csv.gz'), gzipSync(csv));
  const lines = all.map(({ at, person, tool }) => JSON.stringify({ at, who: { person }, tools: [tool] }));
  writeFileSync(join(folder, 'log.jsonl'), lines.join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the embedded engine', () => {
  test('counts as a calendar library does, nights of clock changes and quarter-hour zones included', async () => {
    const { survey, facts } = await embedded(join(folder, 'log.csv'), layout);
    const people = survey.people.map(({ name }) => name);
    expect(people).toHaveLength(25);
    expect(survey.rows).toBe(6000);
    expect(survey.usable).toBe(all.filter(({ person }) => person !== '').length);
    // Days after the period say nothing; they are counted, so that no row is lost.
    expect(facts.reduce((sum, fact) => sum + fact.events, 0)).toBe(survey.usable);
    expect(facts.filter(({ day }) => day === null || day <= END)).toEqual(
      counted(all, { people, tools: survey.tools.map(({ name }) => name) }),
    );
    expect(facts.length).toBeGreaterThan(2000);
  });

  test('gives the same facts from a compressed file, from lines of JSON and from Parquet', async () => {
    const parquet = join(folder, 'log.parquet');
    await withDuckdb({ memory: '200MB', spill: join(folder, 'spill'), timeZone: 'UTC' }, async (connection) => {
      const from = `read_csv('${join(folder, 'log.csv')}', header = true, columns = {'at': 'TIMESTAMPTZ', 'person': 'VARCHAR', 'tool': 'VARCHAR'})`;
      await connection.run(`copy (select * from ${from}) to '${parquet}'`);
    });
    const { facts } = await embedded(join(folder, 'log.csv'), layout);
    expect((await embedded(join(folder, 'log.csv.gz'), layout)).facts).toEqual(facts);
    expect((await embedded(join(folder, 'log.jsonl'), { format: 'json', records: 'lines' })).facts).toEqual(facts);
    expect((await embedded(parquet, { format: 'parquet' })).facts).toEqual(facts);
  });

  test('computes neither days nor hours where the privacy profile forbids it', async () => {
    const { facts } = await embedded(join(folder, 'log.csv'), layout, false);
    const whole = await embedded(join(folder, 'log.csv'), layout);
    // Until the end of the period, and after it.
    const pairs = new Set(whole.facts.map(({ tool, person, day }) => `${tool} ${person} ${Number(day) > END}`));
    expect(facts).toHaveLength(pairs.size);
    expect(facts.every(({ eventsOutsideHours }) => eventsOutsideHours === 0)).toBe(true);
  });

  test('keeps rows whose time cannot be read as rows without a day, and tells lines that are no rows', async () => {
    const path = join(folder, 'damaged.csv');
    writeFileSync(
      path,
      'at,person,tool\n2026-10-05T10:00:00Z,a@x.org,Slack\nyesterday,a@x.org,Slack\nonly one cell\n,a@x.org,Slack\n',
    );
    const { survey, facts } = await embedded(path, layout);
    expect(survey).toMatchObject({ rows: 4, usable: 3, brokenLines: 1 });
    expect(survey.broken).toEqual([{ line: 4, reason: 'has fewer cells than the header' }]);
    expect(facts.map(({ day, events }) => [day, events])).toEqual([
      [null, 2],
      [START + 4 * 86_400, 1],
    ]);
  });
});

const programs = postgresPrograms();
if (programs === null) console.log('PostgreSQL is not installed: the conformance of the two engines is not tested.');

describe.skipIf(programs === null)('PostgreSQL', () => {
  let server: PostgresServer;
  const source = { relation: 'audit.sign_ins', columns: { timestamp: 'at', person: 'who', tool: 'app' } };

  beforeAll(async () => {
    server = await startPostgres(programs as string);
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('create schema audit; create table audit.sign_ins (at timestamptz, who text, app text)');
    const columns = [all.map((e) => e.at), all.map((e) => e.person), all.map((e) => e.tool)];
    await client.query(
      'insert into audit.sign_ins select * from unnest($1::timestamptz[], $2::text[], $3::text[])',
      columns,
    );
    await client.query('grant usage on schema audit to reader; grant select on audit.sign_ins to reader');
    await client.end();
  }, 60_000);
  afterAll(() => server?.stop());

  test('gives the same facts as the embedded engine, as a role that may only read', async () => {
    const local = await embedded(join(folder, 'log.csv'), layout);
    const remote = await withPostgres(server.readerUrl, { timeZone: 'UTC', seconds: 60 }, async (client) => {
      const survey = await surveyPostgres(client, source);
      const facts: UsageFact[] = [];
      const people = survey.people.map(({ name }, person) => ({ name, person, zone: zoneOf(name) }));
      const tools = survey.tools.map(({ name }, tool) => ({ name, tool }));
      await countPostgres(client, source, { people, tools }, conditionsOf(true), (batch) => facts.push(...batch));
      return { survey, facts: inOrder(facts) };
    });
    const rowsOf = ({ people, tools }: RelationSurvey) => [...people, ...tools].map(({ name, rows }) => [name, rows]);
    expect(rowsOf(remote.survey)).toEqual(rowsOf(local.survey));
    expect(remote.facts).toEqual(local.facts);
  });

  const WRITTEN = [
    ...['2026-10-05T10:00:00Z', '2026-10-05 12:00:00', '2026-10-05 12:00', '2026-10-05 12:00:00+02:00'],
    ...['2026-10-05 12:00:00.25 -0330', '2026-10-25T01:30:00+01', '2026-7-1 9:06:40', '2026/10/05 10:00:00'],
    ...['2026-07-01 10:00:00 CET', '2026-07-01 10:00:00 EST', '2028-02-29 10:00:00Z', '2027-02-29 10:00:00Z'],
    ...['2026-10-05T24:00:00Z', '2026-10-05 24:00:01'],
    ...['yesterday', '2026-10-05', '2026-02-30 10:00:00', '2026-10-05 25:00:00', '2026-10-05 10:61:00', 'infinity'],
    ...['2026-10-05 10:00:00 IST', '2026-10-05 10:00:00 CST', '0026-10-05 10:00:00', '05/10/26 10:00', ''],
    ...['2026-10-05 10:00:00+15:00', '2026-13-05 10:00:00Z', '2026-00-05 10:00:00Z'],
  ];

  async function momentsOf(
    column: string,
    type: string,
    values: readonly (string | null)[],
  ): Promise<(number | null)[]> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      await client.query(
        `set timezone = 'Europe/Berlin'; create table ${column} (n serial, at ${type}, who text, app text)`,
      );
      for (const value of values) {
        await client.query(
          `insert into ${column} (at, who, app) values (cast($1::text as ${type}), 'a@x.org', 'Slack')`,
          [value],
        );
      }
      const timed = await withTimes(client, { ...source, relation: column });
      const { rows } = await client.query(
        `select n, ${momentOf('at', timed.times ?? 'instants')} as moment from ${column} order by n`,
      );
      return rows.map(({ moment }) => (moment === null ? null : Number(moment)));
    } finally {
      await client.end();
    }
  }

  async function embeddedMoments(texts: readonly string[], form: 'iso' | 'epoch'): Promise<readonly (number | null)[]> {
    const settings = { memory: '200MB', spill: join(folder, 'spill'), timeZone: 'Europe/Berlin' };
    return withDuckdb(settings, (connection) => readTimes(connection, texts, { form }));
  }

  test('reads a column of text as the embedded engine and the readers of tables do, each text for itself', async () => {
    const rowByRow = WRITTEN.map((text) => readTime(text, 'Europe/Berlin', null)).map((time) =>
      typeof time === 'number' ? time : null,
    );
    expect(rowByRow.filter((moment) => moment !== null)).toHaveLength(12);
    expect(await embeddedMoments(WRITTEN, 'iso')).toEqual(rowByRow);
    expect(await momentsOf('written', 'text', WRITTEN)).toEqual(rowByRow);
  });

  test('reads numbers by their size, and takes what is infinite or far away for no time', async () => {
    // 2026-10-05T10:00:00Z in seconds, milliseconds, microseconds and nanoseconds; days of a spreadsheet and 0 are none.
    const second = 1_791_194_400;
    const numbers = [`${second}`, `${second}123`, `${second}123456`, `${second}000000000`, '46300', '0', '-5'];
    const moments = [second, second, second, second, null, null, null];
    expect(await embeddedMoments(numbers, 'epoch')).toEqual(moments);
    expect(await momentsOf('whole', 'bigint', numbers)).toEqual(moments);
    const broken = [`${second}.75`, `${second}123.5`, 'NaN', 'infinity'];
    expect(await embeddedMoments(broken, 'epoch')).toEqual([second, second, null, null]);
    expect(await momentsOf('broken', 'double precision', broken)).toEqual([second, second, null, null]);
    const instants = ['2026-10-05T10:00:00Z', 'infinity', '-infinity', '0026-10-05T10:00:00Z', null];
    expect(await momentsOf('instants', 'timestamptz', instants)).toEqual([second, null, null, null, null]);
    expect(await momentsOf('days', 'date', ['2026-10-05', 'infinity'])).toEqual([null, null]);
  });

  test('counts rows without a time as the embedded engine does, and loses none', async () => {
    const path = join(folder, 'written.csv');
    writeFileSync(path, ['at,person,tool', ...WRITTEN.map((text) => `${text},a@x.org,Slack`)].join('\n'));
    const local = await embedded(path, layout);
    const written = { ...source, relation: 'public.written' };
    const remote: UsageFact[] = [];
    await withPostgres(server.url, { timeZone: 'UTC', seconds: 60 }, async (client) => {
      const people = [{ name: 'a@x.org', person: 0, zone: 0 }];
      const tools = [{ name: 'Slack', tool: 0 }];
      const timed = await withTimes(client, written);
      await countPostgres(client, timed, { people, tools }, conditionsOf(true), (batch) => remote.push(...batch));
    });
    expect(remote.reduce((sum, { events: many }) => sum + many, 0)).toBe(WRITTEN.length);
    expect(remote.find(({ day }) => day === null)?.events).toBe(WRITTEN.length - 12);
    expect(inOrder(remote)).toEqual(local.facts);
  });

  test('can write nothing, and gives up after the time allowed', async () => {
    const settings = { timeZone: 'UTC', seconds: 1 };
    await expect(
      withPostgres(server.url, settings, (client) => client.query('create table x (y int)')),
    ).rejects.toThrow(/refused/);
    await expect(withPostgres(server.url, settings, (client) => client.query('select pg_sleep(5)'))).rejects.toThrow(
      /gave up/,
    );
  });

  test('says what is wrong without the address', async () => {
    const missing = { ...source, relation: 'audit.nowhere' };
    const failed = withPostgres(server.readerUrl, { timeZone: 'UTC', seconds: 5 }, (client) =>
      surveyPostgres(client, missing),
    );
    await expect(failed).rejects.toThrow('The usage engine has no such table or view.');
    const closed = withPostgres(
      'postgres://u:secret@127.0.0.1:1/x',
      { timeZone: 'UTC', seconds: 5 },
      async () => undefined,
    );
    await expect(closed).rejects.toThrow(/^The usage engine does not answer\.$/);
  });
});
