import { crc32, inflateRawSync } from 'node:zlib';
import { type FileProblem, UnreadableFile } from './sheet.ts';
import { DEFLATED, packedBytes, ZipDamage, type ZipEntry, zipBuffer, zipEntries } from './zip-directory.ts';

/** Unpacked bytes that a workbook may have: beyond, reading it would take gigabytes of memory. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

/** Merged cells are written out one by one when a sheet is read, and each range is held against all others. */
const MAX_MERGED_CELLS = 1_000_000;
const MAX_MERGED_RANGES = 10_000;
const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/i;
const MERGE =
  /<(?:\w+:)?mergeCell\s[^>]{0,200}?ref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})["']/gi;

const DAMAGED: FileProblem = {
  code: 'damaged-workbook',
  message: 'The workbook is damaged or cut off.',
  nextStep: 'Export or save it again as .xlsx, or as CSV.',
};

const TOO_LARGE: FileProblem = {
  code: 'workbook-too-large',
  message: 'The workbook unpacks to more than 256 MB.',
  nextStep: 'Save its sheets as CSV files and import those.',
};

const TOO_MERGED: FileProblem = {
  code: 'workbook-too-large',
  message: 'The workbook merges more than 1,000,000 cells or 10,000 ranges.',
  nextStep: 'Undo the merging, or save the sheets as CSV files and import those.',
};

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function checkMerges(part: Buffer): void {
  let [ranges, cells] = [0, 0];
  for (const [, left = '', top, right = '', bottom] of part.toString('latin1').matchAll(MERGE)) {
    ranges += 1;
    cells += (Math.abs(columnNumber(right) - columnNumber(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
    if (ranges > MAX_MERGED_RANGES || cells > MAX_MERGED_CELLS) throw new UnreadableFile(TOO_MERGED);
  }
}

/**
 * The declared size may lie, so every entry is unpacked once with the declared size as the limit. The checksum is held
 * against it, which the library that reads the sheets does not do.
 */
function checkEntry(bytes: Buffer, entry: ZipEntry): void {
  const packed = packedBytes(bytes, entry);
  let part = packed;
  if (entry.method === DEFLATED) {
    try {
      part = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
    } catch {
      throw new ZipDamage();
    }
  }
  if (crc32(part) !== entry.crc) throw new ZipDamage();
  if (SHEET_PART.test(entry.name)) checkMerges(part);
}

/**
 * Refuses a workbook that is damaged or unpacks to more than can be read.
 * @throws UnreadableFile
 */
export function checkWorkbookArchive(input: Uint8Array): void {
  const bytes = zipBuffer(input);
  try {
    const entries = zipEntries(bytes, MAX_ENTRIES);
    if (entries === null) throw new UnreadableFile(TOO_LARGE);
    if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw new ZipDamage();
    if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MAX_UNPACKED_BYTES)
      throw new UnreadableFile(TOO_LARGE);
    for (const entry of entries) checkEntry(bytes, entry);
  } catch (thrown) {
    if (thrown instanceof ZipDamage) throw new UnreadableFile(DAMAGED);
    throw thrown;
  }
}
