import { InputError } from '../errors/audit-error.ts';
import type { Gap } from '../model/evidence.ts';
import type { Collection, Observation, RejectedRow, SourceRecord } from '../model/observation.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { complete, place } from '../normalize/normalize.ts';
import { entryPath, fingerprint, type InboxEntry, readInbox } from '../workspace/inbox.ts';
import { writeStage } from '../workspace/stage-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { catalogueOf } from './catalogue.ts';
import { checkMappings } from './check-mappings.ts';
import { checkPolicy, policyGaps } from './check-policy.ts';
import { ANSWERS_PROFILE } from './import-answers.ts';
import type { Ports } from './ports.ts';
import { readSource } from './read-source.ts';
import { unreadSheets } from './unread-sheets.ts';
import { type CollectedDatabase, collectDatabase } from './usage/collect-database.ts';
import { type CollectedLog, collectLog, isAsSurveyed } from './usage/collect-log.ts';
import { countUsage, removeUsage } from './usage/count-usage.ts';

function byNameThenContent(a: InboxEntry, b: InboxEntry): number {
  const [left, right] = [`${a.name}\u0000${a.sha256}`, `${b.name}\u0000${b.sha256}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The file's name, made unique among sources: two files of one name become `name` and `name~2`. */
function sourceIds(entries: readonly InboxEntry[]): readonly string[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const count = (seen.get(entry.name) ?? 0) + 1;
    seen.set(entry.name, count);
    return count === 1 ? entry.name : `${entry.name}~${count}`;
  });
}

async function checkUnchanged(workspace: Workspace, entry: InboxEntry): Promise<void> {
  const now = await fingerprint(entryPath(workspace.root, entry)).catch(() => null);
  if (now === entry.sha256) return;
  throw new InputError({
    code: 'inbox-changed',
    message:
      now === null
        ? `${entry.name} is no longer where it was when it was imported.`
        : `${entry.name} has changed since it was imported.`,
    nextSteps: ['Put the imported file back, or remove its entry from inbox/index.json and import the new one.'],
    file: entry.name,
  });
}

function notConnected(workspace: Workspace): readonly Gap[] {
  return workspace.config.sources.map((source) => ({
    id: `source-${source.id}`,
    section: 'sources',
    title: `The source "${source.id}" was not read`,
    why: `This version has no connector of kind "${source.kind}".`,
    wouldSupply: `An export of ${source.kind} as a file: \`unsprawl connectors\` lists the shapes that are recognised.`,
  }));
}

interface Collected {
  readonly collection: Collection;
  readonly logs: readonly CollectedLog[];
}

/** Reads every file of the inbox; files are taken in the order of their names, so the order of import changes nothing. */
async function collectInbox(workspace: Workspace, ports: Ports): Promise<Collected> {
  const inbox = (await readInbox(workspace.root)).filter(({ profiles }) => !profiles.includes(ANSWERS_PROFILE));
  const entries = [...inbox].sort(byNameThenContent);
  const ids = sourceIds(entries);
  const sources: SourceRecord[] = [];
  const observations: Observation[] = [];
  const rejected: RejectedRow[] = [];
  const unread: Gap[] = [];
  const logs: CollectedLog[] = [];
  for (const [position, entry] of entries.entries()) {
    ports.progress(`Reading ${entry.name} (${position + 1} of ${entries.length})`);
    if (!(await isAsSurveyed(workspace, entry))) await checkUnchanged(workspace, entry);
    const sourceId = ids[position] ?? entry.name;
    const log = await collectLog(workspace, entry, sourceId, ports);
    if (log !== null) {
      logs.push(log);
      sources.push(log.source);
      observations.push(log.observation);
      rejected.push(...log.rejected);
      continue;
    }
    const reading = await readSource(workspace, {
      name: entry.name,
      path: entryPath(workspace.root, entry),
      sha256: entry.sha256,
      sourceId,
    });
    unread.push(...unreadSheets(entry.name, sourceId, reading));
    for (const sheet of reading.sheets) {
      if (sheet.source === null) continue;
      sources.push(sheet.source);
      for (const observation of sheet.observations) observations.push(observation);
      for (const row of sheet.rejected) rejected.push(row);
    }
  }
  return { collection: { sources, observations, rejected, gaps: [...notConnected(workspace), ...unread] }, logs };
}

/** The inbox, and beside it the events of a database where one is configured. */
async function collectAll(
  workspace: Workspace,
  ports: Ports,
): Promise<Collected & { readonly database: CollectedDatabase | null }> {
  const database = await collectDatabase(workspace, ports);
  const { collection, logs } = await collectInbox(workspace, ports);
  if (database === null) return { collection, logs, database };
  const { source, observation, rejected } = database;
  return {
    collection: {
      ...collection,
      sources: [...collection.sources, source],
      observations: [...collection.observations, observation],
      rejected: [...collection.rejected, ...rejected],
    },
    ...{ logs, database },
  };
}

/** Which row of two logs is the one that counts cannot be told, so that none of them is called a duplicate. */
const COUNTED_ONCE =
  'Overlaps another log: what both hold counts once in the days of use, and its rows stand among the used ones of both.';

function tellOverlaps(snapshot: Snapshot, overlapping: readonly string[]): Snapshot {
  const sources = snapshot.sources.map((source) =>
    overlapping.includes(source.id) ? { ...source, cannotTell: `${source.cannotTell} ${COUNTED_ONCE}` } : source,
  );
  return { ...snapshot, sources };
}

/** Inbox -> snapshot of the workspace's period, written to disk. Days of use that the usage engine counted stand in its file. */
export async function collect(workspace: Workspace, ports: Ports): Promise<Snapshot> {
  const catalogue = await catalogueOf(workspace);
  const capabilities = catalogue.capabilities.map(({ id }) => id);
  await checkPolicy(workspace, capabilities);
  await checkMappings(workspace);
  const { collection, logs, database } = await collectAll(workspace, ports);
  ports.progress('Matching names and reconciling');
  const input = { collection, config: workspace.config, catalogue, decisions: workspace.decisions };
  const placed = place(input);
  const hasLogs = logs.length > 0 || database !== null;
  const counted = hasLogs ? await countUsage(workspace, placed, logs, database, ports) : null;
  const normalized = complete(input, placed, counted);
  const gaps = [...normalized.gaps, ...policyGaps(workspace.policy, normalized)];
  const whole = { ...normalized, gaps, ...(counted === null ? {} : { usageFile: counted.file }) };
  const snapshot = tellOverlaps(whole, counted?.overlapping ?? []);
  await writeStage(workspace.snapshotFolder, 'snapshot', snapshot);
  if (counted === null) await removeUsage(workspace);
  return snapshot;
}
