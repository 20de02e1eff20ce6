import { join } from 'node:path';
import { InputError } from '../../errors/audit-error.ts';
import type { Snapshot, UsageDays } from '../../model/snapshot.ts';
import { quoted } from '../../usage/duckdb/open-duckdb.ts';
import { visitFacts } from '../../usage/duckdb/read-facts.ts';
import { fingerprint } from '../../workspace/inbox.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { withEngine } from './engine.ts';

function damaged(name: string): InputError {
  return new InputError({
    code: 'stage-damaged',
    message: `${name} does not belong to snapshot.json of this period.`,
    nextSteps: ['Run `unsprawl collect` again; it is made anew from what came before.'],
    file: name,
  });
}

/** Days as text, each of them once. */
function dayNames(): (second: number) => string {
  const names = new Map<number, string>();
  return (second) => {
    const known = names.get(second);
    if (known !== undefined) return known;
    const name = new Date(second * 1000).toISOString().slice(0, 10);
    names.set(second, name);
    return name;
  };
}

/**
 * The snapshot with its days of use, which stand in a file of their own where the usage engine has counted them. Days
 * before the period say only when somebody was last active: they are no days of use.
 * @throws InputError where the file is missing or another one
 */
export async function withUsage(workspace: Workspace, snapshot: Snapshot): Promise<Snapshot> {
  const { usageFile, tools, period } = snapshot;
  if (usageFile === undefined) return snapshot;
  const path = join(workspace.snapshotFolder, usageFile.name);
  const sha256 = await fingerprint(path).catch(() => null);
  if (sha256 !== usageFile.sha256) throw damaged(usageFile.name);
  const days: UsageDays = { tool: [], person: [], day: [], events: [] };
  if (snapshot.privacy.profile !== 'standard') return { ...snapshot, usageDays: days };
  const nameOf = dayNames();
  const start = Date.parse(period.start) / 1000;
  await withEngine(workspace, 'UTC', (connection) =>
    visitFacts(connection, `read_parquet(${quoted(path)})`, start, ({ tool, person, day, events }) => {
      days.tool.push(tools[tool]?.id ?? '');
      days.person.push(person);
      days.day.push(nameOf(day));
      days.events.push(events);
    }),
  );
  return { ...snapshot, usageDays: days };
}
