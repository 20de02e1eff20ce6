import { type FileProblem, UnreadableFile } from './sheet.ts';

const SAMPLE = 65_536;

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly problem: FileProblem }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    problem: {
      code: 'old-or-locked-workbook',
      message: 'This is a workbook in the old .xls format or one with a password; it cannot be read.',
      nextStep: 'Open it and save it as .xlsx without a password, or as CSV.',
    },
  },
  {
    bytes: [0x1f, 0x8b],
    problem: {
      code: 'compressed',
      message: 'This file is compressed (gzip).',
      nextStep: 'Unpack it and import the file inside.',
    },
  },
  {
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    problem: {
      code: 'compressed',
      message: 'This file is compressed (zstd).',
      nextStep: 'Unpack it and import the file inside.',
    },
  },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    problem: {
      code: 'not-a-table',
      message: 'This is a PDF, not a table.',
      nextStep: 'Export the table as CSV or XLSX.',
    },
  },
  {
    bytes: [0x50, 0x41, 0x52, 0x31],
    problem: {
      code: 'not-a-table',
      message: 'Parquet files are not read here.',
      nextStep: 'Export the table as CSV or XLSX.',
    },
  },
];

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

function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
  );
}

/**
 * Workbook or text, by content; the name is not asked, save that a file called .xlsx must be one.
 * @throws UnreadableFile for an empty file and for kinds that are not read.
 */
export function fileKind(name: string, bytes: Uint8Array): 'workbook' | 'text' {
  if (bytes.length === 0) throw new UnreadableFile(EMPTY);
  const known = SIGNATURES.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) throw new UnreadableFile(known.problem);
  if (isZip(bytes)) return 'workbook';
  if (name.toLowerCase().endsWith('.xlsx')) {
    throw new UnreadableFile({
      code: 'damaged-workbook',
      message: 'The name says .xlsx, but the content is not a workbook.',
      nextStep: 'Open it in a spreadsheet program and save it again as .xlsx, or as CSV.',
    });
  }
  return 'text';
}

/** Refuses decoded text that is binary noise: single control bytes in a cell are a matter of that row. */
export function checkIsText(utf8: Uint8Array): void {
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
}
