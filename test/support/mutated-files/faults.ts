import type { FileReading } from '../../../src/connectors/files/read-file.ts';
import type { Mutant } from './mutant.ts';
import { isRejected, type RowsRead, readSheets, rowsOf } from './originals.ts';

/** Notices that tell of a text that it may not be what was written. */
const TELLING: ReadonlySet<string> = new Set(['encoding', 'twice-encoded', 'no-line-end']);

function refusal({ sheets, problems }: FileReading): string[] {
  if (problems.length === 0 && !sheets.some(({ proposer }) => proposer !== undefined)) {
    return ['the file is passed over without a problem or a question'];
  }
  return problems
    .filter(({ message, nextStep }) => message === '' || nextStep === '')
    .map(() => 'a problem says nothing');
}

/** Good rows that are lost: untouched, and yet not read as in the original. */
function lostRows({ kept, original }: Mutant, read: RowsRead): string[] {
  return [...kept].flatMap(([row, here]) => {
    const [before, now] = [original.rows.get(row), read.get(here)];
    return before === now ? [] : [`good row ${row}: ${before} became ${now}`];
  });
}

/** Rows that hold a defect and are read as something else than any row of the original, without a word. */
function silentRows({ kept, original, touched }: Mutant, read: RowsRead, isTold: boolean): string[] {
  if (touched === 'free' || (touched === 'told' && isTold)) return [];
  const good = new Set(original.rows.values());
  const keptHere = new Set(kept.values());
  return [...read].flatMap(([row, now]) =>
    keptHere.has(row) || isRejected(now) || good.has(now) ? [] : [`spoilt row ${row} is taken for ${now}`],
  );
}

/** Everything that is wrong with how a spoilt file was read; empty = nothing. */
export function faultsOf(mutant: Mutant, reading: FileReading): readonly string[] {
  const { fate, notice, problems = [], rowsTotal } = mutant;
  const untold = problems
    .filter((part) => !reading.problems.some(({ message }) => message.includes(part)))
    .map((part) => `nothing is said of ${part}`);
  const sheets = readSheets(reading);
  const [sheet] = sheets;
  if (sheet === undefined) {
    return [...untold, ...(fate === 'read' ? ['the file was not read'] : []), ...refusal(reading)];
  }
  if (fate === 'refused' || sheets.length > 1) return [...untold, 'the file was read'];
  const read = rowsOf(sheet);
  const codes = sheet.notices.map(({ code }) => code);
  return [
    ...untold,
    ...lostRows(mutant, read),
    ...silentRows(
      mutant,
      read,
      codes.some((code) => TELLING.has(code)),
    ),
    ...(read.size === sheet.rowsTotal ? [] : [`${sheet.rowsTotal} rows went in, ${read.size} came out`]),
    ...(rowsTotal === null || sheet.rowsTotal === rowsTotal ? [] : [`${sheet.rowsTotal} rows of ${rowsTotal}`]),
    ...(notice === undefined || codes.some((code) => code === notice) ? [] : [`no notice of ${notice}`]),
  ];
}
