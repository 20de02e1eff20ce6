import type { FileMapping } from '../../model/mapping.ts';
import { headerScore } from './known-header.ts';
import { mappingFor } from './recognition/apply-mapping.ts';
import { findHead } from './tables/csv-head.ts';
import type { Delimiter } from './tables/delimiter.ts';
import { decodeText } from './tables/encoding.ts';
import { checkIsText } from './tables/file-kind.ts';
import { UnreadableFile } from './tables/sheet.ts';

/** How a delimited text begins. */
export interface LogHead {
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly headerRow: number;
  /** Cells of a row: those of the header and empty ones behind it. */
  readonly columns: number;
}

/** Delimiters at the end of the header, each with an empty cell behind it. */
function emptyBehind(utf8: Buffer, end: number, delimiter: Delimiter): number {
  let at = end - 1;
  while (at >= 0 && (utf8[at] === 10 || utf8[at] === 13)) at -= 1;
  const last = at;
  while (at >= 0 && utf8[at] === delimiter.charCodeAt(0)) at -= 1;
  return last - at;
}

/**
 * Header and delimiter from the beginning of a text.
 * @returns null where it is not UTF-8 or no header can be read: then the whole file has to be looked at
 */
export function readLogHead(first: Uint8Array, mappings: readonly FileMapping[]): LogHead | null {
  const whole = first.subarray(0, first.lastIndexOf(10) + 1);
  const { utf8, encoding, damaged } = decodeText(whole.length === 0 ? first : whole);
  if (encoding !== 'utf-8' || damaged || /^"?sep=/i.test(utf8.subarray(0, 8).toString('latin1'))) return null;
  try {
    checkIsText(utf8);
    const score = (names: readonly string[]) =>
      mappingFor(names, mappings) === null ? headerScore(names) : names.length;
    const { delimiter, names, row, end } = findHead(utf8, null, { guess: true, score });
    return { delimiter, header: names, headerRow: row, columns: names.length + emptyBehind(utf8, end, delimiter) };
  } catch (thrown) {
    if (thrown instanceof UnreadableFile) return null;
    throw thrown;
  }
}

const DEEPEST = 5;
/** Places of a list that are looked at. */
const LONGEST_LIST = 5;

function pathsOf(value: unknown, prefix: string, depth: number): string[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return prefix === '' ? [] : [prefix];
  const entries = Array.isArray(value) ? Object.entries(value).slice(0, LONGEST_LIST) : Object.entries(value);
  return entries.flatMap(([name, inner]) => pathsOf(inner, prefix === '' ? name : `${prefix}.${name}`, depth + 1));
}

/** Dotted paths of all values in records of JSON, in order of appearance: their header. */
export function recordPaths(records: readonly string[]): readonly string[] {
  const paths = new Set<string>();
  for (const text of records) for (const path of pathsOf(JSON.parse(text), '', 0)) paths.add(path);
  return [...paths];
}

/** The same paths with every other place of a list in them: a later record may have more in it than the first ones. */
export function otherPlaces(paths: readonly string[]): readonly string[] {
  const known = new Set(paths);
  const others = paths.flatMap((path) =>
    Array.from({ length: LONGEST_LIST }, (_, place) => path.replace(/\.\d(?=\.)/, `.${place}`)),
  );
  return [...new Set(others)].filter((path) => !known.has(path));
}
