import { open } from 'node:fs/promises';
import { decodeText } from './tables/encoding.ts';

/** UTF-16, or UTF-8 with a byte order mark: what readers of plain UTF-8 stumble over. */
export function needsUtf8Copy(first: Uint8Array): boolean {
  return (first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf) || wideEncoding(first) !== null;
}

function wideEncoding(first: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const { encoding } = decodeText(first.subarray(0, 4096 - (first.length < 4096 ? first.length % 2 : 0)));
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : null;
}

/** Writes a text anew in UTF-8 without a byte order mark. @param pieces its bytes, unpacked */
export async function copyAsUtf8(pieces: AsyncIterable<Uint8Array>, to: string): Promise<void> {
  const file = await open(to, 'w');
  let decoder: InstanceType<typeof TextDecoder> | null | undefined;
  try {
    for await (const piece of pieces) {
      if (decoder === undefined) {
        const encoding = wideEncoding(piece);
        decoder = encoding === null ? null : new TextDecoder(encoding);
        if (decoder === null) {
          await file.appendFile(piece.subarray(needsUtf8Copy(piece) ? 3 : 0));
          continue;
        }
      }
      await file.appendFile(decoder === null ? piece : decoder.decode(piece, { stream: true }));
    }
    if (decoder != null) await file.appendFile(decoder.decode());
  } finally {
    await file.close();
  }
}
