import type { ClientBase } from 'pg';
import { ConfigurationError } from '../../errors/audit-error.ts';
import { textOrder } from '../../util/text-order.ts';
import { calendarSql, type FactWindow, factsSql, QUARTER } from '../definition.ts';
import type { FactConditions, UsageFact } from '../usage-engine.ts';
import { type ColumnOfTimes, columnOfTimes, momentOf } from './written-moment.ts';

/** What the relation names: texts with the rows that also name the other. */
export interface RelationSurvey {
  readonly rows: number;
  /** Rows that name a person and a tool. */
  readonly usable: number;
  /** In code-point order of the name. */
  readonly people: readonly NameCount[];
  readonly tools: readonly NameCount[];
}

export interface NameCount {
  readonly name: string;
  readonly rows: number;
}

/** Numbers for the texts of the relation and the zones of the people, by number. */
export interface RelationNumbers {
  readonly people: readonly { readonly name: string; readonly person: number; readonly zone: number }[];
  readonly tools: readonly { readonly name: string; readonly tool: number }[];
}

/** A table or view of sign-ins or other events, and the columns in which they stand. */
export interface EventsRelation {
  /** Qualified with the schema where needed, such as `audit.sign_ins`. */
  readonly relation: string;
  readonly columns: { readonly timestamp: string; readonly person: string; readonly tool: string };
  /** Texts that stand for nobody or nothing, such as `n/a`. */
  readonly blanks?: readonly string[];
  /** Absent = instants. */
  readonly times?: ColumnOfTimes;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function relationName({ relation }: EventsRelation): string {
  return relation.split('.').map(identifier).join('.');
}

/** Asks for the type of the column of times and for no row. */
export function typeQuery(source: EventsRelation): string {
  return `select ${identifier(source.columns.timestamp)} from ${relationName(source)} limit 0`;
}

/** The relation with what its column of times holds. */
export async function withTimes(client: ClientBase, source: EventsRelation): Promise<EventsRelation> {
  const { fields } = await client.query(typeQuery(source));
  return { ...source, times: columnOfTimes(fields[0]?.dataTypeID ?? 0) };
}

/** How the moment of an event is read where the column of times holds no instants, as comments. */
export function otherTimes({ columns }: EventsRelation): string {
  const said = (holds: ColumnOfTimes) => momentOf(identifier(columns.timestamp), holds).replace(/\s+/g, ' ');
  return `-- moment where the column holds numbers: ${said('numbers')}\n-- moment where it holds text: ${said('texts')}`;
}

/** Events as the definition reads them. Times of a type without a zone are taken in the session's zone. */
export function eventsOf(source: EventsRelation): string {
  const { columns, blanks = [], times = 'instants' } = source;
  const from = relationName(source);
  const nothing = ['', ...blanks].map((blank) => `'${blank.replaceAll("'", "''")}'`).join(', ');
  const text = (column: string) =>
    `case when cast(${identifier(column)} as text) not in (${nothing}) then cast(${identifier(column)} as text) end`;
  const moment = momentOf(identifier(columns.timestamp), times);
  return `(select ${text(columns.person)} as person, ${text(columns.tool)} as tool, ${moment} as moment from ${from})`;
}

/** Everything that is sent, for `--dry-run`; `$1` to `$9` stand for lists that come in as parameters. */
export function surveyQuery(source: EventsRelation): string {
  const events = eventsOf(source);
  const both = 'e.person is not null and e.tool is not null';
  // Grouping sets would need one pass, and are not there in every engine that speaks this protocol.
  return `select 'all' as what, cast(null as text) as name, count(*) as total, count(case when ${both} then 1 end) as usable
from ${events} e
union all
select 'person', e.person, count(*), count(*) from ${events} e where ${both} group by e.person
union all
select 'tool', e.tool, count(*), count(*) from ${events} e where ${both} group by e.tool`;
}

export function factsQuery(source: EventsRelation, window: FactWindow): string {
  const events = `(select p.person, t.tool, r.moment from ${eventsOf(source)} r
      join unnest($1::text[], $2::bigint[]) as p (name, person) on p.name = r.person
      join unnest($4::text[], $5::bigint[]) as t (name, tool) on t.name = r.tool)`;
  const quarters = `(select r.zone, generate_series(r.first, r.until - 1, ${QUARTER}) as quarter, r.seconds
        from unnest($6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[]) as r (zone, first, until, seconds))`;
  return factsSql(
    {
      events,
      zones: '(select * from unnest($2::bigint[], $3::bigint[]) as z (person, zone))',
      calendar: `(${calendarSql(quarters, window)})`,
    },
    window,
  ).trim();
}

/** Opens a session that can only read and gives up after `seconds`. The address stays out of every message. */
export async function withPostgres<T>(
  url: string,
  settings: { readonly timeZone: string; readonly seconds: number },
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    options: `-c default_transaction_read_only=on -c statement_timeout=${settings.seconds * 1000}`,
    application_name: 'unsprawl',
  });
  try {
    await client.connect();
    await client.query('select set_config($1, $2, false)', ['TimeZone', settings.timeZone]);
    return await work(client);
  } catch (cause) {
    throw engineError(cause);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function engineError(cause: unknown): Error {
  const code = (cause as { code?: unknown }).code;
  if (typeof code !== 'string') return cause instanceof Error ? cause : new Error(String(cause));
  const [message, step] = SAID[code] ?? [`The usage engine refused the query (${code}).`, 'See its log for the query.'];
  return new ConfigurationError({ code: 'usage-engine', message, nextSteps: [step], cause });
}

const SAID: Readonly<Record<string, readonly [string, string]>> = {
  ECONNREFUSED: [
    'The usage engine does not answer.',
    'Check the address behind usage.engine, and that the server runs.',
  ],
  ENOTFOUND: ['The host of the usage engine is not known.', 'Check the address behind usage.engine.'],
  ETIMEDOUT: ['The usage engine did not answer in time.', 'Check the address behind usage.engine and the firewall.'],
  '28P01': [
    'The usage engine refused the password.',
    'Check the user and password in the address behind usage.engine.',
  ],
  '28000': ['The usage engine refused the user.', 'Check the user in the address behind usage.engine.'],
  '3D000': ['The usage engine has no such database.', 'Check the database in the address behind usage.engine.'],
  '42P01': ['The usage engine has no such table or view.', 'Check usage.events.relation.'],
  '42703': ['The table of the usage engine lacks a column.', 'Check usage.events.columns.'],
  '42501': ['The role may not read the table of the usage engine.', 'Grant SELECT on usage.events.relation to it.'],
  '57014': ['The usage engine gave up after the time allowed.', 'Raise usage.timeout_seconds, or name a smaller view.'],
  '22007': ['The column of times holds text that is no time.', 'Name a view that casts it, in usage.events.relation.'],
};

interface SurveyRow {
  readonly what: 'all' | 'person' | 'tool';
  readonly name: string | null;
  readonly total: string;
  readonly usable: string;
}

function namesOf(rows: readonly SurveyRow[], what: SurveyRow['what']): readonly NameCount[] {
  return rows
    .filter((row) => row.what === what)
    .map((row) => ({ name: row.name ?? '', rows: Number(row.usable) }))
    .sort((a, b) => textOrder(a.name, b.name));
}

/** Who and what is in the relation; names come back, rows stay there. */
export async function surveyPostgres(client: ClientBase, source: EventsRelation): Promise<RelationSurvey> {
  const { rows } = await client.query<SurveyRow>(surveyQuery(source));
  const all = rows.find(({ what }) => what === 'all');
  return {
    rows: Number(all?.total ?? 0),
    usable: Number(all?.usable ?? 0),
    people: namesOf(rows, 'person'),
    tools: namesOf(rows, 'tool'),
  };
}

const BATCH = 50_000;

/** Facts in batches, counted by the server; a cursor keeps memory flat on both sides. */
export async function countPostgres(
  client: ClientBase,
  source: EventsRelation,
  { people, tools }: RelationNumbers,
  { offsets, window }: FactConditions,
  take: (facts: readonly UsageFact[]) => void,
): Promise<void> {
  const values = [
    ...[people.map(({ name }) => name), people.map(({ person }) => person), people.map(({ zone }) => zone)],
    ...[tools.map(({ name }) => name), tools.map(({ tool }) => tool)],
    ...[offsets.map(({ zone }) => zone), offsets.map(({ from }) => from)],
    ...[offsets.map(({ until }) => until), offsets.map(({ seconds }) => seconds)],
  ];
  await client.query('begin read only');
  await client.query(`declare facts no scroll cursor for ${factsQuery(source, window)}`, values);
  for (;;) {
    const { rows } = await client.query<Record<keyof FactRow, string | null>>(`fetch ${BATCH} from facts`);
    if (rows.length === 0) break;
    take(rows.map(factOf));
  }
  await client.query('commit');
}

interface FactRow {
  readonly tool: string;
  readonly person: string;
  readonly day: string | null;
  readonly events: string;
  readonly events_outside_hours: string;
}

function factOf(row: Record<keyof FactRow, string | null>): UsageFact {
  return {
    tool: Number(row.tool),
    person: Number(row.person),
    day: row.day === null ? null : Number(row.day),
    events: Number(row.events),
    eventsOutsideHours: Number(row.events_outside_hours),
  };
}
