import type { FileReading, SheetReading } from '../connectors/files/read-file.ts';
import type { FileProblem } from '../connectors/files/tables/sheet.ts';
import type { Gap } from '../model/evidence.ts';

const NAMED = 10;

function listed(names: readonly string[], between: string): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(between)}${more > 0 ? `${between}and ${more} more` : ''}`;
}

function placeOf(file: string, { sheet, member }: SheetReading): string {
  const place = member === null ? file : `${member} in ${file}`;
  return sheet === null ? place : `The sheet "${sheet}" of ${place}`;
}

function unknownSheets(file: string, sourceId: string, { sheets }: FileReading): readonly Gap[] {
  return sheets.flatMap((reading, at) => {
    if (reading.profile !== null || reading.mapping?.profile === null) return [];
    return [
      {
        id: `unread-${sourceId}-${at + 1}`,
        section: 'sources',
        title: `${placeOf(file, reading)} was not read`,
        why: `Its header is not known and no mapping says what it is; its ${reading.rowsTotal} rows are in no figure.`,
        wouldSupply: 'A mapping: `unsprawl import --map` with this file asks for it.',
      },
    ];
  });
}

function refusedTitle(file: string, problems: readonly FileProblem[]): string {
  const members = problems.flatMap(({ member }) => member ?? []);
  if (members.length === 0) return `${file} was not read`;
  return members.length === 1
    ? `${members[0]} in ${file} was not read`
    : `${members.length} files in ${file} were not read: ${listed(members, ', ')}`;
}

/** What was refused of a file that is in the inbox: such as the files of an archive that must not be unpacked. */
function refusedParts(file: string, sourceId: string, { problems }: FileReading): readonly Gap[] {
  if (problems.length === 0) return [];
  const why = listed(
    problems.map(({ message }) => message),
    ' ',
  );
  return [
    {
      id: `refused-${sourceId}`,
      section: 'sources',
      title: refusedTitle(file, problems),
      why: `${why} Nothing of it is in any figure.`,
      wouldSupply: [...new Set(problems.map(({ nextStep }) => nextStep))].join(' '),
    },
  ];
}

/** Sheets of the inbox, and files of its archives, that nobody could read, so that none is left out in silence. */
export function unreadSheets(file: string, sourceId: string, reading: FileReading): readonly Gap[] {
  return [...unknownSheets(file, sourceId, reading), ...refusedParts(file, sourceId, reading)];
}
