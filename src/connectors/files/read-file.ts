import type { FileMapping } from '../../model/mapping.ts';
import type { Observation, RejectedRow, SourceRecord } from '../../model/observation.ts';
import { counted } from '../../util/counted.ts';
import { headerScore } from './known-header.ts';
import { profiles } from './profiles/registry.ts';
import { openPulseMarkdown } from './pulse-markdown.ts';
import { readPulse } from './read-pulse.ts';
import { readSheet } from './read-sheet.ts';
import { applyMapping, mappingFor } from './recognition/apply-mapping.ts';
import { type Proposer, proposeMapping, proposeOrders } from './recognition/propose.ts';
import { type Fit, recognise } from './recognition/recognise.ts';
import { isReviewHeader, type ReviewAnswers, readReviewAnswers } from './review-answers.ts';
import type { ReadPorts } from './row-reader.ts';
import type { HeaderSearch } from './tables/header-row.ts';
import { openSheets } from './tables/open-sheets.ts';
import { type FileNotice, type FileProblem, type Sheet, UnreadableFile } from './tables/sheet.ts';
import { type UnpackedFile, unpack } from './tables/unpack.ts';

export interface FileToRead {
  /** File name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Name that tells what the bytes are where `name` is that of their packing. */
  readonly openAs?: string;
  /** Source id of a file with one sheet; files of an archive append `/` and their name, sheets `#` and theirs. */
  readonly sourceId: string;
  readonly sha256: string | null;
  readonly ports: ReadPorts;
  /** What people said of headers that are not known by themselves; it goes before what would be recognised. */
  readonly mappings?: readonly FileMapping[];
}

interface TableReading {
  /** Sheet of a workbook; null for a text file. */
  readonly sheet: string | null;
  /** Profile id; null = the header is not known and a person has to say what it is. */
  readonly profile: string | null;
  readonly title: string;
  /** What the snapshot keeps about it; null where the header is not known. */
  readonly source: SourceRecord | null;
  /** Rows that are not blank, header excluded: each gave observations or stands in `rejected`. */
  readonly rowsTotal: number;
  readonly observations: readonly Observation[];
  readonly rejected: readonly RejectedRow[];
  /** Columns of the file that nothing read. */
  readonly unusedColumns: readonly string[];
  /** 1-based, as a spreadsheet counts. */
  readonly headerRow: number;
  /** The mapping that it was read by, or left out by where `profile` is null. */
  readonly mapping?: FileMapping;
  /** What a person has to settle: what the sheet is, or which part of its days is the day. */
  readonly proposer?: Proposer;
  /** What reading its rows showed; absent = nothing to say. */
  readonly told?: readonly FileNotice[];
}

export interface SheetReading extends TableReading {
  /** Name inside the archive that the file is; null = it is none. */
  readonly member: string | null;
  /** How the table was read where that is not plain: a header under titles, a hidden sheet. */
  readonly notices: readonly FileNotice[];
}

export interface FileReading {
  readonly sheets: readonly SheetReading[];
  /** Why the file could not be read, or which files of an archive could not; the others stand in `sheets`. */
  readonly problems: readonly FileProblem[];
  /** What of the file gave nothing without being wrong, such as empty sheets. */
  readonly notices: readonly FileNotice[];
  /** Answers to open names, where the file is a report's workbook that somebody filled: then no sheet of it is input. */
  readonly answers?: ReviewAnswers;
}

function countRows(sheet: Sheet): number {
  let rows = 0;
  const count = (): void => {
    rows += 1;
  };
  sheet.visit({ row: count, broken: count });
  return rows;
}

function unread(sheet: Sheet, title: string): TableReading {
  return {
    sheet: sheet.name,
    headerRow: sheet.headerRow,
    profile: null,
    title,
    source: null,
    rowsTotal: countRows(sheet),
    observations: [],
    rejected: [],
    unusedColumns: sheet.header,
  };
}

function recognised(sheet: Sheet, fit: Fit, file: FileToRead, sourceId: string): TableReading {
  const { profile, binding } = fit;
  const { source, observations, rejected } = readSheet({
    sheet,
    profile,
    binding,
    sourceId,
    file: file.name,
    sha256: file.sha256,
    ports: file.ports,
  });
  return {
    sheet: sheet.name,
    headerRow: sheet.headerRow,
    profile: profile.meta.id,
    title: profile.meta.title,
    source,
    rowsTotal: source.rows,
    observations,
    rejected,
    unusedColumns: binding.unused,
  };
}

function byMapping(sheet: Sheet, mapping: FileMapping, file: FileToRead, sourceId: string): TableReading | null {
  if (mapping.profile === null) return { ...unread(sheet, 'left out'), mapping };
  const mapped = applyMapping(sheet, mapping, profiles);
  if (mapped === null) return null;
  const currency = mapping.currency ?? file.ports.currency;
  const reading = recognised(mapped.sheet, mapped.fit, { ...file, ports: { ...file.ports, currency } }, sourceId);
  return { ...reading, mapping };
}

