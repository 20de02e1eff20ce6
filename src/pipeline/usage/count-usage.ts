import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Placed, usageToCount } from '../../normalize/normalize.ts';
import type { CountedUsage, LogNumbers, NumberedEvent } from '../../normalize/usage/counted-usage.ts';
import { factsSql } from '../../usage/definition.ts';
import { countLog, numberFacts } from '../../usage/duckdb/count-log.ts';
import { layCalendar, layEvents, layZones } from '../../usage/duckdb/fact-tables.ts';
import { keepFacts, writeFacts } from '../../usage/duckdb/facts-file.ts';
import { logRelation } from '../../usage/duckdb/log-relation.ts';
import { addUpFacts, gatherFacts, type LogFacts, pairUses, undatedByTool } from '../../usage/duckdb/merge-facts.ts';
import { quoted, setZone } from '../../usage/duckdb/open-duckdb.ts';
import { countOnce, type RereadableLog } from '../../usage/duckdb/overlapping-logs.ts';
import type { LogShape } from '../../usage/log-shape.ts';
import { fingerprint } from '../../workspace/inbox.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Ports } from '../ports.ts';
import { type CollectedDatabase, countDatabase } from './collect-database.ts';
import type { CollectedLog } from './collect-log.ts';
import { secretOf, withEngine } from './engine.ts';
import { factConditions, type ZonedConditions } from './fact-conditions.ts';
import { factsPath, isStored, keepOnly, store, unfinishedPath } from './facts-store.ts';
import { undatedRejects } from './log-rejects.ts';
import { readableLog } from './readable-log.ts';
import { tellElapsed } from './tell-elapsed.ts';

/** Name of the one table of usage facts of a snapshot. */
const USAGE_FILE = 'usage.parquet';

export interface CountedSnapshotUsage extends CountedUsage {
  /** Sources whose events another one may hold too: they were counted once. */
  readonly overlapping: readonly string[];
  readonly file: { readonly name: string; readonly sha256: string };
}

/** A log whose facts are there, under its own numbers. */
interface Counted extends RereadableLog {
  readonly source: string;
  readonly facts: LogFacts;
  readonly undated: readonly number[];
  /** Null = nothing is kept of it. */
  readonly path: string | null;
}

interface Desk {
  readonly workspace: Workspace;
  readonly connection: DuckDBConnection;
  readonly conditions: ZonedConditions;
  /** By number of the person in the snapshot. */
  readonly zoneOf: readonly number[];
  readonly secret: bigint;
  readonly ports: Ports;
  /** Logs as the engine reads them, by where they lie. */
  readonly copies: Map<string, LogShape>;
}

/** A log as the engine reads it; a copy that this run has made already is not made again. */
async function readAgain({ workspace, connection, copies }: Desk, log: CollectedLog): Promise<LogShape> {
  const known = copies.get(log.path);
  if (known !== undefined) return known;
  const name = String(copies.size);
  const { shape } = await readableLog<LogShape>(workspace, connection, { ...log.survey.shape, path: log.path }, name);
  copies.set(log.path, shape);
  return shape;
}

/** Counts a log where its facts are not there by the zones that hold now. */
async function storedFacts(desk: Desk, log: CollectedLog, numbers: LogNumbers): Promise<string> {
  const { workspace, connection, conditions, zoneOf, secret, ports } = desk;
  const { people, shape } = log.survey;
  const zones = people.map((_, position) => zoneOf[numbers.people[position] ?? -1] ?? 0);
  const names = zones.map((zone) => conditions.zones[zone] ?? '');
  const path = factsPath(workspace, log.sha256, log.survey, names, conditions);
  if (await isStored(path)) return path;
  const readable = await readAgain(desk, log);
  await setZone(connection, shape.timeZone);
  const zoned = people.map(({ key }, position) => ({ key, zone: zones[position] ?? 0 }));
  const table = await layZones(connection, zoned);
  await tellElapsed(ports, `Counting ${log.source.id}`, () =>
    countLog(connection, readable, secret, table, conditions),
  );
  await numberFacts(connection, people, log.survey.tools);
  const unfinished = await unfinishedPath(workspace);
  await keepFacts(connection, 'facts', unfinished);
  await store(unfinished, path);
  return path;
}

async function countedLog(desk: Desk, log: CollectedLog, numbers: LogNumbers): Promise<Counted> {
  const path = await storedFacts(desk, log, numbers);
  const facts = `read_parquet(${quoted(path)})`;
  const { shape, people, tools } = log.survey;
  return {
    source: log.source.id,
    path,
    facts: { facts, tools: numbers.tools, people: numbers.people },
    undated: await undatedByTool(desk.connection, facts, tools.length),
    events: async () => logRelation(await readAgain(desk, log), desk.secret, 'lines_left_out'),
    timeZone: shape.timeZone,
    people: people.map(({ key }, position) => ({ key, person: numbers.people[position] ?? 0 })),
    tools: tools.flatMap(({ key }, position) => {
      const tool = numbers.tools[position] ?? null;
      return tool === null ? [] : [{ key, tool }];
    }),
  };
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)];
}

function upTo(numbers: readonly number[]): readonly number[] {
  const most = numbers.reduce((largest, number) => Math.max(largest, number), -1);
  return Array.from({ length: most + 1 }, (_, number) => number);
}

