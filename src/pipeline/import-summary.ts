import type { FileReading, SheetReading } from '../connectors/files/read-file.ts';
import { AuditError } from '../errors/audit-error.ts';
import type { FileMapping } from '../model/mapping.ts';
import { counted } from '../util/counted.ts';
import type { InboxEntry } from '../workspace/inbox.ts';
import { ANSWERS_PROFILE, type ImportedAnswers } from './import-answers.ts';
import type { MappingProposal } from './mapping-draft.ts';
import { logRejects, undatedCount, undatedRejects } from './usage/log-rejects.ts';
import type { LogSurvey } from './usage/log-survey.ts';

export interface ImportProblem {
  readonly message: string;
  /** Which table of the file, where it holds several. */
  readonly sheet?: string;
  readonly row?: number;
  readonly field?: string;
  readonly nextSteps?: readonly string[];
}

interface RowCount {
  readonly used: number;
  readonly rejected: number;
}

/** What one table of a file was taken for. */
export interface ImportedSheet {
  /** Sheet of a workbook, file of an archive, or both; null where the file is one table. */
  readonly sheet: string | null;
  /** Null = not recognised, or left out. */
  readonly profile: string | null;
  readonly title: string;
  readonly headerRow: number;
  readonly rows: RowCount;
  /** Day and role of the mapping that it was read or left out by; null = recognised by itself, or not at all. */
  readonly mapping: { readonly on: string | null; readonly by: string | null } | null;
  /** The days of these columns can be read either way, and their rows are rejected. */
  readonly openOrders: readonly string[];
  /** Columns that nothing reads, in a sheet that was read. */
  readonly unusedColumns: readonly string[];
  /** What the header comes nearest to, where it is not known: in words, with the confidence; null = nothing. */
  readonly nearest: string | null;
  /** How it was read where that is not plain, in sentences. */
  readonly notices: readonly string[];
}

export interface ImportedFile {
  readonly path: string;
  readonly status: 'imported' | 'duplicate' | 'needs-mapping' | 'left-out' | 'rejected';
  /** Profile ids, joined with ` + ` for a workbook of several. */
  readonly profile: string | null;
  /** What it was taken for, in words. */
  readonly title: string;
  readonly rows: RowCount;
  readonly problems: readonly ImportProblem[];
  readonly sheets: readonly ImportedSheet[];
  /** Files of an archive that were not taken in, while others were; absent = none. */
  readonly refused?: readonly string[];
  /** What else there is to say of the file, in sentences. */
  readonly notices: readonly string[];
  /** Proposed mapping per unrecognised sheet. */
  readonly proposals: readonly MappingProposal[];
}

const NO_ROWS = { used: 0, rejected: 0 };

