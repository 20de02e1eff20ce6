import { visitRecords } from './csv-records.ts';
import { type Delimiter, findDelimiter } from './delimiter.ts';
import { decodeText } from './encoding.ts';
import { checkIsText } from './file-kind.ts';
import { isBlank, passRow, type RowVisitor, type Sheet, trimHeader, UnreadableFile } from './sheet.ts';

/** `sep=;` on the first line, which spreadsheet programs write and read. */
const SEPARATOR_LINE = /^"?sep=([,;|\t])"?\r?\n/i;

interface Header {
  readonly row: number;
  readonly names: readonly string[];
}

function findHeader(bytes: Buffer, delimiter: Delimiter): Header {
  let header: Header | undefined;
  let brokenFirst = false;
  visitRecords(bytes, delimiter, {
    width: () => 0,
    record: (row, cells) => {
      if (isBlank(cells)) return true;
      header = { row, names: trimHeader(cells) };
      return false;
    },
    broken: () => {
      brokenFirst = true;
    },
  });
  if (header === undefined || brokenFirst || header.names.some((name) => name.includes('\0'))) {
    throw new UnreadableFile({
      code: 'no-header',
      message: 'The header row cannot be read.',
      nextStep: 'Make the first row the column names, each in its own cell, and import the file again.',
    });
  }
  return header;
}

function visitSheet(bytes: Buffer, delimiter: Delimiter, header: Header, damaged: boolean, visitor: RowVisitor): void {
  visitRecords(bytes, delimiter, {
    width: () => header.names.length,
    broken: visitor.broken,
    record: (row, cells) => {
      if (row <= header.row) return true;
      if (damaged && cells.some((cell) => cell.includes('\ufffd'))) {
        visitor.broken(row, 'has bytes that are not UTF-8 text');
        return true;
      }
      passRow(header.names, { row, cells }, 'broken', visitor);
      return true;
    },
  });
}

/** One sheet of a CSV, semicolon, tab or pipe separated text in any of the usual encodings. */
export function openCsv(bytes: Uint8Array): Sheet {
  const { utf8, damaged } = decodeText(bytes);
  checkIsText(utf8);
  const separator = SEPARATOR_LINE.exec(utf8.subarray(0, 16).toString('latin1'));
  // The line stays in the count of rows: blank it, so that row numbers agree with the spreadsheet.
  const body = separator === null ? utf8 : Buffer.concat([Buffer.from('\n'), utf8.subarray(separator[0].length)]);
  const delimiter = separator === null ? findDelimiter(body) : (separator[1] as Delimiter);
  const header = findHeader(body, delimiter);
  return {
    name: null,
    headerRow: header.row,
    header: header.names,
    visit: (visitor) => visitSheet(body, delimiter, header, damaged, visitor),
  };
}
