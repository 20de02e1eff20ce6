import { type CsvHead, findHead } from './csv-head.ts';
import { visitRecords } from './csv-records.ts';
import type { Delimiter } from './delimiter.ts';
import { decodeText } from './encoding.ts';
import { checkIsText } from './file-kind.ts';
import { ABOVE_HEADER, FIRST_ROW, type HeaderSearch } from './header-row.ts';
import { passRow, type RowVisitor, type Sheet } from './sheet.ts';
import { textNotices } from './text-notices.ts';

/** `sep=;` on the first line, which spreadsheet programs write and read. */
const SEPARATOR_LINE = /^"?sep=([,;|\t])"?\r?\n/i;

function visitSheet(bytes: Buffer, head: CsvHead, damaged: boolean, visitor: RowVisitor): void {
  const { names } = head;
  for (const row of head.above.asWide) visitor.broken(row, ABOVE_HEADER);
  visitRecords(
    bytes,
    head.delimiter,
    {
      width: () => names.length,
      broken: (row, reason) => {
        visitor.broken(row, reason);
        return true;
      },
      record: (row, cells) => {
        if (damaged && cells.some((cell) => cell.includes('\ufffd'))) {
          visitor.broken(row, 'has bytes that are not UTF-8 text');
          return true;
        }
        passRow(names, { row, cells }, 'broken', visitor);
        return true;
      },
    },
    { offset: head.end, row: head.row },
  );
}

/** One sheet of a CSV, semicolon, tab or pipe separated text in any of the usual encodings. */
export function openCsv(bytes: Uint8Array, search: HeaderSearch = FIRST_ROW): Sheet {
  const decoded = decodeText(bytes);
  const { utf8, damaged } = decoded;
  checkIsText(utf8);
  const separator = SEPARATOR_LINE.exec(utf8.subarray(0, 16).toString('latin1'));
  // The line stays in the count of rows: blank it, so that row numbers agree with the spreadsheet.
  const body = separator === null ? utf8 : Buffer.concat([Buffer.from('\n'), utf8.subarray(separator[0].length)]);
  const head = findHead(body, separator === null ? null : (separator[1] as Delimiter), search);
  return {
    name: null,
    headerRow: head.row,
    header: head.names,
    above: head.above.rows,
    hidden: false,
    serialShift: 0,
    notices: textNotices(decoded),
    visit: (visitor) => visitSheet(body, head, damaged, visitor),
  };
}
