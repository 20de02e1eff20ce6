import { openCsv } from './csv-sheet.ts';
import { fileKind } from './file-kind.ts';
import type { Sheet } from './sheet.ts';
import { type HeaderTest, openWorkbook } from './workbook-sheets.ts';

/**
 * The tables in a file, whatever its kind.
 * @param isKnownHeader tells a header that stands under the title of a report's sheet
 * @throws UnreadableFile where none can be read.
 */
export async function openSheets(
  name: string,
  bytes: Uint8Array,
  isKnownHeader?: HeaderTest,
): Promise<readonly Sheet[]> {
  return fileKind(name, bytes) === 'workbook' ? openWorkbook(bytes, isKnownHeader) : [openCsv(bytes)];
}
