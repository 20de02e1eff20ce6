import type { ImportedFile, ImportedSheet, ImportResult } from '../pipeline/import-files.ts';
import { counted } from '../util/counted.ts';

const SHOWN_PROBLEMS = 5;
const SHOWN_COLUMNS = 8;

function problemLines(file: ImportedFile): readonly string[] {
  const shown = file.problems.slice(0, SHOWN_PROBLEMS).flatMap(({ message, sheet, row, field, nextSteps }) => {
    const place = [sheet ?? '', row === undefined ? '' : `row ${row}`, field === undefined ? '' : `field "${field}"`];
    const said = place.filter((part) => part !== '').join(', ');
    return [`    ${said === '' ? '' : `${said}: `}${message}`, ...(nextSteps ?? []).map((step) => `      -> ${step}`)];
  });
  const more = file.problems.length - SHOWN_PROBLEMS;
  return more > 0 ? [...shown, `    and ${more} more; --json lists them all`] : shown;
}

function rowsText({ used, rejected }: ImportedSheet['rows']): string {
  return `${counted(used, 'row')}${rejected > 0 ? `, ${rejected} rejected` : ''}`;
}

/** `, header in row 4, by your mapping of 2026-10-12`. */
function howRead({ headerRow, mapping }: ImportedSheet): string {
  const header = headerRow === 1 ? '' : `, header in row ${headerRow}`;
  return `${header}${mapping === null ? '' : `, by your mapping${mapping.on === null ? '' : ` of ${mapping.on}`}`}`;
}

function sheetText(sheet: ImportedSheet): string {
  if (sheet.profile !== null) return `${sheet.title}: ${rowsText(sheet.rows)}${howRead(sheet)}`;
  if (sheet.mapping !== null) return `left out${howRead(sheet)}`;
  return sheet.nearest === null ? 'not recognised' : `not recognised; nearest is ${sheet.nearest}`;
}

function headLine(file: ImportedFile): string {
  const [only] = file.sheets;
  if (file.sheets.length === 1 && only !== undefined) {
    if (file.status === 'imported') return `  ${file.path}  imported as ${sheetText(only)}`;
    if (file.status === 'rejected' && only.profile !== null) return `  ${file.path}  rejected: ${sheetText(only)}`;
    if (file.status === 'needs-mapping') return `  ${file.path}  needs-mapping: ${sheetText(only)}`;
  }
  const what = file.status === 'imported' ? ` as ${file.title}: ${rowsText(file.rows)}` : '';
  return `  ${file.path}  ${file.status}${what}`;
}

function sheetLines({ sheets }: ImportedFile): readonly string[] {
  if (sheets.length < 2) return [];
  return sheets.map((sheet) => `    ${sheet.sheet ?? ''}: ${sheetText(sheet)}`);
}

function refusedLine({ refused = [] }: ImportedFile): readonly string[] {
  if (refused.length === 0) return [];
  const more = refused.length - SHOWN_PROBLEMS;
  const shown = refused.slice(0, SHOWN_PROBLEMS).join(', ');
  return [`    Not imported of it: ${shown}${more > 0 ? ` and ${counted(more, 'more file')}` : ''}.`];
}

/** A vendor's export has columns that nobody needs; in a template one that is not read may be a slip of the pen. */
function unusedLine({ profile, mapping, unusedColumns }: ImportedSheet, place: string): readonly string[] {
  const isTemplate = profile?.startsWith('template-') === true && mapping === null;
  if (!isTemplate || unusedColumns.length === 0) return [];
  const more = unusedColumns.length - SHOWN_COLUMNS;
  const shown = unusedColumns.slice(0, SHOWN_COLUMNS).join(', ');
  return [`    ${place}Not read: ${shown}${more > 0 ? ` and ${more} more columns` : ''}.`];
}

function noticeLines({ sheets, notices }: ImportedFile): readonly string[] {
  const ofSheets = sheets.flatMap((sheet) => {
    const place = sheets.length < 2 ? '' : `${sheet.sheet ?? ''}: `;
    return [...unusedLine(sheet, place), ...sheet.notices.map((notice) => `    ${place}${notice}`)];
  });
  return [...notices.map((notice) => `    ${notice}`), ...ofSheets];
}

/** Rows that a person could save by saying what the file means. */
function mappingLines({ sheets, proposals }: ImportedFile, proposal: string | null): readonly string[] {
  const orders = sheets.flatMap(({ openOrders }) => openOrders);
  const unknown = sheets.filter(({ profile, mapping }) => profile === null && mapping === null).length;
  const how = proposal === null ? '`unsprawl import --map` with this file asks' : `${proposal} has the question`;
  const what =
    proposal === null ? '`unsprawl import --map` with this file proposes what it may be' : `${proposal} has a proposal`;
  const isList =
    sheets.length === 1 && proposals.some(({ profile, columns }) => profile === null && columns.length === 1);
  return [
    ...(isList
      ? ['    -> Where it is a list of tools, write `name` above the names; `unsprawl look` reads it as it is.']
      : []),
    ...(unknown === 0
      ? []
      : [`    -> ${unknown === 1 ? 'Its header is' : `${unknown} headers are`} not known; ${what}.`]),
    ...(orders.length === 0 ? [] : [`    -> Day or month first in ${orders.join(', ')}? ${how}.`]),
  ];
}

function fileLines(file: ImportedFile, proposal: string | null): readonly string[] {
  return [
    headLine(file),
    ...sheetLines(file),
    ...refusedLine(file),
    ...noticeLines(file),
    ...problemLines(file),
    ...mappingLines(file, proposal),
  ];
}

function quoted(word: string): string {
  return /^[\w./~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function nextLine({ files }: ImportResult, proposal: string | null, typed: readonly string[]): string {
  const words = typed.map(quoted).join(' ');
  if (proposal !== null) {
    return `Proposals are in ${proposal}. Correct them, then run \`unsprawl import --map ${quoted(proposal)} ${words}\`.`;
  }
  const open = files.filter(({ status }) => status === 'needs-mapping').length;
  if (open > 0)
    return `Next: \`unsprawl import --map ${words}\`, which asks what ${counted(open, 'unknown file')} may be.`;
  return 'Next: `unsprawl audit`, or `unsprawl doctor` to see what is missing.';
}

const TOLD: readonly (readonly [status: ImportedFile['status'], words: string])[] = [
  ['duplicate', 'imported before'],
  ['needs-mapping', 'to be mapped'],
  ['left-out', 'left out'],
  ['rejected', 'rejected'],
];

function countLine(files: readonly ImportedFile[]): string {
  const countOf = (status: ImportedFile['status']) => files.filter((file) => file.status === status).length;
  const others = TOLD.flatMap(([status, words]) => (countOf(status) === 0 ? [] : [`, ${countOf(status)} ${words}`]));
  const inside = files.reduce((sum, { refused = [] }) => sum + refused.length, 0);
  const left = inside === 0 ? '' : ` Of the files inside them, ${inside} not imported.`;
  return `${counted(countOf('imported'), 'file')} of ${files.length} imported${others.join('')}.${left}`;
}

/**
 * One line for each file, what was wrong with it, and the next command.
 * @param proposal file of proposed mappings that was written; null = none
 * @param typed files, folders and workspace as they were typed, for the command that takes the proposals
 */
export function importText(result: ImportResult, proposal: string | null, typed: readonly string[]): string {
  return [
    ...result.files.flatMap((file) => fileLines(file, proposal)),
    ...result.skipped.map(({ path, why }) => `  ${path}  skipped: ${why}`),
    countLine(result.files),
    nextLine(result, proposal, typed),
  ].join('\n');
}
