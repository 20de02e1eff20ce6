import type { FileReading } from '../connectors/files/read-file.ts';
import type { Gap } from '../model/evidence.ts';

/** Sheets of the inbox that nobody could read, so that none is left out in silence. */
export function unreadSheets(file: string, sourceId: string, { sheets }: FileReading): readonly Gap[] {
  return sheets.flatMap(({ sheet, profile, mapping, rowsTotal }, at) => {
    if (profile !== null || mapping?.profile === null) return [];
    const place = sheet === null ? file : `The sheet "${sheet}" of ${file}`;
    return [
      {
        id: `unread-${sourceId}-${at + 1}`,
        section: 'sources',
        title: `${place} was not read`,
        why: `Its header is not known and no mapping says what it is; its ${rowsTotal} rows are in no figure.`,
        wouldSupply: 'A mapping: `unsprawl import --map` with this file asks for it.',
      },
    ];
  });
}
