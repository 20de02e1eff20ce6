import { strToU8, unzipSync, zipSync } from 'fflate';

/** Entries keep this time, so the same content gives the same bytes. A zip cannot hold a time before 1980. */
const FIXED_TIME = '1980-01-01T00:00:00';

/**
 * Packs an office file anew: entries in order of name, one fixed time, and text entries rewritten where asked.
 * @param rewrite text of an XML entry -> its replacement; null leaves the bytes alone
 */
export function repack(
  bytes: Uint8Array,
  rewrite: (name: string, text: string) => string | null = () => null,
): Uint8Array {
  const decoder = new TextDecoder();
  const entries = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const packed = entries.map(([name, content]) => {
    const replaced = name.endsWith('.xml') || name.endsWith('.rels') ? rewrite(name, decoder.decode(content)) : null;
    return [name, replaced === null ? content : strToU8(replaced)] as const;
  });
  return zipSync(Object.fromEntries(packed), { mtime: FIXED_TIME, level: 6 });
}
