import { openCsv } from './csv-sheet.ts';
import { fileKind } from './file-kind.ts';
import type { Sheet } from './sheet.ts';
import { openWorkbook } from './workbook-sheets.ts';

/**
 * The tables in a file, whatever its kind.
 * @throws UnreadableFile where none can be read.
 */
export async function openSheets(name: string, bytes: Uint8Array): Promise<readonly Sheet[]> {
  return fileKind(name, bytes) === 'workbook' ? openWorkbook(bytes) : [openCsv(bytes)];
}
