import type { DuckDBConnection } from '@duckdb/node-api';
import { factsSql, type Relations } from '../definition.ts';
import type { FactConditions } from '../usage-engine.ts';
import { fill, layCalendar, layZones } from './fact-tables.ts';
import { setZone } from './open-duckdb.ts';

/** A log whose events can be read again, with its keys under the numbers of the snapshot. */
export interface RereadableLog {
  /** `person`, `tool`: keys; `moment`. Null = they cannot be read again. */
  readonly events: (() => Promise<string>) | null;
  /** IANA zone of times that name none. */
  readonly timeZone: string;
  readonly people: readonly { readonly key: string; readonly person: number }[];
  readonly tools: readonly { readonly key: string; readonly tool: number }[];
}

const DAY = 86_400;

/** Logs of `merging` that hold the same tool, person and day as another one. */
async function sharing(connection: DuckDBConnection, start: number): Promise<readonly number[]> {
  const reader = await connection.runAndReadAll(`
    select distinct cast(m.log as integer) as log from merging m semi join (
      select tool, person, day from merging where day >= ${start} group by all having count(distinct log) > 1
    ) s on s.tool = m.tool and s.person = m.person and s.day = m.day order by log`);
  return reader.getRowsJS().map(([log]) => Number(log));
}

interface Stretch {
  readonly log: number;
  readonly first: number;
  readonly last: number;
}

async function stretchOf(
  connection: DuckDBConnection,
  log: number,
  events: string,
  { timeZone }: RereadableLog,
): Promise<Stretch> {
  await setZone(connection, timeZone);
  const reader = await connection.runAndReadAll(
    `select cast(min(moment) as double), cast(max(moment) as double) from ${events}`,
  );
  const [first, last] = reader.getRowsJS()[0] ?? [];
  return { log, first: Number(first ?? 0), last: Number(last ?? -1) };
}

/** Logs with shared moments, and the stretch in which they lie. */
interface Group {
  readonly logs: readonly number[];
  readonly from: number;
  readonly until: number;
}

/** Logs that follow each other share days and no moment; those that share moments are one group. */
function groupsOf(stretches: readonly Stretch[]): readonly Group[] {
  const groups: { logs: number[]; from: number; until: number; last: number }[] = [];
  for (const { log, first, last } of [...stretches].sort((a, b) => a.first - b.first || a.log - b.log)) {
    const open = groups.at(-1);
    if (open !== undefined && first <= open.last) {
      open.from = open.logs.length === 1 ? first : Math.min(open.from, first);
      open.until = Math.max(open.until, Math.min(last, open.last));
      open.last = Math.max(open.last, last);
      open.logs.push(log);
    } else groups.push({ logs: [log], from: last, until: first, last });
  }
  return groups.filter(({ logs }) => logs.length > 1);
}

async function layStretch(
  connection: DuckDBConnection,
  { events, timeZone, people, tools }: RereadableLog,
  log: number,
  from: number,
  until: number,
): Promise<void> {
  const [persons, names] = ['overlap_people', 'overlap_tools'];
  await fill(
    connection,
    persons,
    'key ubigint, number bigint',
    people.map(({ key, person }) => [BigInt(key), person]),
  );
  await fill(
    connection,
    names,
    'key ubigint, number bigint',
    tools.map(({ key, tool }) => [BigInt(key), tool]),
  );
  if (events === null) return;
  const relation = await events();
  await setZone(connection, timeZone);
  await connection.run(`insert into twice
    select ${log}, p.number, t.number, e.moment, count(*) from ${relation} e
    join ${persons} p on p.key = e.person join ${names} t on t.key = e.tool
    where e.moment between ${from} and ${until} group by p.number, t.number, e.moment`);
}

async function recount(
  connection: DuckDBConnection,
  logs: readonly RereadableLog[],
  { logs: group, from, until }: Group,
  { window }: FactConditions,
  relations: Pick<Relations, 'zones' | 'calendar'>,
): Promise<void> {
  const [firstDay, lastDay] = [Math.floor(from / DAY) * DAY - DAY, Math.floor(until / DAY) * DAY + DAY];
  await connection.run(
    'create or replace temp table twice (log integer, person bigint, tool bigint, moment bigint, times bigint)',
  );
  for (const log of group) {
    const rereadable = logs[log];
    if (rereadable !== undefined) await layStretch(connection, rereadable, log, firstDay - DAY, lastDay + 2 * DAY);
  }
  const events = `(select person, tool, moment, unnest(range(times)) as copy
    from (select person, tool, moment, max(times) as times from twice group by person, tool, moment))`;
  const days = `day between greatest(${firstDay}, ${window.start}) and least(${lastDay}, ${window.end})`;
  await connection.run(`delete from merging where log in (${group.join(', ')}) and ${days}`);
  await connection.run(`insert into merging select ${group[0]}, tool, person, day, events, events_outside_hours
    from (${factsSql({ events, ...relations }, window)}) where ${days}`);
}

/**
 * Logs are exported in overlapping stretches: the same person, tool and second in two of them happened as often as the
 * one log says that has it most often (METHOD 6a.15). Where logs share moments, the days of the shared stretch are
 * counted again over all of them.
 * @param zoneOf zone by number of the person in the snapshot
 * @returns positions of the logs that share moments with another one
 */
export async function countOnce(
  connection: DuckDBConnection,
  logs: readonly RereadableLog[],
  zoneOf: readonly number[],
  conditions: FactConditions,
): Promise<readonly number[]> {
  if (logs.length < 2 || !conditions.window.byDay) return [];
  const stretches: Stretch[] = [];
  for (const log of await sharing(connection, conditions.window.start)) {
    const rereadable = logs[log];
    if (rereadable !== undefined && rereadable.events !== null)
      stretches.push(await stretchOf(connection, log, await rereadable.events(), rereadable));
  }
  const groups = groupsOf(stretches);
  if (groups.length === 0) return [];
  const zones = await layZones(
    connection,
    zoneOf.map((zone, person) => ({ key: String(person), zone })),
  );
  const calendar = await layCalendar(connection, conditions);
  for (const group of groups) await recount(connection, logs, group, conditions, { zones, calendar });
  return groups.flatMap((group) => group.logs);
}
