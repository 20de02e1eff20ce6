import { refuseForeignBytes, refuseForeignText } from './foreign-files.ts';
import { type FileProblem, UnreadableFile } from './sheet.ts';
import { zipKind } from './zip-kind.ts';

const SAMPLE = 65_536;

const EMPTY: FileProblem = {
  code: 'empty-file',
  message: 'The file is empty.',
  nextStep: 'Export it again; a table needs at least its header row.',
};

const NOISE: FileProblem = {
  code: 'not-a-table',
  message: 'The file is neither text nor a workbook.',
  nextStep: 'Export the table as CSV or XLSX.',
};

const GZIP = [0x1f, 0x8b] as const;
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd] as const;
/** First bytes of a frame that holds no data, which some zstd programs write in front: 0x50 to 0x5f, then these. */
const ZSTD_SKIPPED = [0x2a, 0x4d, 0x18] as const;

/** What a file is by its first bytes. `archive` is a zip archive that is no workbook. */
export type FileKind = 'workbook' | 'archive' | 'gzip' | 'zstd' | 'text';

function startsWith(bytes: Uint8Array, mark: readonly number[], from = 0): boolean {
  return mark.every((byte, index) => bytes[from + index] === byte);
}

function compression(bytes: Uint8Array): 'gzip' | 'zstd' | null {
  if (startsWith(bytes, GZIP)) return 'gzip';
  const isSkipped = ((bytes[0] ?? 0) & 0xf0) === 0x50 && startsWith(bytes, ZSTD_SKIPPED, 1);
  return startsWith(bytes, ZSTD) || isSkipped ? 'zstd' : null;
}

function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
  );
}

/**
 * What a file is, by content; the name is not asked, save that a file called .xlsx must be a workbook.
 * @throws UnreadableFile for an empty file and for kinds that are not read.
 */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new UnreadableFile(EMPTY);
  refuseForeignBytes(bytes);
  const packing = compression(bytes);
  if (packing !== null) return packing;
  if (isZip(bytes)) return zipKind(name, bytes);
  if (name.toLowerCase().endsWith('.xlsx')) {
    throw new UnreadableFile({
      code: 'damaged-workbook',
      message: 'The name says .xlsx, but the content is not a workbook.',
      nextStep: 'Open it in a spreadsheet program and save it again as .xlsx, or as CSV.',
    });
  }
  return 'text';
}

/**
 * Refuses decoded text that is binary noise or written for programs: single control bytes in a cell are a matter of that
 * row.
 * @throws UnreadableFile
 */
export function checkIsText(utf8: Buffer): void {
  const end = Math.min(utf8.length, SAMPLE);
  let blank = 0;
  let control = 0;
  for (let index = 0; index < end; index += 1) {
    const byte = utf8[index] ?? 0;
    if (byte === 32 || (byte >= 9 && byte <= 13)) blank += 1;
    else if (byte < 32 || byte === 127) control += 1;
  }
  if (blank === end && utf8.length === end) throw new UnreadableFile(EMPTY);
  if (control > 8 && control > end * 0.02) throw new UnreadableFile(NOISE);
  refuseForeignText(utf8);
}
