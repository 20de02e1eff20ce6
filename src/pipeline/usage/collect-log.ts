import { profiles } from '../../connectors/files/profiles/registry.ts';
import type { ObservationOf, RejectedRow, SourceRecord } from '../../model/observation.ts';
import { entryPath, type InboxEntry } from '../../workspace/inbox.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Ports } from '../ports.ts';
import { engineVersion } from './engine.ts';
import { logRejects } from './log-rejects.ts';
import { keepSurvey, type LogSurvey, readSurvey, stateOf } from './log-survey.ts';
import { openLog } from './open-log.ts';
import { surveyFile } from './survey-file.ts';

/** A log of the inbox with what is known of it. */
export interface CollectedLog {
  readonly source: SourceRecord;
  readonly observation: ObservationOf<'usage-log'>;
  readonly rejected: readonly RejectedRow[];
  readonly survey: LogSurvey;
  readonly path: string;
  readonly sha256: string;
}

function isEventLog({ profiles: ids }: InboxEntry): boolean {
  return profiles.some(({ meta }) => ids[0] === meta.id && 'eventLog' in meta);
}

/** Made when the log was imported; anew where the engine has another version since, whose keys differ. */
async function surveyOf(workspace: Workspace, entry: InboxEntry, ports: Ports): Promise<LogSurvey | null> {
  const kept = await readSurvey(workspace.root, entry.sha256);
  if (kept !== null && kept.engine === (await engineVersion())) return kept;
  if (kept === null && !isEventLog(entry)) return null;
  const path = entryPath(workspace.root, entry);
  const opened = await openLog(workspace, path, entry.bytes);
  if (opened.kind !== 'log') return null;
  const print = { sha256: Promise.resolve(entry.sha256), hasQuotes: Promise.resolve(true) };
  const made = {
    ...(await surveyFile(workspace, opened, entry.name, print, ports)),
    ...(await stateOf(path)),
  };
  await keepSurvey(workspace.root, entry.sha256, made);
  return made;
}

function sourceOf(sourceId: string, { name, sha256 }: InboxEntry, survey: LogSurvey): SourceRecord {
  const meta = profiles.find((profile) => profile.meta.id === survey.profile)?.meta;
  return {
    id: sourceId,
    kind: survey.profile,
    title: meta?.title ?? survey.profile,
    file: name,
    sha256,
    provides: [...(meta?.provides ?? ['usageDays'])],
    reliability: meta?.reliability ?? 0.5,
    cannotTell: meta?.cannotTell ?? '',
    rows: survey.rows,
  };
}

/** An entry of the inbox as a log of the usage engine; null = its rows are read one by one. */
export async function collectLog(
  workspace: Workspace,
  entry: InboxEntry,
  sourceId: string,
  ports: Ports,
): Promise<CollectedLog | null> {
  const survey = await surveyOf(workspace, entry, ports);
  if (survey === null) return null;
  return {
    source: sourceOf(sourceId, entry, survey),
    observation: {
      kind: 'usage-log',
      at: { source: sourceId, row: null },
      nameKind: survey.nameKind,
      tools: survey.tools.map(({ name, rows }) => ({ name, rows })),
      people: survey.people.map(({ person }) => person),
    },
    rejected: logRejects(survey).map(({ row, field, reason, rows }) => ({
      at: { source: sourceId, row },
      field,
      reason,
      money: null,
      ...(rows === undefined ? {} : { rows }),
    })),
    survey,
    path: entryPath(workspace.root, entry),
    sha256: entry.sha256,
  };
}

/** True where the file is as it was when it was surveyed, by size and time of change; else its fingerprint has to tell. */
export async function isAsSurveyed(workspace: Workspace, entry: InboxEntry): Promise<boolean> {
  const kept = await readSurvey(workspace.root, entry.sha256);
  if (kept === null) return false;
  const now = await stateOf(entryPath(workspace.root, entry)).catch(() => null);
  return now !== null && now.bytes === kept.bytes && now.modified === kept.modified;
}
