import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './sheet.ts';

/** Unpacked bytes that a workbook may have: beyond, reading it would take gigabytes of memory. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const DEFLATED = 8;

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

function damaged(): UnreadableFile {
  return new UnreadableFile({
    code: 'damaged-workbook',
    message: 'The workbook is damaged or cut off.',
    nextStep: 'Export or save it again as .xlsx, or as CSV.',
  });
}

function tooLarge(): UnreadableFile {
  return new UnreadableFile({
    code: 'workbook-too-large',
    message: 'The workbook unpacks to more than 256 MB.',
    nextStep: 'Save its sheets as CSV files and import those.',
  });
}

function findEnd(bytes: Buffer): number {
  const last = bytes.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw damaged();
}

function entries(bytes: Buffer): readonly ZipEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw tooLarge();
  const found: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw damaged();
    const nameLength = bytes.readUInt16LE(at + 28);
    found.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found;
}

/** The declared size may lie, so every entry is unpacked once with the declared size as the limit. */
function checkHonest(bytes: Buffer, entry: ZipEntry): void {
  if (entry.offset + 30 > bytes.length) throw damaged();
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > bytes.length) throw damaged();
  if (entry.method !== DEFLATED) return;
  try {
    inflateRawSync(bytes.subarray(start, start + entry.packed), { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch {
    throw damaged();
  }
}

/**
 * Refuses a zip archive that is no workbook, is damaged, or unpacks to more than the limit.
 * @throws UnreadableFile
 */
export function checkWorkbookArchive(input: Uint8Array): void {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  if (bytes.length < END_SIZE) throw damaged();
  const found = entries(bytes);
  if (!found.some(({ name }) => name === 'xl/workbook.xml')) {
    throw new UnreadableFile({
      code: 'not-a-workbook',
      message: 'This is a zip archive, not an .xlsx workbook.',
      nextStep: 'Unpack it and import the files inside.',
    });
  }
  if (found.reduce((sum, entry) => sum + entry.unpacked, 0) > MAX_UNPACKED_BYTES) throw tooLarge();
  for (const entry of found) checkHonest(bytes, entry);
}
