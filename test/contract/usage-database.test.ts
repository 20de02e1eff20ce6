import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { collect } from '../../src/pipeline/collect.ts';
import { importFiles } from '../../src/pipeline/import-files.ts';
import { withUsage } from '../../src/pipeline/usage/read-usage.ts';
import { openWorkspace } from '../../src/workspace/workspace.ts';
import { cli, makeWorkspace, temporaryFolder } from '../support/cli.ts';
import { HARBOUR_LANE } from '../support/harbour-lane.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../support/postgres-server.ts';

const QUARTER = join(HARBOUR_LANE, 'after');
const LOG = 'okta-application-usage.csv';
/** Files that name the same people and tools. */
const BESIDE = ['contracts.csv', 'google-users.csv', 'inventory.csv', 'okta-current-assignments.csv', 'people.csv'];
const ENGINE = `usage:
  engine: env:SIGN_INS
  events:
    relation: audit.sign_ins
    columns: { timestamp: at, person: who, tool: app }
`;

const home = temporaryFolder();
const text = readFileSync(join(QUARTER, 'exports', LOG), 'utf8');
const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, bom: true });

async function workspaceWith(
  name: string,
  { log, engine, relation = 'audit.sign_ins' }: { log: boolean; engine: boolean; relation?: string },
): Promise<string> {
  const root = join(home.path, name);
  await makeWorkspace(root);
  for (const file of ['unsprawl.yaml', 'policy.yaml']) copyFileSync(join(QUARTER, file), join(root, file));
  if (engine) {
    const settings = join(root, 'unsprawl.yaml');
    writeFileSync(
      settings,
      `${readFileSync(settings, 'utf8').replace(/^usage:\n(?: .*\n)+/m, '')}\n${ENGINE.replace('audit.sign_ins', relation)}`,
    );
  }
  writeFileSync(join(root, '.key'), `${'5a'.repeat(32)}\n`);
  const folder = join(home.path, `${name}-files`);
  mkdirSync(folder);
  for (const file of [...BESIDE, ...(log ? [LOG] : [])])
    copyFileSync(join(QUARTER, 'exports', file), join(folder, file));
  const ports = { today: '2026-10-12', randomBytes: () => new Uint8Array(32), progress: () => undefined };
  await importFiles(await openWorkspace(root), [folder], { copyLarge: false }, ports);
  return root;
}

async function collected(root: string, address: string): Promise<Snapshot> {
  const environment = (name: string) => (name === 'SIGN_INS' ? address : undefined);
  const ports = { today: '2026-10-12', randomBytes: () => new Uint8Array(32), progress: () => undefined, environment };
  const workspace = await openWorkspace(root);
  return withUsage(workspace, await collect(workspace, ports));
}

function useOf({ accounts, usageDays, people }: Snapshot): string[] {
  const who = (person: number | undefined) => people[person ?? -1]?.pseudonym ?? '';
  const days = usageDays.tool.map(
    (tool, at) => `${tool} ${who(usageDays.person[at])} ${usageDays.day[at]} ${usageDays.events[at]}`,
  );
  return [
    ...days,
    ...accounts.map((one) => `${one.tool} ${who(one.person)} ${one.lastActive} ${one.activeDays}`),
  ].sort();
}

const programs = postgresPrograms();
if (programs === null) console.log('PostgreSQL is not installed: events in a database are not tested.');

describe.skipIf(programs === null)('events in a database', () => {
  let server: PostgresServer;
  let byRow: Snapshot;

  beforeAll(async () => {
    server = await startPostgres(programs as string);
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('create schema audit; create table audit.sign_ins (at timestamptz, who text, app text)');
    const instants = rows.map((row) => DateTime.fromISO(row['Login Date_ISO8601'] ?? '').toISO());
    await client.query('insert into audit.sign_ins select * from unnest($1::timestamptz[], $2::text[], $3::text[])', [
      instants,
      rows.map(({ Login }) => Login),
      rows.map((row) => row['Instance Name']),
    ]);
    await client.query("insert into audit.sign_ins values (now(), 'n/a', 'Slack'), (now(), null, 'Slack')");
    await client.query('create table audit.written as select cast(at as text) as at, who, app from audit.sign_ins');
    await client.query(
      "insert into audit.written select 'yesterday', who, app from audit.written where app is not null limit 1",
    );
    await client.query(`create table audit.numbers as
      select case when at > now() then null else cast(extract(epoch from at) * 1000 as bigint) end as at, who, app
      from audit.sign_ins`);
    await client.query('grant usage on schema audit to reader; grant select on all tables in schema audit to reader');
    await client.end();
    byRow = await collected(await workspaceWith('by-row', { log: true, engine: false }), '');
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    home.dispose();
  });

  it('are counted there, and give what the same log gives as a file', async () => {
    const remote = await collected(await workspaceWith('remote', { log: false, engine: true }), server.readerUrl);
    expect(useOf(remote).length).toBeGreaterThan(1000);
    expect(useOf(remote)).toEqual(useOf(byRow));
    const own = remote.reconciliation.sources.find(({ source }) => source === 'usage-database');
    expect(own).toMatchObject({ total: rows.length + 2, buckets: { rejected: 2 } });
  });

  it('count once where the same log was imported as a file', async () => {
    const both = await collected(await workspaceWith('both', { log: true, engine: true }), server.readerUrl);
    expect(useOf(both)).toEqual(useOf(byRow));
  });

  it('give the same where the times are text or numbers, and a text that is no time costs its own row', async () => {
    const written = await collected(
      await workspaceWith('written', { log: false, engine: true, relation: 'audit.written' }),
      server.readerUrl,
    );
    expect(useOf(written)).toEqual(useOf(byRow));
    expect(written.rejected.filter(({ at }) => at.source === 'usage-database')).toMatchObject([
      { reason: 'no person or no tool named', rows: 2 },
      { reason: 'no time that can be read', rows: 1 },
    ]);
    const numbers = await collected(
      await workspaceWith('numbers', { log: false, engine: true, relation: 'audit.numbers' }),
      server.readerUrl,
    );
    expect(useOf(numbers)).toEqual(useOf(byRow));
  });

  it('are shown as queries by --dry-run, which asks nobody and needs no address', async () => {
    const root = join(home.path, 'remote');
    const { status, stdout, stderr } = await cli(['collect', '--dry-run', '-w', root]);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('from "audit"."sign_ins"');
    expect(stdout).toContain('group by e.person, e.tool, c.counted_with;');
  });

  it('say what to set where the address is missing', async () => {
    const { status, stderr } = await cli(['collect', '-w', join(home.path, 'remote')]);
    expect(status).not.toBe(0);
    expect(stderr).toContain('SIGN_INS, which is not set');
  });
});
