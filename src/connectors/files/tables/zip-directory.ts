/** One entry as the directory of a zip archive describes it; what it says about sizes may be untrue. */
export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated; others are not read. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Of the local header. */
  readonly offset: number;
  /** File mode where a Unix system wrote it, else 0. */
  readonly mode: number;
}

export const STORED = 0;
export const DEFLATED = 8;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 65_535;
/** Bit 0, and bit 6 for strong encryption, bit 13 for a directory that is encrypted too. */
const ENCRYPTED_FLAGS = 0x2041;
const UNIX = 3;
const DARWIN = 19;

/** The archive cannot be taken apart. */
export class ZipDamage extends Error {}

function findEnd(bytes: Buffer): number {
  const last = bytes.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw new ZipDamage();
}

/** Extra field with 64-bit values for those that stand as `LARGE` (APPNOTE 4.5.3). */
const ZIP64 = 1;
const LARGE = 0xffffffff;

/** Some programs write all sizes this way, however small they are. */
function zip64Values(extra: Buffer): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    const count = Math.floor(field.length / 8);
    return Array.from({ length: count }, (_, index) => Number(field.readBigUInt64LE(index * 8)));
  }
  return [];
}

function readEntry(bytes: Buffer, at: number, nameEnd: number, extraEnd: number): ZipEntry {
  const system = bytes.readUInt8(at + 5);
  const large = [...zip64Values(bytes.subarray(nameEnd, extraEnd))];
  const sized = (short: number): number => (short === LARGE ? (large.shift() ?? LARGE) : short);
  const unpacked = sized(bytes.readUInt32LE(at + 24));
  const packed = sized(bytes.readUInt32LE(at + 20));
  return {
    name: bytes.toString('utf8', at + ENTRY_SIZE, nameEnd),
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & ENCRYPTED_FLAGS) !== 0,
    crc: bytes.readUInt32LE(at + 16),
    packed,
    unpacked,
    offset: sized(bytes.readUInt32LE(at + 42)),
    mode: system === UNIX || system === DARWIN ? bytes.readUInt16LE(at + 40) : 0,
  };
}

export function zipBuffer(input: Uint8Array): Buffer {
  return Buffer.from(input.buffer, input.byteOffset, input.byteLength);
}

/**
 * The directory of a zip archive, in its order.
 * @returns null where it has more entries than `most`
 * @throws ZipDamage
 */
export function zipEntries(bytes: Buffer, most: number): readonly ZipEntry[] | null {
  if (bytes.length < END_SIZE) throw new ZipDamage();
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > most) return null;
  const found: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new ZipDamage();
    const nameEnd = at + ENTRY_SIZE + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    found.push(readEntry(bytes, at, nameEnd, extraEnd));
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return found;
}

/**
 * The packed bytes of an entry.
 * @throws ZipDamage where they lie outside the archive or stand there under another name
 */
export function packedBytes(bytes: Buffer, { name, offset, packed }: ZipEntry): Buffer {
  if (offset + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_SIGNATURE) throw new ZipDamage();
  const nameEnd = offset + LOCAL_SIZE + bytes.readUInt16LE(offset + 26);
  if (bytes.toString('utf8', offset + LOCAL_SIZE, nameEnd) !== name) throw new ZipDamage();
  const start = nameEnd + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw new ZipDamage();
  return bytes.subarray(start, start + packed);
}
