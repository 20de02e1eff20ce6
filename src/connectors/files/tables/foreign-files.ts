import { type FileProblem, UnreadableFile } from './sheet.ts';

const AS_TABLE = 'Export the table as CSV or XLSX.';

function noTable(what: string, nextStep = AS_TABLE): FileProblem {
  return { code: 'not-a-table', message: `This is ${what}, not a table.`, nextStep };
}

const UNPACK: FileProblem = {
  code: 'not-a-table',
  message: 'This is an archive of a kind that is not opened; zip, gzip and zstd are.',
  nextStep: 'Unpack it and import the files inside.',
};

const LOCKED: FileProblem = {
  code: 'locked-workbook',
  message: 'The workbook is locked with a password.',
  nextStep: 'Open it, take the password off, and save it again; or save its sheets as CSV.',
};

const OLD: FileProblem = {
  code: 'old-workbook',
  message: 'This is a workbook or document in an old format, such as .xls; it cannot be read.',
  nextStep: 'Open it and save it as .xlsx or as CSV.',
};

interface Signature {
  /** In hexadecimal. */
  readonly bytes: string;
  readonly at?: number;
  readonly problem: FileProblem;
}

const SIGNATURES: readonly Signature[] = [
  { bytes: '25504446', problem: noTable('a PDF') },
  {
    bytes: '50415231',
    problem: { code: 'not-a-table', message: 'Parquet files are not read here.', nextStep: AS_TABLE },
  },
  ...['89504e470d0a1a0a', 'ffd8ff', '47494638'].map((bytes) => ({
    bytes,
    problem: noTable('a picture', 'Ask for the table that it shows, as CSV or XLSX.'),
  })),
  ...['377abcaf271c', '526172211a07', 'fd377a585a00'].map((bytes) => ({ bytes, problem: UNPACK })),
  // bzip2 begins with letters; these come after them.
  { bytes: '314159265359', at: 4, problem: UNPACK },
  { bytes: Buffer.from('ustar').toString('hex'), at: 257, problem: UNPACK },
];

const OLD_OFFICE = Buffer.from('d0cf11e0', 'hex');
/** Stream in which office programs lock a workbook up. */
const LOCKED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

function begins(bytes: Buffer, { bytes: mark, at = 0 }: Signature): boolean {
  const sought = Buffer.from(mark, 'hex');
  return bytes.subarray(at, at + sought.length).equals(sought);
}

/** @throws UnreadableFile for kinds that are told by their first bytes and not read */
export function refuseForeignBytes(input: Uint8Array): void {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  if (bytes.subarray(0, 4).equals(OLD_OFFICE)) throw new UnreadableFile(bytes.includes(LOCKED_STREAM) ? LOCKED : OLD);
  const known = SIGNATURES.find((signature) => begins(bytes, signature));
  if (known !== undefined) throw new UnreadableFile(known.problem);
}

const HTML = /^\s*<(?:!doctype html|html|head|body|meta|style|table|div)\b/i;
const XML = /^\s*<\?xml\b/i;
const JSON_RECORDS = /^\s*(?:\{\s*"|\[\s*\{\s*")/;

/** @throws UnreadableFile for texts that are written for programs and hold no rows of cells */
export function refuseForeignText(utf8: Buffer): void {
  const head = utf8.subarray(0, 1024).toString('utf8');
  if (HTML.test(head)) {
    const how = 'Open it in a spreadsheet program and save it as .xlsx or as CSV.';
    throw new UnreadableFile(noTable('a web page, whatever its name says', how));
  }
  if (XML.test(head)) throw new UnreadableFile(noTable('XML'));
  if (JSON_RECORDS.test(head)) {
    const how = 'Export the table as CSV or XLSX; event logs in JSON are read where they come by themselves.';
    throw new UnreadableFile(noTable('JSON', how));
  }
}

const OFFICE_PARTS: readonly (readonly [part: RegExp, what: string])[] = [
  [/^word\/document\.xml$/, 'a text document'],
  [/^ppt\/presentation\.xml$/, 'a presentation'],
  [/^xl\/workbook\.bin$/, 'a workbook in the binary format (.xlsb)'],
  [/^Index\/(?:Document|Tables\/DataList[^/]*)\.iwa$/, 'a Numbers, Pages or Keynote document'],
];

/** Why an archive that an office program made is not opened; null = no office program did. */
export function officeProblem(names: readonly string[]): FileProblem | null {
  const isOpen = names[0] === 'mimetype' && names.includes('content.xml');
  const part = OFFICE_PARTS.find(([sought]) => names.some((name) => sought.test(name)));
  const what = isOpen ? 'a document in an open format, such as .ods' : part?.[1];
  if (what === undefined) return null;
  return {
    code: 'not-a-table',
    message: `This is ${what}; it cannot be read.`,
    nextStep: 'Open it and save its table as .xlsx or as CSV.',
  };
}
