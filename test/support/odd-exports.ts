import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { HARBOUR_LANE } from './harbour-lane.ts';
import {
  americanDay,
  germanAmount,
  germanDay,
  headerOf,
  lines,
  type OddSheet,
  of,
  type Row,
  summerTime,
  table,
  workbook,
} from './odd-shapes.ts';
import { zipOf } from './zip-archive.ts';

const QUARTER = join(HARBOUR_LANE, 'after');
const CARDS = ['amex-2025-10-01_2026-06-30.csv', 'amex-2026-06-15_2026-09-30.csv'] as const;
const CLAIMS = 'expensify.csv';

/** Template files of the sample company that are taken as they are. */
const TEMPLATES = [
  'contracts',
  'decisions',
  'documents',
  'homes',
  'integrations',
  'inventory',
  'meetings',
  'messages',
  'needs',
  'people',
  'rates',
  'spend',
  'survey',
  'usage',
  'work_items',
] as const;

function bytesOf(file: string): Buffer {
  return readFileSync(join(QUARTER, 'exports', file));
}

function rowsOf(file: string): readonly Row[] {
  return parse(bytesOf(file), { columns: true, bom: true });
}

function people(): Buffer {
  const columns = {
    'E-Mail-Adresse': of('email'),
    Abteilung: of('team'),
    Führungskraft: of('manager_email'),
    Standort: of('location'),
    Zeitzone: of('time_zone'),
    Eintritt: germanDay('start_date'),
    Austritt: germanDay('end_date'),
  };
  // Windows-1252, as a German spreadsheet saves "CSV".
  return Buffer.from(table(rowsOf('people.csv'), columns, ';', '\r\n'), 'latin1');
}

function ledger(): Buffer {
  const columns = {
    Buchungstag: germanDay('date'),
    Zahlungsempfänger: of('merchant'),
    Betrag: germanAmount('amount'),
    Währung: of('currency'),
    Kategorie: of('category'),
    Kostenstelle: of('cost_centre'),
    Mitarbeiter: of('email'),
  };
  return Buffer.from(`\ufeff${table(rowsOf('spend.csv'), columns, ';', '\r\n')}`, 'utf16le');
}

function claims(): Buffer {
  const rows = rowsOf(CLAIMS);
  const header = headerOf(rows);
  return Buffer.from(`\ufeff${lines([header, ...rows.map((row) => header.map((name) => row[name] ?? ''))], '\t')}`);
}

function seats(): Buffer {
  const columns = {
    'User Email': of('email'),
    Comment: () => '',
    Application: of('tool'),
    Licensed: (row: Row) => ({ yes: 'TRUE', no: 'FALSE' })[row.assigned ?? ''] ?? '',
    'Last Login': americanDay('last_active'),
    'Days Active': of('active_days'),
  };
  return Buffer.from(table(rowsOf('usage.csv'), columns, '|'));
}

function calendar(): Buffer {
  const columns = {
    Organizer: of('organizer'),
    Participants: of('attendees'),
    'Start time': summerTime('start'),
    'End time': summerTime('end'),
    'Series ID': of('recurring'),
    'Has attachment': of('has_document'),
    'Meeting type': of('purpose'),
  };
  return zipOf([
    { name: 'out/calendar.csv', content: table(rowsOf('meetings.csv'), columns, ',') },
    { name: 'out/messages.csv', content: bytesOf('messages.csv') },
  ]);
}

function register(): Buffer {
  const rows = rowsOf('decisions.csv');
  const header = headerOf(rows);
  const title = ['sep=;', 'Decision register;;;', 'As of 5 October 2026;;;', ''].join('\r\n');
  const cells = rows.map((row) => header.map((name) => row[name] ?? ''));
  return Buffer.from(`${title}${lines([header.map((name) => name.toUpperCase()), ...cells], ';', '\r\n')}`);
}

