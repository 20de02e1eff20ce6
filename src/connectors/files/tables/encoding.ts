import { isUtf8 } from 'node:buffer';

export interface DecodedText {
  /** UTF-8 without a byte order mark. Shares memory with the input where that is UTF-8 already. */
  readonly utf8: Buffer;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** UTF-8 with stray bytes: rows that hold U+FFFD are not what was written. */
  readonly damaged: boolean;
}

const SAMPLE = 4096;

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

function transcode(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be' | 'windows-1252'): DecodedText {
  const text = encoding === 'windows-1252' ? fromWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  return { utf8: Buffer.from(text), encoding, damaged: false };
}

/** Real multi-byte letters outnumber the damage: a UTF-8 file with stray bytes, such as one that was cut off. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const decoded = new TextDecoder().decode(bytes.subarray(0, 1 << 20));
  let good = 0;
  let bad = 0;
  for (let index = 0; index < decoded.length; index += 1) {
    const code = decoded.charCodeAt(index);
    if (code === 0xfffd) bad += 1;
    else if (code > 0x7f) good += 1;
  }
  return good > bad;
}

function repaired(bytes: Uint8Array): DecodedText {
  return { utf8: Buffer.from(new TextDecoder().decode(bytes)), encoding: 'utf-8', damaged: true };
}

/** Brings any text that clients send to UTF-8: UTF-8, UTF-16 with and without a mark, else Windows-1252. */
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
