import { crc32, inflateRawSync } from 'node:zlib';
import { fileKind } from './file-kind.ts';
import { type FileProblem, UnreadableFile } from './sheet.ts';
import { MAX_ARCHIVE_BYTES, MAX_MEMBERS, unpackLimit } from './unpack-limits.ts';
import { DEFLATED, packedBytes, STORED, ZipDamage, type ZipEntry, zipBuffer, zipEntries } from './zip-directory.ts';

/** A member of an archive: its bytes, or why there are none. */
export type ZipMember =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly problem: FileProblem };

const FILE_TYPE = 0xf000;
const REGULAR = 0x8000;
const SYMBOLIC_LINK = 0xa000;

/** Left behind by the systems that packed the archive; no file of anybody. */
const DEBRIS = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

const UNPACK_YOURSELF = 'Unpack the archive and import this file by itself.';

const PROBLEMS = {
  unsafe: ['unsafe-name', 'has a name that leads out of the archive or cannot be a file name.', UNPACK_YOURSELF],
  twice: ['name-twice', 'stands in the archive more than once; which one is meant cannot be told.', UNPACK_YOURSELF],
  link: ['symbolic-link', 'is a link or a special file, not a regular file.', 'Pack the file that it points to.'],
  encrypted: ['encrypted', 'is locked with a password.', 'Pack it again without a password.'],
  method: ['unknown-packing', 'is packed in a way that is not read.', 'Pack it again as an ordinary zip archive.'],
  large: [
    'too-large',
    'unpacks to more than 256 MB, to more than 250 times its packed size, or the archive to more than 1 GB.',
    UNPACK_YOURSELF,
  ],
  damaged: ['damaged-archive', 'is damaged: its bytes do not fit what the archive says of them.', 'Pack it again.'],
  nested: [
    'nested-archive',
    'is itself an archive or compressed; archives inside archives are not opened.',
    UNPACK_YOURSELF,
  ],
} as const;
type Trouble = keyof typeof PROBLEMS;

/** A name that is safe to print: what is no letter of a line becomes `?`, and a long one is cut. */
function printable(name: string): string {
  const clean = name.replace(/[\p{C}\u2028\u2029]/gu, '?');
  return clean.length > 120 ? `${clean.slice(0, 119)}…` : clean;
}

function problem(entry: ZipEntry, trouble: Trouble): ZipMember {
  const [code, message, nextStep] = PROBLEMS[trouble];
  const name = printable(entry.name);
  return { name, problem: { code, message: `${name} ${message}`, nextStep } };
}

function isUnsafe(name: string): boolean {
  if (name === '' || name.length > 1000 || /[\p{Cc}\\]/u.test(name) || /^[A-Za-z]:/.test(name)) return true;
  return name.split('/').some((part) => part === '' || part === '.' || part === '..');
}

function isLink({ mode }: ZipEntry): boolean {
  const type = mode & FILE_TYPE;
  return type === SYMBOLIC_LINK || (type !== 0 && type !== REGULAR);
}

/** Everything that can be told without unpacking. */
function troubleBefore(entry: ZipEntry, times: number): Trouble | null {
  if (isUnsafe(entry.name)) return 'unsafe';
  if (times > 1) return 'twice';
  if (isLink(entry)) return 'link';
  if (entry.encrypted) return 'encrypted';
  if (entry.method !== STORED && entry.method !== DEFLATED) return 'method';
  return entry.unpacked > unpackLimit(entry.packed) ? 'large' : null;
}

/** @throws ZipDamage where the bytes are not what the directory says */
function unpacked(bytes: Buffer, entry: ZipEntry): Uint8Array {
  const packed = packedBytes(bytes, entry);
  let content: Uint8Array = packed;
  if (entry.method === DEFLATED) {
    try {
      content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
    } catch {
      throw new ZipDamage();
    }
  }
  if (content.length !== entry.unpacked || crc32(content) !== entry.crc) throw new ZipDamage();
  return content;
}

function isPacked(name: string, content: Uint8Array): boolean {
  try {
    return !['text', 'workbook'].includes(fileKind(name, content));
  } catch (thrown) {
    // Said by the reader of the member, in its own words.
    if (thrown instanceof UnreadableFile) return false;
    throw thrown;
  }
}

function open(bytes: Buffer, entry: ZipEntry): ZipMember {
  try {
    const content = unpacked(bytes, entry);
    return isPacked(entry.name, content) ? problem(entry, 'nested') : { name: entry.name, bytes: content };
  } catch (thrown) {
    if (thrown instanceof ZipDamage) return problem(entry, 'damaged');
    throw thrown;
  }
}

function occurrences(entries: readonly ZipEntry[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { name } of entries) times.set(name.normalize('NFC'), (times.get(name.normalize('NFC')) ?? 0) + 1);
  return times;
}

function filesOf(bytes: Buffer): readonly ZipEntry[] {
  try {
    const entries = zipEntries(bytes, MAX_MEMBERS);
    if (entries !== null) return entries.filter(({ name }) => !name.endsWith('/') && !DEBRIS.test(name));
    throw new UnreadableFile({
      code: 'too-many-members',
      message: 'The archive holds more than 1,000 files.',
      nextStep: 'Unpack it and import the files that matter.',
    });
  } catch (thrown) {
    if (!(thrown instanceof ZipDamage)) throw thrown;
    throw new UnreadableFile({
      code: 'damaged-archive',
      message: 'The archive is damaged or cut off.',
      nextStep: 'Pack or fetch it again.',
    });
  }
}

/**
 * The files of a zip archive in its order, unpacked one at a time as they are asked for. What is wrong with one costs no
 * other.
 * @throws UnreadableFile where the archive itself cannot be read or holds nothing
 */
export function* zipMembers(input: Uint8Array): Generator<ZipMember> {
  const bytes = zipBuffer(input);
  const entries = filesOf(bytes);
  if (entries.length === 0) {
    throw new UnreadableFile({
      code: 'empty-file',
      message: 'The archive holds no files.',
      nextStep: 'Pack the exports again.',
    });
  }
  const times = occurrences(entries);
  let total = 0;
  for (const entry of entries) {
    const trouble = troubleBefore(entry, times.get(entry.name.normalize('NFC')) ?? 1);
    if (trouble !== null) yield problem(entry, trouble);
    else if (total + entry.unpacked > MAX_ARCHIVE_BYTES) yield problem(entry, 'large');
    else {
      total += entry.unpacked;
      yield open(bytes, entry);
    }
  }
}
