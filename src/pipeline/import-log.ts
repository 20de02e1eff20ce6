import { basename } from 'node:path';
import type { FileReading } from '../connectors/files/read-file.ts';
import { readFile } from '../connectors/files/read-file.ts';
import { mappingFor } from '../connectors/files/recognition/apply-mapping.ts';
import { InputError } from '../errors/audit-error.ts';
import {
  addToInbox,
  COPY_LIMIT_BYTES,
  entryPath,
  fingerprint,
  type InboxEntry,
  keepCopy,
  readInbox,
  storedName,
} from '../workspace/inbox.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { alreadyImported, type ImportedFile, summariseLog } from './import-summary.ts';
import type { Ports } from './ports.ts';
import { keepSurvey, stateOf } from './usage/log-survey.ts';
import { type LogProbe, type OpenedLog, openLog } from './usage/open-log.ts';
import { surveyFile } from './usage/survey-file.ts';

/**
 * A log is read once, for who and what is in it and what they did; rows are told apart no more after that.
 * @param typed its path as a person typed it
 */
export async function importLog(
  workspace: Workspace,
  typed: string,
  log: OpenedLog,
  copyLarge: boolean,
  ports: Ports,
): Promise<ImportedFile> {
  const { path } = log.shape;
  const name = basename(path);
  const fingerprinted = fingerprint(path);
  const [sha256, survey] = await Promise.all([fingerprinted, surveyFile(workspace, log, name, fingerprinted, ports)]);
  const { root } = workspace;
  const before = (await readInbox(root)).find((entry) => entry.sha256 === sha256);
  if (before !== undefined) return alreadyImported(typed, before);
  const isReferenced = survey.bytes > COPY_LIMIT_BYTES && !copyLarge;
  const stored = isReferenced ? null : storedName(name, sha256);
  if (stored !== null) await keepCopy(root, path, stored);
  const rows = { used: survey.usable, rejected: survey.rows - survey.usable };
  const entry: InboxEntry = {
    ...{ name, sha256, bytes: survey.bytes, stored, reference: isReferenced ? path : null },
    ...{ profiles: [survey.profile], rows },
  };
  // The survey first: an entry without one would be read row by row.
  await keepSurvey(root, sha256, { ...survey, ...(await stateOf(entryPath(root, entry))) });
  await addToInbox(root, entry);
  return summariseLog(typed, survey, log.fit.profile.meta.title, mappingFor(log.header, workspace.mappings));
}

/** What can be said of a table that nobody knows and that is too large to be read: its beginning is looked at. */
export function readBeginning(
  workspace: Workspace,
  name: string,
  { head }: Extract<LogProbe, { kind: 'unknown-table' }>,
): Promise<FileReading> {
  const { organisation } = workspace.config;
  const whole = head.subarray(0, head.lastIndexOf(10) + 1);
  return readFile({
    ...{ name, bytes: whole, openAs: 'beginning.csv', sourceId: name, sha256: null },
    ports: { pseudonym: () => 'person', timeZone: organisation.time_zone, currency: organisation.currency },
  });
}

/** @throws InputError for records that are no event log */
export async function probe(workspace: Workspace, path: string, bytes: number): Promise<LogProbe> {
  const found = bytes === 0 ? { kind: 'table' as const } : await openLog(workspace, path, bytes);
  if (found.kind !== 'unknown-records') return found;
  const file = basename(path);
  if (found.isDamaged) {
    throw new InputError({
      code: 'damaged-records',
      message: `This begins as a ${found.format} file and is damaged or cut off.`,
      nextSteps: ['Fetch or export it again.'],
      file,
    });
  }
  throw new InputError({
    code: 'unknown-records',
    message: `This is a ${found.format} file whose fields are those of no event log that is known.`,
    nextSteps: [
      'Give its fields the names timestamp, email and tool, or export the table as CSV.',
      '`unsprawl connectors` lists what is recognised.',
    ],
    file,
  });
}
