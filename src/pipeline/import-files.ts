import { basename, resolve } from 'node:path';
import type { FileReading } from '../connectors/files/read-file.ts';
import { AuditError } from '../errors/audit-error.ts';
import {
  addToInbox,
  COPY_LIMIT_BYTES,
  checkImportable,
  fingerprint,
  keepCopy,
  readInbox,
  storedName,
} from '../workspace/inbox.ts';
import type { Workspace } from '../workspace/workspace.ts';
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

async function importOne(workspace: Workspace, path: string, copyLarge: boolean): Promise<ImportedFile> {
  const absolute = resolve(path);
  const { bytes } = await checkImportable(absolute);
  const sha256 = await fingerprint(absolute);
  const name = basename(absolute);
  const before = (await readInbox(workspace.root)).find((entry) => entry.sha256 === sha256);
  if (before !== undefined) {
    const message = `The same bytes are in the inbox already as ${before.name}; nothing was added.`;
    return {
      path,
      status: 'duplicate',
      profile: before.profiles.join(' + '),
      title: 'already imported',
      rows: before.rows,
      problems: [{ message }],
      proposals: [],
    };
  }
  const summary = summarise(path, await readSource(workspace, { name, path: absolute, sha256, sourceId: name }));
  if (summary.status !== 'imported') return summary;
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
