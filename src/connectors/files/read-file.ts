import type { Observation, RejectedRow, SourceRecord } from '../../model/observation.ts';
import type { FileProfile } from './profile.ts';
import { profiles } from './profiles/registry.ts';
import { readSheet } from './read-sheet.ts';
import { bindColumns, type ConfirmedColumns } from './recognition/bind.ts';
import { type MappingProposal, proposeMapping } from './recognition/propose.ts';
import { type Fit, recognise } from './recognition/recognise.ts';
import { isReviewHeader, type ReviewAnswers, readReviewAnswers } from './review-answers.ts';
import type { ReadPorts } from './row-reader.ts';
import { openSheets } from './tables/open-sheets.ts';
import { type FileProblem, type Sheet, UnreadableFile } from './tables/sheet.ts';

/** A mapping that a person confirmed for files with this header. */
interface ConfirmedMapping {
  readonly profile: string;
  readonly columns: ConfirmedColumns;
}

export interface FileToRead {
  /** File name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Source id of a file with one sheet; further sheets append `#` and the sheet's name. */
  readonly sourceId: string;
  readonly sha256: string | null;
  readonly ports: ReadPorts;
  readonly mapping?: ConfirmedMapping;
}

export interface SheetReading {
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
  /** Present where `profile` is null. */
  readonly proposal?: MappingProposal;
}

export interface FileReading {
  readonly sheets: readonly SheetReading[];
  /** Why nothing of the file could be read; empty where something was. */
  readonly problems: readonly FileProblem[];
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

function unrecognised(sheet: Sheet, proposal: MappingProposal): SheetReading {
  return {
    sheet: sheet.name,
    profile: null,
    title: 'not recognised',
    source: null,
    rowsTotal: countRows(sheet),
    observations: [],
    rejected: [],
    unusedColumns: sheet.header,
    proposal,
  };
}

function recognised(sheet: Sheet, fit: Fit, file: FileToRead, sourceId: string): SheetReading {
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
    profile: profile.meta.id,
    title: profile.meta.title,
    source,
    rowsTotal: source.rows,
    observations,
    rejected,
    unusedColumns: binding.unused,
  };
}

function confirmedFit(sheet: Sheet, mapping: ConfirmedMapping, known: readonly FileProfile[]): Fit | null {
  const profile = known.find(({ meta }) => meta.id === mapping.profile);
  if (profile === undefined) return null;
  const binding = bindColumns(sheet.header, profile.meta, mapping.columns);
  return binding.missing.length === 0 && binding.doubled.length === 0 ? { profile, binding } : null;
}

function readOne(sheet: Sheet, file: FileToRead, sourceId: string): SheetReading {
  const confirmed = file.mapping === undefined ? null : confirmedFit(sheet, file.mapping, profiles);
  if (confirmed !== null) return recognised(sheet, confirmed, file, sourceId);
  const answer = recognise(sheet.header, profiles);
  if (answer.kind === 'recognised') return recognised(sheet, answer.fit, file, sourceId);
  return unrecognised(sheet, proposeMapping(sheet, profiles, answer));
}

/**
 * Reads one file: recognises each sheet by its header and turns its rows into observations. Never throws for what is in
 * the file: a file that cannot be read is a problem, a row that cannot be read is a reject, an unknown header is a
 * proposal for a person to confirm. A report's workbook that comes back filled gives its answers and nothing else.
 */
export async function readFile(file: FileToRead): Promise<FileReading> {
  try {
    const sheets = await openSheets(file.name, file.bytes, isReviewHeader);
    const review = sheets.find(({ header }) => isReviewHeader(header));
    if (review !== undefined) return { sheets: [], problems: [], answers: readReviewAnswers(review) };
    const single = sheets.length === 1;
    return {
      sheets: sheets.map((sheet) =>
        readOne(sheet, file, single ? file.sourceId : `${file.sourceId}#${sheet.name ?? ''}`),
      ),
      problems: [],
    };
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    return { sheets: [], problems: [thrown.problem] };
  }
}