function handMade(): Promise<Buffer> {
  const titled = (name: string): OddSheet => ({
    name,
    rows: rowsOf(`${name}.csv`),
    titles: [`Harbour & Lane: ${name}`, 'Draft, not checked', ''],
    days: 'date',
  });
  const plain = (name: string): OddSheet => ({ name, rows: rowsOf(`${name}.csv`), titles: [], days: 'date' });
  return workbook([
    ...['contracts', 'inventory', 'integrations', 'survey'].map(titled),
    ...['homes', 'needs', 'rates'].map(plain),
  ]);
}

function tracker(): Promise<Buffer> {
  return workbook(
    ['work_items', 'documents'].map((name) => ({ name, rows: rowsOf(`${name}.csv`), titles: [], days: 'serial' })),
  );
}

/** What a person says of the two files with German headers. */
export const ODD_MAPPINGS = `schema: unsprawl/mappings@1
mappings:
  - header: [E-Mail-Adresse, Abteilung, Führungskraft, Standort, Zeitzone, Eintritt, Austritt]
    profile: template-people
    columns:
      E-Mail-Adresse: email
      Abteilung: team
      Führungskraft: manager_email
      Standort: location
      Zeitzone: time_zone
      Eintritt: start_date
      Austritt: end_date
  - header: [Buchungstag, Zahlungsempfänger, Betrag, Währung, Kategorie, Kostenstelle, Mitarbeiter]
    profile: template-spend
    columns:
      Buchungstag: date
      Zahlungsempfänger: merchant
      Betrag: amount
      Währung: currency
      Kategorie: category
      Kostenstelle: cost_centre
      Mitarbeiter: email
`;

/** Ten files as clients send them, with what the templates say in as many shapes. */
export async function writeOddExports(folder: string): Promise<readonly string[]> {
  const files: Readonly<Record<string, Uint8Array>> = {
    'Personal Stand Oktober.csv': people(),
    'final_v3 (2).xlsx': await handMade(),
    'Umsatz NEU.txt': ledger(),
    'activity.csv': bytesOf(CARDS[0]),
    'activity (1).csv.gz': gzipSync(bytesOf(CARDS[1])),
    'Expenses export.tsv': claims(),
    usage_export: seats(),
    'download.zip': calendar(),
    'Tracker Kopie.xlsx': await tracker(),
    'export-2026-10-05.csv': register(),
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return Object.keys(files);
}

function card(file: string): string {
  const columns = {
    date: (row: Row) => (row.Date ?? '').replace(/^(\d+)\/(\d+)\/(\d+)$/, '$3-$1-$2'),
    merchant: of('Description'),
    amount: of('Amount'),
    currency: () => 'EUR',
    category: of('Category'),
  };
  return table(rowsOf(file), columns, ',');
}

function claimed(): string {
  const columns = {
    date: (row: Row) => (row.Timestamp ?? '').slice(0, 10),
    merchant: of('Merchant'),
    amount: of('Original Amount'),
    currency: of('Original Currency'),
    category: of('Category'),
    cost_centre: of('Tag'),
  };
  return table(rowsOf(CLAIMS), columns, ',');
}

/** The same facts in the templates, one file each. */
export function writeTemplateExports(folder: string): readonly string[] {
  const files: Readonly<Record<string, string | Uint8Array>> = {
    ...Object.fromEntries(TEMPLATES.map((name) => [`${name}.csv`, bytesOf(`${name}.csv`)])),
    'spend-card-1.csv': card(CARDS[0]),
    'spend-card-2.csv': card(CARDS[1]),
    'spend-claims.csv': claimed(),
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return Object.keys(files);
}

/** Settings of the quarter that the files belong to. */
export function quarterSettings(): { readonly config: string; readonly policy: string } {
  const text = (name: string) => readFileSync(join(QUARTER, name), 'utf8');
  return { config: text('unsprawl.yaml'), policy: text('policy.yaml') };
}