/** `calendar.csv`, `Sheet1`, `costs.xlsx, Sheet1`; null where the file is one table. */
export function tableName({ member, sheet }: Pick<SheetReading, 'member' | 'sheet'>): string | null {
  const parts = [member, sheet].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function nearestOf({ profile, proposer }: SheetReading): string | null {
  if (profile !== null || proposer === undefined || proposer.best.title === null) return null;
  return `${proposer.best.title} (${proposer.best.confidence.toFixed(2)})`;
}

function toldMapping({ on, by }: FileMapping): ImportedSheet['mapping'] {
  return { on: on ?? null, by: by ?? null };
}

function sheetOf(reading: SheetReading): ImportedSheet {
  const { profile, title, headerRow, mapping, rejected, rowsTotal, proposer } = reading;
  return {
    sheet: tableName(reading),
    profile,
    title,
    headerRow,
    rows: profile === null ? NO_ROWS : { used: rowsTotal - rejected.length, rejected: rejected.length },
    mapping: mapping === undefined ? null : toldMapping(mapping),
    openOrders: profile === null ? [] : (proposer?.best.openOrders ?? []),
    unusedColumns: profile === null ? [] : reading.unusedColumns,
    nearest: nearestOf(reading),
    notices: reading.notices.filter(({ code }) => code !== 'header-row').map(({ message }) => message),
  };
}

function rejectsOf(sheet: SheetReading, isOneOfMany: boolean): readonly ImportProblem[] {
  const name = isOneOfMany ? tableName(sheet) : null;
  return sheet.rejected.map((reject) => ({
    message: reject.reason,
    ...(name === null ? {} : { sheet: name }),
    ...(reject.at.row === null ? {} : { row: reject.at.row }),
    ...(reject.field === null ? {} : { field: reject.field }),
  }));
}

function problemsOf({ problems, sheets }: FileReading): readonly ImportProblem[] {
  return [
    ...problems.map(({ message, nextStep }) => ({ message, nextSteps: [nextStep] })),
    ...sheets.flatMap((sheet) => rejectsOf(sheet, sheets.length > 1)),
  ];
}

/** A known file of which nothing can be read before somebody has said what its days mean is not taken in. */
function isWaiting({ profile, proposer, rejected, rowsTotal }: SheetReading): boolean {
  return proposer !== undefined && (profile === null || rejected.length === rowsTotal);
}

/** A known table with a row that counts, or an empty one, which says that there is nothing. */
function isTaken(sheet: SheetReading): boolean {
  const { profile, rejected, rowsTotal } = sheet;
  return profile !== null && !isWaiting(sheet) && (rowsTotal === 0 || rejected.length < rowsTotal);
}

function isLeftOut({ mapping }: SheetReading): boolean {
  return mapping?.profile === null;
}

function statusOf(sheets: readonly SheetReading[]): ImportedFile['status'] {
  if (sheets.some(isTaken)) return 'imported';
  if (sheets.some(isWaiting)) return 'needs-mapping';
  return sheets.length > 0 && sheets.every(isLeftOut) ? 'left-out' : 'rejected';
}

/** Files of an archive of which no table was taken in, nor left out by a person. */
function refusedMembers({ problems, sheets }: FileReading): readonly string[] {
  const settled = new Set(sheets.flatMap((sheet) => (isTaken(sheet) || isLeftOut(sheet) ? [sheet.member] : [])));
  const unsettled = sheets.flatMap(({ member }) => (member === null || settled.has(member) ? [] : [member]));
  return [...new Set([...problems.flatMap(({ member }) => member ?? []), ...unsettled])];
}

/** What became of a file that was read. */
export function summarise(path: string, reading: FileReading): ImportedFile {
  const known = reading.sheets.filter(({ profile }) => profile !== null);
  const rejected = known.reduce((sum, sheet) => sum + sheet.rejected.length, 0);
  const total = known.reduce((sum, sheet) => sum + sheet.rowsTotal, 0);
  const status = statusOf(reading.sheets);
  const refusedFiles = status === 'imported' ? refusedMembers(reading) : [];
  return {
    path,
    status,
    profile: known.length === 0 ? null : known.map(({ profile }) => profile).join(' + '),
    title:
      known.length > 0
        ? known.map(({ title }) => title).join(' + ')
        : status === 'left-out'
          ? 'left out by your mapping'
          : 'not recognised',
    rows: { used: total - rejected, rejected },
    problems: problemsOf(reading),
    sheets: reading.sheets.map(sheetOf),
    ...(refusedFiles.length === 0 ? {} : { refused: refusedFiles }),
    notices: reading.notices.map(({ message }) => message),
    proposals: reading.sheets.flatMap(({ profile, proposer }) =>
      profile === null && proposer !== undefined ? [proposer.best] : [],
    ),
  };
}

/** Rows of a log that count, and those that do not: they name nobody or nothing, or no time. */
export function rowsOf(survey: LogSurvey): RowCount {
  const used = survey.usable - undatedCount(survey);
  return { used, rejected: survey.rows - used };
}

/** What became of an event log; its rows are told by reason, not one by one. */
export function summariseLog(
  path: string,
  survey: LogSurvey,
  title: string,
  mapping: FileMapping | null,
): ImportedFile {
  const rows = rowsOf(survey);
  const told = mapping === null ? null : toldMapping(mapping);
  const plain = { mapping: told, openOrders: [], unusedColumns: [...survey.unusedColumns], nearest: null, notices: [] };
  const sheet = { sheet: null, profile: survey.profile, title, rows, ...plain };
  return {
    ...{ path, profile: survey.profile, title, rows, notices: [], proposals: [] },
    status: rows.used === 0 && rows.rejected > 0 ? 'rejected' : 'imported',
    problems: [...logRejects(survey), ...undatedRejects(survey)].map(({ row, field, rows: many, reason }) => ({
      message: many === undefined ? reason : `${counted(many, 'row')}: ${reason}`,
      ...(row === null ? {} : { row }),
      ...(field === null ? {} : { field }),
    })),
    sheets: [{ ...sheet, headerRow: survey.shape.layout.format === 'csv' ? survey.shape.layout.headerRow : 1 }],
  };
}

/** What is said of a file that could not be taken. Anything but an error of ours is thrown on. */
export function refused(path: string, thrown: unknown): ImportedFile {
  if (!(thrown instanceof AuditError)) throw thrown;
  const { message, nextSteps, place } = thrown;
  const problem: ImportProblem = {
    message,
    nextSteps,
    ...(place.row === undefined ? {} : { row: place.row }),
    ...(place.field === undefined ? {} : { field: place.field }),
  };
  const none = { profile: null, rows: NO_ROWS, sheets: [], notices: [], proposals: [] };
  return { path, status: 'rejected', title: 'not imported', problems: [problem], ...none };
}

/** A filled workbook is told by the answers that are new; one that brings none is a duplicate. */
export function summariseAnswers(path: string, { kept, standing, rejected }: ImportedAnswers): ImportedFile {
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
    sheets: [],
    notices: [],
    proposals: [],
  };
}

export function alreadyImported(path: string, before: InboxEntry): ImportedFile {
  return {
    path,
    status: 'duplicate',
    profile: before.profiles.join(' + '),
    title: 'already imported',
    rows: before.rows,
    problems: [{ message: `The same bytes are in the inbox already as ${before.name}; nothing was added.` }],
    sheets: [],
    notices: [],
    proposals: [],
  };
}
