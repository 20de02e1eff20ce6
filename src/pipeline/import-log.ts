import { basename } from 'node:path';
import { proposeLog } from '../connectors/files/propose-log.ts';
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
import { alreadyImported, type ImportedFile, rowsOf, summariseLog } from './import-summary.ts';
import type { Ports } from './ports.ts';
import { keepSurvey, stateOf } from './usage/log-survey.ts';
import { type LogProbe, type OpenedLog, openLog } from './usage/open-log.ts';
import { type FilePrint, surveyFile } from './usage/survey-file.ts';

const QUOTE = 34;

function printOf({ shape: { path, packing } }: OpenedLog): FilePrint {
  let hasQuotes = packing !== null;
  const sha256 = fingerprint(path, (piece) => {
    hasQuotes ||= piece.includes(QUOTE);
  });
  return { sha256, hasQuotes: sha256.then(() => hasQuotes) };
}

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
  const print = printOf(log);
  const [sha256, survey] = await Promise.all([print.sha256, surveyFile(workspace, log, name, print, ports)]);
  const { root } = workspace;
  const before = (await readInbox(root)).find((entry) => entry.sha256 === sha256);
  if (before !== undefined) return alreadyImported(typed, before);
  const rows = rowsOf(survey);
  const mapping = mappingFor(log.header, workspace.mappings);
  const summary = summariseLog(typed, survey, log.fit.profile.meta.title, mapping);
  // A log of which nothing can be used is not taken in: its tools would pass for tools that nobody uses.
  if (summary.status === 'rejected') return summary;
  const isReferenced = survey.bytes > COPY_LIMIT_BYTES && !copyLarge;
  const stored = isReferenced ? null : storedName(name, sha256);
  if (stored !== null) await keepCopy(root, path, stored);
  const entry: InboxEntry = {
    ...{ name, sha256, bytes: survey.bytes, stored, reference: isReferenced ? path : null },
    ...{ profiles: [survey.profile], rows },
  };
  // The survey first: an entry without one would be read row by row.
  await keepSurvey(root, sha256, { ...survey, ...(await stateOf(entryPath(root, entry))) });
  await addToInbox(root, entry);
  return summary;
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

/** The same for records that are those of no log that is known. @throws InputError where they come near none */
export function readRecords(
  name: string,
  { format, head }: Extract<LogProbe, { kind: 'unknown-records' }>,
): FileReading {
  const proposer = head === null ? null : proposeLog(head.header, head.records);
  if (head === null || proposer === null) throw unknownRecords(name, format);
  const nothing = { profile: null, title: 'not recognised', source: null, observations: [], rejected: [], notices: [] };
  const place = { sheet: null, member: null, headerRow: 1, rowsTotal: head.records.length };
  const sheet = { ...place, ...nothing, unusedColumns: head.header, proposer };
  return { sheets: [sheet], problems: [], notices: [] };
}

/** @throws InputError for records of which nothing can be said */
export async function probe(workspace: Workspace, path: string, bytes: number): Promise<LogProbe> {
  const found = bytes === 0 ? { kind: 'table' as const } : await openLog(workspace, path, bytes);
  if (found.kind !== 'unknown-records' || found.head !== null) return found;
  throw new InputError({
    code: 'damaged-records',
    message:
      found.format === 'Parquet'
        ? 'This begins as a Parquet file and is damaged or cut off.'
        : 'This begins as a JSON file and holds neither one record a line nor one list of records, or it is damaged.',
    nextSteps: ['Fetch or export it again; of a list inside of a record, save the list alone.'],
    file: basename(path),
  });
}

function unknownRecords(file: string, format: 'JSON' | 'Parquet'): InputError {
  return new InputError({
    code: 'unknown-records',
    message: `This is a ${format} file whose fields are those of no event log that is known.`,
    nextSteps: [
      'Give its fields the names timestamp, email and tool, or export the table as CSV.',
      '`unsprawl connectors` lists what is recognised.',
    ],
    file,
  });
}
