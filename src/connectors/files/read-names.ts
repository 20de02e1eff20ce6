import type { NamesSource } from '../../model/first-look.ts';
import type { Observation } from '../../model/observation.ts';
import { NameKind } from '../../model/product.ts';
import type { Cell } from './cells/cell.ts';
import { headerScore } from './known-header.ts';
import { profiles } from './profiles/registry.ts';
import { readFile } from './read-file.ts';
import { headerKey } from './recognition/header-key.ts';
import { recognise } from './recognition/recognise.ts';
import { decodeText } from './tables/encoding.ts';
import { fileKind } from './tables/file-kind.ts';
import { openSheets } from './tables/open-sheets.ts';
import { type Sheet, UnreadableFile } from './tables/sheet.ts';
import { unpack } from './tables/unpack.ts';

/** A name as the list writes it; `kind` is null where the list does not say what it is. */
export interface ListedName {
  readonly raw: string;
  readonly kind: NameKind | null;
}

export interface NamesReading {
  readonly names: readonly ListedName[];
  /** How the list was read, for people. */
  readonly readAs: string;
  readonly holds: readonly NamesSource[];
  /** Rows that could not be read. */
  readonly leftOut: number;
}

interface Wanted {
  /** Name of the column to read; undefined = find it. */
  readonly column?: string | undefined;
}

/** Column names that hold a tool, in the order in which they are looked for, and what such a name is. */
const NAME_COLUMNS: readonly (readonly [NameKind | null, readonly string[]])[] = [
  [null, ['raw', 'tool', 'tool name', 'tools', 'app', 'app name', 'application', 'application name', 'software']],
  [
    null,
    ['software name', 'product', 'product name', 'service', 'system', 'name', 'anwendung', 'werkzeug', 'programm'],
  ],
  ['oauth', ['client name', 'display text', 'oauth client', 'app display name']],
  [
    'expense',
    ['merchant', 'merchant name', 'description', 'payee', 'supplier', 'supplier name', 'händler', 'lieferant'],
  ],
  ['expense', ['verwendungszweck', 'empfänger', 'transaction description', 'narrative', 'details']],
  ['domain', ['domain', 'url', 'website', 'host', 'hostname']],
  [null, ['vendor', 'vendor name', 'anbieter', 'title']],
];

/** Nobody is named in what `look` prints, so people need no pseudonym of their own. */
const PORTS = { pseudonym: () => 'person', timeZone: 'UTC', currency: 'EUR' };

function namesOf(observation: Observation): readonly ListedName[] {
  if (observation.kind === 'spend') return [{ raw: observation.merchant, kind: 'expense' }];
  if (observation.kind === 'integration')
    return [observation.from, observation.to].map(({ name, nameKind }) => ({ raw: name, kind: nameKind }));
  if (!('tool' in observation) || observation.tool === null) return [];
  return [{ raw: observation.tool.name, kind: observation.tool.nameKind }];
}

function holdsOf(observations: readonly Observation[]): readonly NamesSource[] {
  const kinds = new Set(observations.map(({ kind }) => kind));
  const found: (readonly [NamesSource, boolean])[] = [
    ['names', kinds.has('tool-seen')],
    ['spend', kinds.has('spend')],
    ['accounts', kinds.has('account') || kinds.has('usage-event')],
    ['contracts', kinds.has('contract')],
    ['integrations', kinds.has('integration')],
  ];
  return found.flatMap(([source, isHeld]) => (isHeld ? [source] : []));
}

/** An export that is known by its header: every tool that its rows name. */
async function fromExport(name: string, bytes: Uint8Array): Promise<NamesReading | null> {
  const { sheets } = await readFile({ name, bytes, sourceId: 'list', sha256: null, ports: PORTS });
  const observations = sheets.flatMap((sheet) => sheet.observations);
  const names = observations.flatMap(namesOf);
  if (names.length === 0) return null;
  const titles = sheets.filter(({ profile }) => profile !== null).map(({ title }) => title);
  return {
    names,
    readAs: `as ${titles.join(' and ')}`,
    holds: holdsOf(observations),
    leftOut: sheets.reduce((sum, { rejected }) => sum + rejected.length, 0),
  };
}

interface Rows {
  readonly cells: readonly (readonly Cell[])[];
  readonly broken: number;
}

function rowsOf(sheet: Sheet): Rows {
  const cells: (readonly Cell[])[] = [];
  let broken = 0;
  sheet.visit({
    row: (row) => cells.push(row.cells),
    broken: () => {
      broken += 1;
    },
  });
  return { cells, broken };
}

function textAt(cells: readonly Cell[], position: number): string {
  return String(cells[position] ?? '').trim();
}

interface NameColumn {
  readonly position: number;
  readonly kind: NameKind | null;
}

function namedColumn(header: readonly string[]): NameColumn | null {
  const keys = header.map(headerKey);
  for (const [kind, names] of NAME_COLUMNS) {
    for (const name of names) if (keys.includes(name)) return { position: keys.indexOf(name), kind };
  }
  return null;
}

