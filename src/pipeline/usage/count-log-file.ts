import type { DuckDBConnection } from '@duckdb/node-api';
import type { PersonRef } from '../../model/observation.ts';
import { countLog, leaveOut, numberFacts, rowsByTool, undatedRows } from '../../usage/duckdb/count-log.ts';
import { keepFacts } from '../../usage/duckdb/facts-file.ts';
import type { LogShape } from '../../usage/log-shape.ts';
import type { ZonedConditions } from './fact-conditions.ts';
import type { LogSurvey } from './log-survey.ts';

/** What a distinct text of a log stands for; null = nobody, nothing. */
export interface LogNames {
  readonly person: (text: string) => PersonRef | null;
  readonly tool: (text: string) => string | null;
}

export type CountedNames = Pick<LogSurvey, 'rows' | 'usable' | 'people' | 'tools' | 'brokenLines' | 'broken'> & {
  /** Texts of the people as the log writes them, in the order of `people`. They must not outlive the import. */
  readonly texts: readonly string[];
  /** Rows among the usable ones whose time could not be read. */
  readonly undatedRows: number;
  /** Keys that stand for nobody or nothing. */
  readonly leftOut: { readonly people: readonly string[]; readonly tools: readonly string[] };
};

function keysOf(names: readonly { readonly key: string }[]): string[] {
  return names.map(({ key }) => key);
}

/** Reads a log once and writes its facts to `path`, under numbers that are positions in `people` and `tools`. */
export async function countLogFile(
  connection: DuckDBConnection,
  shape: LogShape,
  secret: bigint,
  zones: string,
  conditions: ZonedConditions,
  names: LogNames,
  path: string,
): Promise<CountedNames> {
  const count = await countLog(connection, shape, secret, zones, conditions);
  const people = count.people.flatMap(({ key, name }) => {
    const person = names.person(name);
    return person === null ? [] : [{ key, person, name }];
  });
  const isConstant = typeof shape.tool === 'object' && 'constant' in shape.tool;
  const tools = count.tools.flatMap(({ key, name }) => {
    const tool = isConstant ? name : names.tool(name);
    return tool === null ? [] : [{ key, name: tool }];
  });
  const known = { people: new Set(keysOf(people)), tools: new Set(keysOf(tools)) };
  const leftOut = {
    people: keysOf(count.people).filter((key) => !known.people.has(key)),
    tools: keysOf(count.tools).filter((key) => !known.tools.has(key)),
  };
  const usable = await leaveOut(connection, leftOut);
  const rows = await rowsByTool(connection);
  const used = tools.flatMap(({ key, name }) => {
    const own = rows.get(key) ?? 0;
    return own === 0 ? [] : [{ key, name, rows: own }];
  });
  await numberFacts(connection, people, used);
  await keepFacts(connection, 'facts', path);
  return {
    ...{ rows: count.rows, usable, tools: used, brokenLines: count.brokenLines },
    people: people.map(({ key, person }) => ({ key, person })),
    broken: count.broken.map(({ line, reason }) => ({ line, reason })),
    texts: people.map(({ name }) => name),
    undatedRows: await undatedRows(connection),
    leftOut,
  };
}
