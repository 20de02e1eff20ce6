import { readInbox } from '../workspace/inbox.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ANSWERS_PROFILE } from './import-answers.ts';
import { databaseQueries } from './usage/collect-database.ts';

/** What `collect` would do, without doing it. */
export interface CollectPlan {
  readonly files: readonly { readonly name: string; readonly kind: string; readonly rows: number }[];
  /** Sources of the settings for which there is no connector. */
  readonly sources: readonly string[];
  /** Text of every query that would be sent to the usage engine. */
  readonly queries: readonly string[];
}

export async function planCollect(workspace: Workspace): Promise<CollectPlan> {
  const inbox = await readInbox(workspace.root);
  return {
    files: inbox
      .filter(({ profiles }) => !profiles.includes(ANSWERS_PROFILE))
      .map(({ name, profiles, rows }) => ({ name, kind: profiles.join(' + '), rows: rows.used + rows.rejected })),
    sources: workspace.config.sources.map(({ id }) => id),
    queries: databaseQueries(workspace),
  };
}