function readOne(sheet: Sheet, file: FileToRead, sourceId: string): TableReading {
  const mapping = mappingFor(sheet.header, file.mappings ?? []);
  const mapped = mapping === null ? null : byMapping(sheet, mapping, file, sourceId);
  if (mapped !== null) return mapped;
  const pulse = readPulse(sheet, { name: file.name, sha256: file.sha256, sourceId });
  if (pulse !== null) return { sheet: sheet.name, headerRow: sheet.headerRow, ...pulse };
  const answer = recognise(sheet.header, profiles);
  if (answer.kind !== 'recognised') {
    return { ...unread(sheet, 'not recognised'), proposer: proposeMapping(sheet, profiles, answer) };
  }
  const reading = recognised(sheet, answer.fit, file, sourceId);
  const proposer = proposeOrders(sheet, answer.fit, reading.rejected);
  return proposer === null ? reading : { ...reading, proposer };
}

function noticesOf({ name, above, headerRow, hidden, notices = [] }: Sheet): readonly FileNotice[] {
  const place = name === null ? 'The header' : `The header of the sheet "${name}"`;
  const titles = `${counted(above.length, 'row')} above it ${above.length === 1 ? 'is' : 'are'} no data`;
  return [
    ...(above.length === 0
      ? []
      : [{ code: 'header-row' as const, message: `${place} is in row ${headerRow}; ${titles}.` }]),
    ...(hidden
      ? [{ code: 'hidden-sheet' as const, message: `The sheet "${name}" is hidden in the workbook and was read.` }]
      : []),
    ...notices,
  ];
}

/** A header that a person has mapped is known too. */
function searchFor({ mappings = [] }: FileToRead): HeaderSearch {
  return {
    guess: true,
    score: (names) => (mappingFor(names, mappings) === null ? headerScore(names) : names.length),
  };
}

/** Sheets of a report's workbook: its tables are results, and read as input they would confirm themselves. */
const OWN_SHEETS = ['Spend and seats', 'Not assessed'];
const OWN_REPORT: FileProblem = {
  code: 'own-report',
  message: 'This is the workbook of a report without its sheet of open names; a report is no source.',
  nextStep:
    'Import the files that the report was made from, or a copy of the workbook that still has the sheet Review.',
};

/** Reads a text file or a workbook that is not packed. @throws UnreadableFile */
async function readTables(file: FileToRead, member: string | null): Promise<FileReading> {
  const form = openPulseMarkdown(file.bytes);
  const { sheets, notices } =
    form === null
      ? await openSheets(file.openAs ?? file.name, file.bytes, searchFor(file))
      : { sheets: [form], notices: [] };
  const review = sheets.find(({ header }) => isReviewHeader(header));
  if (review !== undefined) return { sheets: [], problems: [], notices: [], answers: readReviewAnswers(review) };
  if (OWN_SHEETS.every((own) => sheets.some(({ name }) => name === own))) throw new UnreadableFile(OWN_REPORT);
  const single = sheets.length === 1;
  return {
    sheets: sheets.map((sheet) => {
      const reading = readOne(sheet, file, single ? file.sourceId : `${file.sourceId}#${sheet.name ?? ''}`);
      return { ...reading, member, notices: [...noticesOf(sheet), ...(reading.told ?? [])] };
    }),
    problems: [],
    notices,
  };
}

const ANSWERS_INSIDE: FileProblem = {
  code: 'answers-in-archive',
  message: 'This is a filled workbook of a report.',
  nextStep: 'Import it by itself, outside of the archive.',
};

/** One file of an archive; what is wrong with it costs the others nothing. */
async function readMember(file: FileToRead, unpacked: UnpackedFile): Promise<FileReading> {
  if ('problem' in unpacked) {
    return { sheets: [], problems: [{ ...unpacked.problem, member: unpacked.member }], notices: [] };
  }
  const { member, name, bytes } = unpacked;
  if (member === null) return readTables({ ...file, bytes, openAs: name }, null);
  const inside = {
    ...file,
    name: `${file.name}/${member}`,
    sourceId: `${file.sourceId}/${member}`,
    bytes,
    openAs: name,
  };
  const named = (problem: FileProblem): FileProblem => ({
    ...problem,
    message: `${member}: ${problem.message}`,
    member,
  });
  try {
    const reading = await readTables(inside, member);
    const notices = reading.notices.map((notice) => ({ ...notice, message: `${member}: ${notice.message}` }));
    if (reading.answers === undefined) return { ...reading, notices };
    return { sheets: [], problems: [named(ANSWERS_INSIDE)], notices: [] };
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    return { sheets: [], problems: [named(thrown.problem)], notices: [] };
  }
}

function together(readings: readonly FileReading[]): FileReading {
  const [only] = readings;
  if (readings.length === 1 && only !== undefined) return only;
  return {
    sheets: readings.flatMap(({ sheets }) => sheets),
    problems: readings.flatMap(({ problems }) => problems),
    notices: readings.flatMap(({ notices }) => notices),
  };
}

/**
 * Reads one file: unpacks it where it is packed, recognises each table by its header and turns its rows into
 * observations. Never throws for what is in the file: a file that cannot be read is a problem, a row that cannot be read
 * is a reject, an unknown header is a proposal for a person to confirm. A report's workbook that comes back filled gives
 * its answers and nothing else.
 */
export async function readFile(file: FileToRead): Promise<FileReading> {
  const readings: FileReading[] = [];
  try {
    for await (const unpacked of unpack(file.name, file.bytes)) readings.push(await readMember(file, unpacked));
    return together(readings);
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    return { sheets: [], problems: [thrown.problem], notices: [] };
  }
}
