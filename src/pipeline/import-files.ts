import { basename, resolve } from 'node:path';
import type { FileReading } from '../connectors/files/read-file.ts';
import { AuditError } from '../errors/audit-error.ts';
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
import { ANSWERS_PROFILE, type ImportedAnswers, importAnswers } from './import-answers.ts';
import type { Ports } from './ports.ts';
import { readSource } from './read-source.ts';

export interface ImportProblem {
  readonly message: string;
  readonly row?: number;
  readonly field?: string;
  readonly nextSteps?: readonly string[];
}

export interface ImportedFile {
  readonly path: string;
  readonly status: 'imported' | 'duplicate' | 'needs-mapping' | 'rejected';
  /** Profile ids, joined with ` + ` for a workbook of several. */
  readonly profile: string | null;
  /** What it was taken for, in words. */
  readonly title: string;
  readonly rows: { readonly used: number; readonly rejected: number };
  readonly problems: readonly ImportProblem[];
  /** Proposed mapping per unrecognised sheet. */
  readonly proposals: readonly unknown[];
}

export interface ImportResult {
  readonly files: readonly ImportedFile[];
}

const NO_ROWS = { used: 0, rejected: 0 };

function summarise(path: string, reading: FileReading): ImportedFile {
  const known = reading.sheets.filter((sheet) => sheet.profile !== null);
  const unknown = reading.sheets.filter((sheet) => sheet.profile === null);
  const rejected = known.reduce((sum, sheet) => sum + sheet.rejected.length, 0);
  const total = known.reduce((sum, sheet) => sum + sheet.rowsTotal, 0);
  const problems: ImportProblem[] = [
    ...reading.problems.map(({ message, nextStep }) => ({ message, nextSteps: [nextStep] })),
    ...known.flatMap((sheet) =>
      sheet.rejected.map((reject) => ({
        message: reject.reason,
        ...(reject.at.row === null ? {} : { row: reject.at.row }),
        ...(reject.field === null ? {} : { field: reject.field }),
      })),
    ),
  ];
  const status = known.length > 0 ? 'imported' : unknown.length > 0 ? 'needs-mapping' : 'rejected';
  return {
    path,
    status,
    profile: known.length === 0 ? null : known.map((sheet) => sheet.profile).join(' + '),
    title: known.length === 0 ? 'not recognised' : known.map((sheet) => sheet.title).join(' + '),
    rows: { used: total - rejected, rejected },
    problems,
    proposals: unknown.flatMap((sheet) => (sheet.proposal === undefined ? [] : [sheet.proposal])),
  };
}

function refused(path: string, thrown: unknown): ImportedFile {
  if (!(thrown instanceof AuditError)) throw thrown;
  const problem: ImportProblem = {
    message: thrown.message,
    nextSteps: thrown.nextSteps,
    ...(thrown.place.row === undefined ? {} : { row: thrown.place.row }),
    ...(thrown.place.field === undefined ? {} : { field: thrown.place.field }),
  };
  return {
    path,
    status: 'rejected',
    profile: null,
    title: 'not imported',
    rows: NO_ROWS,
    problems: [problem],
    proposals: [],
  };
}

/** A filled workbook is told by the answers that are new; one that brings none is a duplicate. */
function summariseAnswers(path: string, { kept, standing, rejected }: ImportedAnswers): ImportedFile {
  const isKnown = kept === 0 && rejected.length === 0;
  const nothing = standing === 0 ? 'No answer is filled in; every name stays open.' : 'Every answer was known already.';
  return {
    path,
    status: isKnown ? 'duplicate' : 'imported',
    profile: ANSWERS_PROFILE,
    title: 'answers to open names, from the sheet Review alone',
    rows: { used: kept + standing, rejected: rejected.length },
    problems: isKnown
      ? [{ message: nothing }]
      : rejected.map(({ row, field, reason }) => ({ message: reason, row, ...(field === null ? {} : { field }) })),
    proposals: [],
  };
}

function alreadyImported(path: string, before: InboxEntry): ImportedFile {
  return {
    path,
    status: 'duplicate',
    profile: before.profiles.join(' + '),
    title: 'already imported',
    rows: before.rows,
    problems: [{ message: `The same bytes are in the inbox already as ${before.name}; nothing was added.` }],
    proposals: [],
  };
}

async function importOne(workspace: Workspace, path: string, copyLarge: boolean): Promise<ImportedFile> {
  const absolute = resolve(path);
  const { bytes } = await checkImportable(absolute);
  const sha256 = await fingerprint(absolute);
  const name = basename(absolute);
  const before = (await readInbox(workspace.root)).find((entry) => entry.sha256 === sha256);
  // Answers are read again: one that was refused may be understood by now.
  const isKnown = before !== undefined;
  if (isKnown && !before.profiles.includes(ANSWERS_PROFILE)) return alreadyImported(path, before);
  const reading = await readSource(workspace, { name, path: absolute, sha256, sourceId: name });
  const summary =
    reading.answers === undefined
      ? summarise(path, reading)
      : summariseAnswers(path, await importAnswers(workspace, name, reading.answers, isKnown));
  if (summary.status !== 'imported' || isKnown) return summary;
  const isReferenced = bytes > COPY_LIMIT_BYTES && !copyLarge;
  const stored = isReferenced ? null : storedName(name, sha256);
  if (stored !== null) await keepCopy(workspace.root, absolute, stored);
  await addToInbox(workspace.root, {
    name,
    sha256,
    bytes,
    stored,
    reference: isReferenced ? absolute : null,
    profiles: summary.profile?.split(' + ') ?? [],
    rows: summary.rows,
  });
  return summary;
}

/**
 * Takes files in one by one: what is good is kept, whatever happens to the others.
 * @param paths as typed; relative ones are read from the current folder
 */
export async function importFiles(
  workspace: Workspace,
  paths: readonly string[],
  options: { readonly copyLarge: boolean },
  ports: Ports,
): Promise<ImportResult> {
  const files: ImportedFile[] = [];
  for (const path of paths) {
    ports.progress(`Reading ${basename(path)} (${files.length + 1} of ${paths.length})`);
    files.push(await importOne(workspace, path, options.copyLarge).catch((thrown: unknown) => refused(path, thrown)));
  }
  return { files };
}
