import { basename, resolve } from 'node:path';
import type { FileReading } from '../connectors/files/read-file.ts';
import { headerPrint } from '../connectors/files/recognition/column-labels.ts';
import {
  addToInbox,
  COPY_LIMIT_BYTES,
  checkImportable,
  fingerprint,
  type InboxEntry,
  keepCopy,
  readInbox,
  storedName,
} from '../workspace/inbox.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkMappings } from './check-mappings.ts';
import { ANSWERS_PROFILE, importAnswers } from './import-answers.ts';
import { importLog, probe, readBeginning, readRecords } from './import-log.ts';
import { importPaths, type SkippedPath } from './import-paths.ts';
import { alreadyImported, type ImportedFile, refused, summarise, summariseAnswers } from './import-summary.ts';
import { keepMappings } from './keep-mappings.ts';
import type { AskMapping, MappingQuestion } from './mapping-draft.ts';
import type { Ports } from './ports.ts';
import { readSource } from './read-source.ts';
import type { LogProbe, OpenedLog } from './usage/open-log.ts';

export type { ImportedFile, ImportedSheet } from './import-summary.ts';

export interface ImportResult {
  readonly files: readonly ImportedFile[];
  /** What the typed folders held beside files to import. */
  readonly skipped: readonly SkippedPath[];
  /** What a person has still to settle, sheet by sheet. */
  readonly questions: readonly MappingQuestion[];
}

export interface ImportOptions {
  readonly copyLarge: boolean;
  /** Settles what is not known; a file that came before is read again for what it left open. Absent = nobody is asked. */
  readonly ask?: AskMapping;
  /** Role that answers, kept beside each mapping. */
  readonly by?: string | undefined;
}

/** What changes from file to file: an answer holds for the files that follow, and `stop` for all of them. */
interface Desk {
  workspace: Workspace;
  ask: AskMapping | undefined;
  readonly by: string | undefined;
  readonly ports: Ports;
  readonly questions: MappingQuestion[];
}

interface OpenedFile {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
}

function questionsOf(file: string, { sheets }: FileReading): readonly MappingQuestion[] {
  return sheets.flatMap(({ proposer, sheet, headerRow, rowsTotal }) =>
    proposer === undefined
      ? []
      : [{ file, sheet, headerRow, rows: rowsTotal, proposal: proposer.best, as: proposer.as }],
  );
}

function isSettled({ workspace }: Desk, { proposal }: MappingQuestion): boolean {
  const print = headerPrint(proposal.columns.map(({ column }) => column));
  return workspace.mappings.some(({ header }) => headerPrint(header) === print);
}

/** Asks for what is open in a file and keeps each answer at once. @returns whether anything was answered */
async function settle(desk: Desk, questions: readonly MappingQuestion[]): Promise<boolean> {
  let isAnswered = false;
  for (const question of questions) {
    if (isSettled(desk, question)) continue;
    desk.ports.progress('');
    const answer = (await desk.ask?.(question)) ?? 'later';
    if (answer === 'stop') desk.ask = undefined;
    if (answer === 'stop' || answer === 'later') continue;
    const by = desk.by === undefined ? {} : { by: desk.by };
    const mappings = await keepMappings(desk.workspace, [{ ...answer, ...by, on: desk.ports.today }]);
    desk.workspace = { ...desk.workspace, mappings };
    isAnswered = true;
  }
  return isAnswered;
}

async function readSettled(desk: Desk, { name, path, sha256 }: OpenedFile): Promise<FileReading> {
  const read = () => readSource(desk.workspace, { name, path, sha256, sourceId: name });
  const first = await read();
  const reading = (await settle(desk, questionsOf(name, first))) ? await read() : first;
  desk.questions.push(...questionsOf(name, reading));
  return reading;
}

/** A file that came before says nothing new, unless a mapping has told more of it since. */
function saysMore(before: InboxEntry, { profile, rows }: ImportedFile): boolean {
  const { used, rejected } = before.rows;
  return (
    profile !== null && (profile !== before.profiles.join(' + ') || rows.used !== used || rows.rejected !== rejected)
  );
}

