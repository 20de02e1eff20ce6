import { UnpackFailure } from './unpack-failure.ts';

const FRAME_MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
/** Bytes that one block may unpack to, whatever it says (RFC 8878, 3.1.1.2.4). */
const MAX_BLOCK_BYTES = 128 * 1024;
const DICTIONARY_BYTES = [0, 1, 2, 4] as const;
const [RAW, REPEATED, RESERVED] = [0, 1, 3] as const;

/** One frame of a zstd file: where it lies and what it can unpack to at most. */
interface Frame {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  /** Unpacked bytes as the frame says; null = it does not say. */
  readonly declared: number | null;
}

function need(bytes: Buffer, end: number): void {
  if (end > bytes.length) throw new UnpackFailure('damaged');
}

interface FrameHeader {
  readonly end: number;
  readonly declared: number | null;
  readonly hasChecksum: boolean;
}

function contentSize(bytes: Buffer, at: number, size: number): number | null {
  if (size === 0) return null;
  if (size === 1) return bytes.readUInt8(at);
  if (size === 2) return bytes.readUInt16LE(at) + 256;
  return size === 4 ? bytes.readUInt32LE(at) : Number(bytes.readBigUInt64LE(at));
}

/** RFC 8878, 3.1.1.1. */
function frameHeader(bytes: Buffer, from: number): FrameHeader {
  need(bytes, from + 6);
  const descriptor = bytes.readUInt8(from + 4);
  const isSingle = (descriptor & 0x20) !== 0;
  const flag = descriptor >> 6;
  const size = flag === 0 ? (isSingle ? 1 : 0) : 1 << flag;
  const at = from + 5 + (isSingle ? 0 : 1) + (DICTIONARY_BYTES[descriptor & 3] ?? 0);
  need(bytes, at + size);
  return { end: at + size, declared: contentSize(bytes, at, size), hasChecksum: (descriptor & 4) !== 0 };
}

/** Walks the blocks of a frame without unpacking them (RFC 8878, 3.1.1.2). */
function frameAt(bytes: Buffer, from: number): Frame {
  const header = frameHeader(bytes, from);
  let at = header.end;
  let most = 0;
  for (let isLast = false; !isLast; ) {
    need(bytes, at + 3);
    const word = bytes.readUIntLE(at, 3);
    const [kind, size] = [(word >> 1) & 3, word >> 3];
    if (kind === RESERVED || size > MAX_BLOCK_BYTES) throw new UnpackFailure('damaged');
    most += kind === RAW || kind === REPEATED ? size : MAX_BLOCK_BYTES;
    at += 3 + (kind === REPEATED ? 1 : size);
    need(bytes, at);
    isLast = (word & 1) === 1;
  }
  const to = at + (header.hasChecksum ? 4 : 0);
  need(bytes, to);
  return { from, to, most: Math.min(most, header.declared ?? most), declared: header.declared };
}

function frames(bytes: Buffer): readonly Frame[] {
  const found: Frame[] = [];
  for (let at = 0; at < bytes.length; ) {
    need(bytes, at + 8);
    const magic = bytes.readUInt32LE(at);
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) {
      at += 8 + bytes.readUInt32LE(at + 4);
      need(bytes, at);
    } else {
      if (magic !== FRAME_MAGIC) throw new UnpackFailure('damaged');
      const frame = frameAt(bytes, at);
      found.push(frame);
      at = frame.to;
    }
  }
  return found;
}

/**
 * Unpacks a zstd file of any number of frames. The decoder verifies the checksum, but says of no frame why it failed:
 * sizes are settled before it sees the bytes.
 * @throws UnpackFailure where it is damaged or may unpack to more than `limit` bytes
 */
export async function unpackZstd(input: Uint8Array, limit: number): Promise<Uint8Array> {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const all = frames(bytes);
  // A frame that says nothing of its size ends in a block that is seldom full.
  const least = all.reduce((sum, { most, declared }) => sum + (declared ?? Math.max(0, most - MAX_BLOCK_BYTES)), 0);
  if (least > limit) throw new UnpackFailure('too-large');
  const { ZSTDDecoder } = await import('zstddec');
  const decoder = new ZSTDDecoder();
  await decoder.init();
  const parts = all.map(({ from, to, most, declared }): Uint8Array => {
    if (most === 0) return new Uint8Array(0);
    const part = decoder.decode(bytes.subarray(from, to), most);
    if (part.length === 0 || (declared !== null && part.length !== declared)) throw new UnpackFailure('damaged');
    return part;
  });
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}
