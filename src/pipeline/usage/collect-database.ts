import type { DuckDBConnection } from '@duckdb/node-api';
import { ConfigurationError } from '../../errors/audit-error.ts';
import type { ObservationOf, RejectedRow, SourceRecord } from '../../model/observation.ts';
import type { LogNumbers } from '../../normalize/usage/counted-usage.ts';
import { holdFacts } from '../../usage/duckdb/facts-file.ts';
import {
  countPostgres,
  type EventsRelation,
  factsQuery,
  otherTimes,
  surveyPostgres,
  surveyQuery,
  typeQuery,
  withPostgres,
  withTimes,
} from '../../usage/postgres/postgres-engine.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Ports } from '../ports.ts';
import { factConditions, type ZonedConditions } from './fact-conditions.ts';
import { logNames } from './survey-file.ts';

const SOURCE_ID = 'usage-database';

/** The events of a database: who and what is in them. The texts stay in this process. */
export interface CollectedDatabase {
  readonly source: SourceRecord;
  readonly observation: ObservationOf<'usage-log'>;
  readonly rejected: readonly RejectedRow[];
  readonly people: readonly string[];
  readonly tools: readonly string[];
  /** Texts that stand for nobody or nothing. */
  readonly blanks: readonly string[];
}

function relationOf({ config }: Workspace): EventsRelation | null {
  const { engine, events } = config.usage;
  return engine === 'duckdb' || events === undefined ? null : events;
}

/** @throws ConfigurationError where the variable that holds the address is not set */
function addressOf({ config }: Workspace, { environment }: Ports): string {
  const { engine } = config.usage;
  if (!engine.startsWith('env:')) return engine;
  const name = engine.slice('env:'.length);
  const address = environment?.(name);
  if (address !== undefined && address !== '') return address;
  throw new ConfigurationError({
    code: 'usage-engine',
    message: `The address of the usage engine is in the variable ${name}, which is not set.`,
    nextSteps: [`Set ${name} to postgres://user:password@host/database, or usage.engine to duckdb.`],
  });
}

function session({ config }: Workspace) {
  return { timeZone: config.organisation.time_zone, seconds: config.usage.timeout_seconds };
}

/** Everything that is asked of the database, in words of its own; nothing is sent. */
export function databaseQueries(workspace: Workspace): readonly string[] {
  const relation = relationOf(workspace);
  if (relation === null) return [];
  const { window } = factConditions(workspace.config, []);
  return [typeQuery(relation), surveyQuery(relation), `${otherTimes(relation)}\n${factsQuery(relation, window)}`];
}

/** Asks the database who and what is in its events; null = none is configured. */
export async function collectDatabase(workspace: Workspace, ports: Ports): Promise<CollectedDatabase | null> {
  const relation = relationOf(workspace);
  if (relation === null) return null;
  ports.progress(`Asking the usage engine who and what is in ${relation.relation}`);
  const address = addressOf(workspace, ports);
  const names = await logNames(workspace);
  const { survey, blanks } = await withPostgres(address, session(workspace), async (client) => {
    const timed = await withTimes(client, relation);
    const first = await surveyPostgres(client, timed);
    const nobody = first.people.filter(({ name }) => names.person(name) === null);
    const nothing = first.tools.filter(({ name }) => names.tool(name) === null);
    const blank = [...nobody, ...nothing].map(({ name }) => name);
    const whole = blank.length === 0 ? first : await surveyPostgres(client, { ...timed, blanks: blank });
    return { survey: whole, blanks: blank };
  });
  const people = survey.people.flatMap(({ name }) => {
    const person = names.person(name);
    return person === null ? [] : [{ text: name, person }];
  });
  const { tools } = survey;
  const kind = workspace.config.usage.events?.name_kind ?? 'sso';
  const at = { source: SOURCE_ID, row: null };
  const unusable = survey.rows - survey.usable;
  return {
    source: {
      ...{ id: SOURCE_ID, kind: 'usage-database', title: `Events of ${relation.relation}`, file: null, sha256: null },
      provides: ['usageDays'],
      reliability: kind === 'sso' ? 0.6 : 1,
      cannotTell: 'Use without an event: one sign-in may last for weeks.',
      rows: survey.rows,
    },
    observation: {
      ...{ kind: 'usage-log', at, nameKind: kind },
      tools: tools.map(({ name, rows }) => ({ name: names.tool(name) ?? name, rows })),
      people: people.map(({ person }) => person),
    },
    rejected:
      unusable === 0 ? [] : [{ at, field: null, reason: 'no person or no tool named', money: null, rows: unusable }],
    people: people.map(({ text }) => text),
    tools: tools.map(({ name }) => name),
    blanks,
  };
}

/** Lets the database count, and keeps what comes back in a table under the numbers of the observation. */
export async function countDatabase(
  workspace: Workspace,
  ports: Ports,
  database: CollectedDatabase,
  numbers: LogNumbers,
  { conditions, zoneOf }: { readonly conditions: ZonedConditions; readonly zoneOf: readonly number[] },
  connection: DuckDBConnection,
  table: string,
): Promise<void> {
  const relation = relationOf(workspace);
  if (relation === null) return;
  ports.progress(`The usage engine counts ${relation.relation}`);
  const people = database.people.map((name, person) => {
    return { name, person, zone: zoneOf[numbers.people[person] ?? -1] ?? 0 };
  });
  const tools = database.tools.map((name, tool) => ({ name, tool }));
  const { take, close } = await holdFacts(connection, table);
  await withPostgres(addressOf(workspace, ports), session(workspace), async (client) => {
    const timed = await withTimes(client, { ...relation, blanks: database.blanks });
    await countPostgres(client, timed, { people, tools }, conditions, take);
  });
  close();
}
