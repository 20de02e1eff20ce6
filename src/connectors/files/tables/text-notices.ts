import type { DecodedText } from './encoding.ts';
import type { FileNotice } from './sheet.ts';

/** What UTF-8 letters become where a program takes them for Windows-1252 and saves them once more: `Ã¼`, `â‚¬`. */
const TWICE_ENCODED = ['c383c2', 'c383e2', 'c383c5', 'c383c6', 'c383cb', 'c382c2', 'c3a2e2', 'c3a2c280'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

const HOW_DECODED: Readonly<Record<DecodedText['encoding'], string | null>> = {
  'utf-8': null,
  'utf-16le': 'Read as UTF-16.',
  'utf-16be': 'Read as UTF-16.',
  'windows-1252': 'Read as Windows-1252, because it is not UTF-8; check a name with an accent.',
};

function hasLineEnd(utf8: Buffer): boolean {
  const last = utf8[utf8.length - 1];
  return last === 10 || last === 13;
}

function hasLines(utf8: Buffer): boolean {
  const body = utf8.subarray(0, -1);
  return body.includes(10) || body.includes(13);
}

/** What a person should know about a text that was read: how it was decoded, and whether it may be cut off. */
export function textNotices({ utf8, encoding, damaged }: DecodedText): readonly FileNotice[] {
  const notices: FileNotice[] = [];
  const decoded = damaged ? 'Some bytes are not UTF-8 text; rows that hold them are rejected.' : HOW_DECODED[encoding];
  if (decoded !== null) notices.push({ code: 'encoding', message: decoded });
  if (TWICE_ENCODED.some((letters) => utf8.includes(letters))) {
    const message =
      'Letters such as Ã¼ for ü show that it was once saved in a wrong encoding; such names stay unknown.';
    notices.push({ code: 'twice-encoded', message });
  }
  if (hasLines(utf8) && !hasLineEnd(utf8)) {
    notices.push({ code: 'no-line-end', message: 'The last row has no line end; the file may be cut off.' });
  }
  return notices;
}
