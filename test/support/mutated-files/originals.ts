import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { FileProfile } from '../../../src/connectors/files/profile.ts';
import { profiles } from '../../../src/connectors/files/profiles/registry.ts';
import type { FileReading, SheetReading } from '../../../src/connectors/files/read-file.ts';
import { decodeText } from '../../../src/connectors/files/tables/encoding.ts';
import { readTable } from '../read-table.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/connectors');
/** Times that the rows of a fixture stand in the original: a defect has good rows on both sides. */
const REPEATS = 6;
/** And in the large ones, where time counts. */
const MANY = 4000;
const LARGE = ['template-spend', 'template-usage', 'okta-assignments'];

/** What every row gave: its observations without the row's own number, or the reason why it was rejected. */
export type RowsRead = ReadonlyMap<number, string>;

/** A good file, taken apart. Rows are counted from 1, as a spreadsheet shows them. */
export interface Original {
  readonly id: string;
  readonly profile: FileProfile;
  readonly delimiter: string;
  /** Texts of all records without their line ends; the first `headerRow` are the header and what stands above it. */
  readonly records: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly headerRow: number;
  readonly rows: RowsRead;
  readonly rowsTotal: number;
}

const REJECTED = 'rejected: ';

export function isRejected(read: string | undefined): boolean {
  return read?.startsWith(REJECTED) === true;
}

/** What the rows of a sheet gave. A row that gave observations and was rejected too is a fault. */
export function rowsOf(sheet: SheetReading): RowsRead {
  const rows = new Map<number, string>();
  for (const { at, ...observation } of sheet.observations) {
    const row = at.row ?? 0;
    rows.set(row, `${rows.get(row) ?? ''}${JSON.stringify(observation)}`);
  }
  for (const { at, reason, field } of sheet.rejected) {
    const row = at.row ?? 0;
    if (rows.has(row)) throw new Error(`row ${row} ends in two places`);
    rows.set(row, `${REJECTED}${field ?? ''} ${reason}`);
  }
  return rows;
}

/** The sheets that were read; the others wait for a person. */
export function readSheets({ sheets }: FileReading): readonly SheetReading[] {
  return sheets.filter(({ profile }) => profile !== null);
}

/** Records of a text, quoted line breaks inside; blank ones at the end are none. */
function recordsOf(text: string): readonly string[] {
  const records: string[] = [];
  let [start, quoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted || text[at] !== '\n') continue;
    records.push(text.slice(start, at).replace(/\r$/, ''));
    start = at + 1;
  }
  return start < text.length ? [...records, text.slice(start)] : records;
}

export function textOf(records: readonly string[], end = '\n'): string {
  return records.map((record) => `${record}${end}`).join('');
}

async function originalOf(profile: FileProfile, repeats: number): Promise<Original> {
  const { id } = profile.meta;
  const text = decodeText(readFileSync(join(FIXTURES, id, 'input.csv'))).utf8.toString();
  const headerRow = (await readTable(text)).sheets[0]?.headerRow ?? 1;
  const all = recordsOf(text);
  const body = all.slice(headerRow);
  const records = [...all.slice(0, headerRow), ...Array.from({ length: repeats }, () => body).flat()];
  const header = records[headerRow - 1] ?? '';
  const delimiter = header.includes(';') ? ';' : ',';
  const cells = records.map((record) => parse(record, { delimiter, relax_column_count: true })[0] ?? []);
  const [sheet] = (await readTable(textOf(records))).sheets;
  if (sheet === undefined || sheet.profile !== id) throw new Error(`${id} is not what it was`);
  return { id, profile, delimiter, records, cells, headerRow, rows: rowsOf(sheet), rowsTotal: sheet.rowsTotal };
}

/** One good file of each shape that is recognised, and some of thousands of rows. */
export function originals(): Promise<readonly Original[]> {
  const known = new Set(readdirSync(FIXTURES));
  const shapes = profiles.filter(({ meta }) => known.has(meta.id));
  const large = shapes.filter(({ meta }) => LARGE.includes(meta.id));
  return Promise.all([
    ...shapes.map((profile) => originalOf(profile, REPEATS)),
    ...large.map((profile) => originalOf(profile, MANY)),
  ]);
}
