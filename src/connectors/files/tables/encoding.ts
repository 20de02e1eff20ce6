import { isUtf8 } from 'node:buffer';
import { UnreadableFile } from './sheet.ts';

export interface DecodedText {
  /** UTF-8 without a byte order mark. Shares memory with the input where that is UTF-8 already. */
  readonly utf8: Buffer;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** UTF-8 with stray bytes: rows that hold U+FFFD are not what was written. */
  readonly damaged: boolean;
}

const SAMPLE = 4096;
/** Text is held whole while it is brought to UTF-8, and a string has its limit. */
const MAX_TRANSCODED_BYTES = 256 * 1024 * 1024;
const SAMPLE_OF_LINES = 1 << 20;

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 without a mark shows as zero bytes on one side of most pairs of Latin text. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  if (pairs < 4) return null;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) even += 1;
    if (bytes[2 * pair + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.05 ? 'utf-16be' : null;
}

/** Letters of Windows-1252 at 0x80 to 0x9f. By hand: some Node versions decode that range as Latin-1. */
const WINDOWS_80_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_80_9F[letter.charCodeAt(0) - 0x80] ?? letter);
}

function checkSize(bytes: Uint8Array): void {
  if (bytes.length <= MAX_TRANSCODED_BYTES) return;
  throw new UnreadableFile({
    code: 'too-large',
    message: 'The text is over 256 MB and not in UTF-8.',
    nextStep: 'Save it as UTF-8, or import it in parts.',
  });
}

function transcode(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be' | 'windows-1252'): DecodedText {
  checkSize(bytes);
  const text = encoding === 'windows-1252' ? fromWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  return { utf8: Buffer.from(text), encoding, damaged: false };
}

function isAscii(line: Uint8Array): boolean {
  return line.every((byte) => byte < 0x80);
}

/**
 * A UTF-8 file with stray bytes, such as one that was cut off: as many lines hold good multi-byte letters as bad ones.
 * Counted by line, because damage comes in heaps, and because text in Windows-1252 is hardly ever good UTF-8.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_OF_LINES);
  let [good, bad, start] = [0, 0, 0];
  for (let at = 0; at <= sample.length; at += 1) {
    if (at < sample.length && sample[at] !== 10 && sample[at] !== 13) continue;
    const line = sample.subarray(start, at);
    start = at + 1;
    if (isAscii(line)) continue;
    if (isUtf8(line)) good += 1;
    else bad += 1;
  }
  return good > 0 && good >= bad;
}

function repaired(bytes: Uint8Array): DecodedText {
  checkSize(bytes);
  return { utf8: Buffer.from(new TextDecoder().decode(bytes)), encoding: 'utf-8', damaged: true };
}

/**
 * Brings any text that clients send to UTF-8: UTF-8, UTF-16 with and without a mark, else Windows-1252.
 * @throws UnreadableFile where it is over 256 MB and not UTF-8
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, 0xff, 0xfe)) return transcode(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return transcode(bytes, 'utf-16be');
  const body = startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes;
  const utf16 = unmarkedUtf16(body);
  if (utf16 !== null) return transcode(body, utf16);
  if (isUtf8(body)) {
    const utf8 = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    return { utf8, encoding: 'utf-8', damaged: false };
  }
  return isMostlyUtf8(body) || body !== bytes ? repaired(body) : transcode(body, 'windows-1252');
}