/** Asks what a large table or a file of records of unknown kind is; it may turn out to be a log. */
async function settledProbe(desk: Desk, path: string, bytes: number): Promise<LogProbe | FileReading> {
  const found = await probe(desk.workspace, path, bytes);
  if (found.kind !== 'unknown-table' && found.kind !== 'unknown-records') return found;
  const name = basename(path);
  const isTable = found.kind === 'unknown-table';
  const reading = isTable ? await readBeginning(desk.workspace, name, found) : readRecords(name, found);
  const questions = questionsOf(name, reading).map((question) => ({ ...question, rows: null }));
  if (await settle(desk, questions)) return probe(desk.workspace, path, bytes);
  desk.questions.push(...questions);
  return reading;
}

/** A file as it was taken in, or a log that waits for the people of the other files: their zones decide its days. */
async function importOne(desk: Desk, path: string, options: ImportOptions): Promise<ImportedFile | OpenedLog> {
  const absolute = resolve(path);
  const { bytes } = await checkImportable(absolute);
  const found = await settledProbe(desk, absolute, bytes);
  if ('sheets' in found) return summarise(path, found);
  return found.kind === 'log' ? found : importTables(desk, path, bytes, options);
}

async function importTables(
  desk: Desk,
  path: string,
  bytes: number,
  { copyLarge, ask }: ImportOptions,
): Promise<ImportedFile> {
  const absolute = resolve(path);
  const sha256 = await fingerprint(absolute);
  const name = basename(absolute);
  const { root } = desk.workspace;
  const before = (await readInbox(root)).find((entry) => entry.sha256 === sha256);
  // Answers are read again: one that was refused may be understood by now.
  const isAnswers = before?.profiles.includes(ANSWERS_PROFILE) === true;
  if (before !== undefined && !isAnswers && ask === undefined) return alreadyImported(path, before);
  const reading = await readSettled(desk, { name, path: absolute, sha256 });
  const summary =
    reading.answers === undefined
      ? summarise(path, reading)
      : summariseAnswers(path, await importAnswers(desk.workspace, name, reading.answers, isAnswers));
  if (summary.status !== 'imported' || isAnswers) return summary;
  if (before !== undefined && !saysMore(before, summary)) return alreadyImported(path, before);
  const isReferenced = bytes > COPY_LIMIT_BYTES && !copyLarge;
  const stored = isReferenced ? null : storedName(name, sha256);
  if (stored !== null && before === undefined) await keepCopy(root, absolute, stored);
  await addToInbox(root, {
    name: before?.name ?? name,
    sha256,
    bytes,
    stored: before === undefined ? stored : before.stored,
    reference: before === undefined ? (isReferenced ? absolute : null) : before.reference,
    profiles: summary.profile?.split(' + ') ?? [],
    rows: summary.rows,
  });
  return summary;
}

/**
 * Takes files and folders in: what is good is kept, whatever happens to the others.
 * @param paths as typed; relative ones are read from the current folder
 * @throws ConfigurationError where a mapping of the workspace has a mistake
 */
export async function importFiles(
  workspace: Workspace,
  paths: readonly string[],
  options: ImportOptions,
  ports: Ports,
): Promise<ImportResult> {
  await checkMappings(workspace);
  const { files: found, skipped } = await importPaths(paths);
  const desk: Desk = { workspace, ask: options.ask, by: options.by, ports, questions: [] };
  const taken: (ImportedFile | OpenedLog)[] = [];
  for (const path of found) {
    ports.progress(`Reading ${basename(path)} (${taken.length + 1} of ${found.length})`);
    taken.push(await importOne(desk, path, options).catch((thrown: unknown) => refused(path, thrown)));
  }
  const files: ImportedFile[] = [];
  for (const [position, file] of taken.entries()) {
    const path = found[position] ?? '';
    const waits = 'fit' in file ? importLog(desk.workspace, path, file, options.copyLarge, ports) : file;
    files.push(await Promise.resolve(waits).catch((thrown: unknown) => refused(path, thrown)));
  }
  return { files, skipped, questions: desk.questions };
}