/** The first column of words, where the header says nothing that is known. */
function wordColumn({ cells }: Rows, width: number): NameColumn | null {
  const isWord = (text: string) => /\p{L}{2}/u.test(text) && !text.includes('@');
  for (let position = 0; position < width; position += 1) {
    const words = cells.filter((row) => isWord(textAt(row, position))).length;
    if (words * 2 > cells.length) return { position, kind: null };
  }
  return null;
}

function fromColumn(sheet: Sheet, rows: Rows, { position, kind }: NameColumn): NamesReading {
  const kinds = sheet.header.map(headerKey).indexOf('source kind');
  const names = rows.cells.flatMap((cells): ListedName[] => {
    const raw = textAt(cells, position);
    const said = kinds < 0 ? undefined : NameKind.safeParse(textAt(cells, kinds).toLowerCase()).data;
    return raw === '' ? [] : [{ raw, kind: said ?? kind }];
  });
  return { names, readAs: `column "${sheet.header[position] ?? ''}"`, holds: ['names'], leftOut: rows.broken };
}

function fromLines(bytes: Uint8Array): NamesReading {
  const lines = decodeText(bytes)
    .utf8.toString('utf8')
    .split(/\r?\n|\r/)
    .map((line) => line.replace(/^[-*•]\s+/, '').trim());
  const names = lines.filter((raw) => raw !== '').map((raw) => ({ raw, kind: null }));
  return { names, readAs: 'one name a line', holds: ['names'], leftOut: 0 };
}

function askedColumn(sheets: readonly Sheet[], column: string): NamesReading {
  for (const sheet of sheets) {
    const position = sheet.header.map(headerKey).indexOf(headerKey(column));
    if (position < 0) continue;
    const known = namedColumn([sheet.header[position] ?? '']);
    return fromColumn(sheet, rowsOf(sheet), { position, kind: known?.kind ?? null });
  }
  throw new UnreadableFile({
    code: 'no-such-column',
    message: `There is no column "${column}".`,
    nextStep: `Columns found: ${sheets.flatMap(({ header }) => header).join(', ') || 'none'}.`,
  });
}

/** A text is a table where its rows agree on two columns or more; else each line is a name. */
function fromTable(sheets: readonly Sheet[]): NamesReading | null {
  for (const sheet of sheets) {
    const known = namedColumn(sheet.header);
    if (known !== null) return fromColumn(sheet, rowsOf(sheet), known);
  }
  for (const sheet of sheets) {
    const rows = rowsOf(sheet);
    if (sheet.header.length < 2 || rows.cells.length === 0 || rows.broken > 0) continue;
    const found = wordColumn(rows, sheet.header.length);
    if (found !== null) return fromColumn(sheet, rows, found);
  }
  return null;
}

const SEARCH = { score: headerScore, guess: false };

async function namesIn(name: string, bytes: Uint8Array, column: string | undefined): Promise<NamesReading> {
  const isText = fileKind(name, bytes) === 'text';
  const { sheets } = await openSheets(name, bytes, SEARCH).catch((thrown: unknown): { sheets: readonly Sheet[] } => {
    // A stray quote spoils a table, not a list of lines.
    if (isText && thrown instanceof UnreadableFile && thrown.problem.code === 'no-header') return { sheets: [] };
    throw thrown;
  });
  if (column !== undefined) return askedColumn(sheets, column);
  if (sheets.some(({ header }) => recognise(header, profiles).kind === 'recognised')) {
    const found = await fromExport(name, bytes);
    if (found !== null) return found;
  }
  const table = fromTable(sheets);
  if (table !== null) return table;
  if (isText) return fromLines(bytes);
  throw new UnreadableFile({
    code: 'no-names',
    message: 'No column of the workbook holds names.',
    nextStep: 'Say which one with `--column NAME`.',
  });
}

function joined(readings: readonly NamesReading[]): NamesReading {
  return {
    names: readings.flatMap(({ names }) => names),
    readAs: [...new Set(readings.map(({ readAs }) => readAs))].join(' and '),
    holds: [...new Set(readings.flatMap(({ holds }) => holds))],
    leftOut: readings.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

/**
 * The tool names in a file, whatever it is: an export that is known, a table with a column of names, or plain lines;
 * packed files are unpacked, and files of an archive that hold no names are passed over.
 * @throws UnreadableFile where it is none of these, or has no such column
 */
export async function readNames(name: string, bytes: Uint8Array, { column }: Wanted = {}): Promise<NamesReading> {
  const readings: NamesReading[] = [];
  let first: UnreadableFile | null = null;
  for await (const file of unpack(name, bytes)) {
    try {
      if ('problem' in file) throw new UnreadableFile(file.problem);
      readings.push(await namesIn(file.name, file.bytes, column));
    } catch (thrown) {
      if (!(thrown instanceof UnreadableFile)) throw thrown;
      first ??= thrown;
    }
  }
  if (readings.length > 0 || first === null) return joined(readings);
  throw first;
}
