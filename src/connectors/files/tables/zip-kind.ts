import { officeProblem } from './foreign-files.ts';
import { UnreadableFile } from './sheet.ts';
import { ZipDamage, zipBuffer, zipEntries } from './zip-directory.ts';

const MAX_ENTRIES = 10_000;

/** Names of the entries; empty where the archive cannot be taken apart or has too many. */
function entryNames(bytes: Uint8Array): readonly string[] {
  try {
    return (zipEntries(zipBuffer(bytes), MAX_ENTRIES) ?? []).map(({ name }) => name);
  } catch (thrown) {
    if (thrown instanceof ZipDamage) return [];
    throw thrown;
  }
}

/**
 * An archive with the parts of an .xlsx workbook, or one of files; one called .xlsx must be a workbook.
 * @throws UnreadableFile for the documents of other office programs
 */
export function zipKind(name: string, bytes: Uint8Array): 'workbook' | 'archive' {
  const names = entryNames(bytes);
  if (names.includes('xl/workbook.xml')) return 'workbook';
  const problem = officeProblem(names);
  if (problem !== null) throw new UnreadableFile(problem);
  return /\.(?:xlsx|xlsm)$/i.test(name) ? 'workbook' : 'archive';
}
