import type { DuckDBConnection } from '@duckdb/node-api';
import { factsSql } from '../definition.ts';
import type { LogShape } from '../log-shape.ts';
import type { FactTables } from '../usage-engine.ts';
import { layTables } from './fact-tables.ts';
import { logRelation } from './log-relation.ts';

/** Reads the log once more and leaves its facts in `table`: tool, person, day, events, events_outside_hours. */
export async function countFacts(
  connection: DuckDBConnection,
  shape: LogShape,
  secret: bigint,
  tables: FactTables,
  table: string,
): Promise<void> {
  const { keyed } = logRelation(shape, secret, 'lines_left_out');
  const relations = await layTables(connection, tables);
  await connection.run(
    `create or replace temp table ${table} as ${factsSql({ events: keyed, ...relations }, tables.window)}`,
  );
}
