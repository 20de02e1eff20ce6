import { openCsv } from './csv-sheet.ts';
import { fileKind } from './file-kind.ts';
import { FIRST_ROW, type HeaderSearch } from './header-row.ts';
import { type OpenedSheets, openWorkbook } from './workbook-sheets.ts';

/**
 * The tables in a text file or workbook; what is packed has to be unpacked before.
 * @param search tells how the header is found where titles stand above it
 * @throws UnreadableFile where none can be read.
 */
export async function openSheets(
  name: string,
  bytes: Uint8Array,
  search: HeaderSearch = FIRST_ROW,
): Promise<OpenedSheets> {
  return fileKind(name, bytes) === 'workbook'
    ? openWorkbook(bytes, search)
    : { sheets: [openCsv(bytes, search)], notices: [] };
}