/** Events that were read row by row are a log of their own for each source, under the numbers of the snapshot. */
async function countedEvents(
  { connection, conditions, zoneOf }: Desk,
  source: string,
  events: readonly NumberedEvent[],
  position: number,
): Promise<Counted> {
  const table = `events_${position}`;
  const moments = events.map(({ tool, person, timestamp }) => {
    return { tool, person, moment: Math.floor(Date.parse(timestamp) / 1000) };
  });
  await layEvents(connection, table, moments);
  const tools = distinct(events.map(({ tool }) => tool));
  const people = distinct(events.map(({ person }) => person));
  const zoned = people.map((person) => ({ key: String(person), zone: zoneOf[person] ?? 0 }));
  const zones = await layZones(connection, zoned);
  const calendar = await layCalendar(connection, conditions);
  await connection.run(
    `create or replace temp table ${table}_facts as ${factsSql({ events: table, zones, calendar }, conditions.window)}`,
  );
  return {
    ...{ source, path: null, events: async () => table, timeZone: 'UTC', undated: [] },
    // Days as a file of facts has them.
    facts: {
      facts: `(select * replace (make_timestamp(day * 1000000) as day) from ${table}_facts)`,
      tools: upTo(tools),
      people: upTo(people),
    },
    people: people.map((person) => ({ key: String(person), person })),
    tools: tools.map((tool) => ({ key: String(tool), tool })),
  };
}

function bySource(events: readonly NumberedEvent[]): ReadonlyMap<string, readonly NumberedEvent[]> {
  const sources = new Map<string, NumberedEvent[]>();
  for (const event of events) {
    const own = sources.get(event.source);
    if (own === undefined) sources.set(event.source, [event]);
    else own.push(event);
  }
  return sources;
}

/** What a database counted; its events stay there. */
async function countedDatabase(desk: Desk, database: CollectedDatabase, numbers: LogNumbers): Promise<Counted> {
  const { workspace, connection, conditions, zoneOf, ports } = desk;
  const table = 'database_facts';
  await countDatabase(workspace, ports, database, numbers, { conditions, zoneOf }, connection, table);
  return {
    ...{ source: database.source.id, path: null, events: null, timeZone: 'UTC', people: [], tools: [] },
    facts: {
      facts: `(select * replace (make_timestamp(day * 1000000) as day) from ${table})`,
      tools: numbers.tools,
      people: numbers.people,
    },
    undated: await undatedByTool(connection, table, database.tools.length),
  };
}

/** The database first: its place among the logs has to be known. */
async function allCounted(
  desk: Desk,
  placed: Placed,
  logs: readonly CollectedLog[],
  database: CollectedDatabase | null,
): Promise<readonly Counted[]> {
  const { logs: numbers, events } = usageToCount(placed);
  const numbersOf = (id: string): LogNumbers => {
    const own = numbers.find(({ source }) => source === id);
    if (own === undefined) throw new TypeError(`the log ${id} has no numbers`);
    return own;
  };
  const counted: Counted[] = [];
  if (database !== null) counted.push(await countedDatabase(desk, database, numbersOf(database.source.id)));
  for (const log of logs) counted.push(await countedLog(desk, log, numbersOf(log.source.id)));
  for (const [source, own] of bySource(events)) counted.push(await countedEvents(desk, source, own, counted.length));
  return counted;
}

async function writeUsage({ workspace, connection }: Desk): Promise<CountedSnapshotUsage['file']> {
  const path = join(workspace.snapshotFolder, USAGE_FILE);
  const unfinished = join(workspace.snapshotFolder, `.${USAGE_FILE}.${process.pid}.tmp`);
  await mkdir(workspace.snapshotFolder, { recursive: true });
  await writeFacts(connection, 'merged', unfinished);
  const sha256 = await fingerprint(unfinished);
  await rename(unfinished, path);
  return { name: USAGE_FILE, sha256 };
}

function dayOf(second: number): string {
  return new Date(second * 1000).toISOString().slice(0, 10);
}

/** Counts all logs of the inbox, and what was read row by row beside them, into the usage file of the snapshot. */
export async function countUsage(
  workspace: Workspace,
  placed: Placed,
  logs: readonly CollectedLog[],
  database: CollectedDatabase | null,
  ports: Ports,
): Promise<CountedSnapshotUsage> {
  const own = placed.who.people.map(({ timeZone }) => timeZone);
  const conditions = factConditions(workspace.config, own);
  const zoneOf = own.map((zone) => conditions.zoneNumber(zone));
  const secret = await secretOf(workspace);
  return withEngine(workspace, 'UTC', async (connection) => {
    const desk: Desk = { workspace, connection, conditions, zoneOf, secret, ports, copies: new Map() };
    const counted = await allCounted(desk, placed, logs, database);
    ports.progress('Adding up the usage of all logs');
    const facts = counted.map((one) => one.facts);
    await gatherFacts(connection, facts, conditions.window);
    const overlapping = await countOnce(connection, counted, zoneOf, conditions);
    await addUpFacts(connection, conditions.window.start, database === null ? null : 0);
    const file = await writeUsage(desk);
    await keepOnly(
      workspace,
      counted.flatMap(({ path }) => path ?? []),
    );
    const uses = await pairUses(connection, conditions.window.start);
    return {
      file,
      overlapping: overlapping.map((log) => counted[log]?.source ?? ''),
      activities: uses.map(({ tool, person, days, last, log }) => ({
        tool: placed.names.tools[tool]?.id ?? '',
        person,
        activeDays: days,
        lastActive: dayOf(last),
        at: { source: counted[log]?.source ?? '', row: null },
      })),
      undated: new Map(counted.map(({ source, undated }) => [source, undated])),
      undatedFor: new Map(logs.map(({ source, survey }) => [source.id, undatedRejects(survey)])),
    };
  });
}

/** A snapshot whose logs are gone has no usage file. */
export async function removeUsage(workspace: Workspace): Promise<void> {
  await rm(join(workspace.snapshotFolder, USAGE_FILE), { force: true });
  await keepOnly(workspace, []);
}
