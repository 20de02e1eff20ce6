import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { FileProfile } from '../../src/connectors/files/profile.ts';
import { profiles } from '../../src/connectors/files/profiles/registry.ts';
import { recognise } from '../../src/connectors/files/recognition/recognise.ts';
import { decodeText } from '../../src/connectors/files/tables/encoding.ts';
import { Observation, RejectedRow, SourceRecord } from '../../src/model/observation.ts';
import { SectionName } from '../../src/model/snapshot.ts';
import { readTable } from '../support/read-table.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'src/connectors/files/profiles');
const FIXTURES = join(ROOT, 'fixtures/connectors');
const ids = profiles.map(({ meta }) => meta.id);

/** The three columns that both need carry opposite signs, so without a further column a person is asked. */
const OPPOSITE_SIGNS: readonly string[] = ['bank-statement', 'card-statement'];

/** Fixtures that a less telling profile would take if theirs were not there: a new entry is a collision to look at. */
const FITS_LESS: Readonly<Record<string, string>> = {
  'amex-uk': 'card-statement',
  'amex-us': 'card-statement',
  'template-requests': 'template-work-items',
  'xero-account-transactions': 'bank-debit-credit',
};

function idOf(header: readonly string[], among: readonly FileProfile[] = profiles): string {
  const answer = recognise(header, among);
  return answer.kind === 'recognised' ? answer.fit.profile.meta.id : answer.kind;
}

/** The names of the columns; the first line of a DATEV file is about the file. */
function fixtureHeader(id: string): readonly string[] {
  const lines = decodeText(readFileSync(join(FIXTURES, id, 'input.csv')))
    .utf8.toString()
    .split('\n');
  const line = lines.find((text) => !text.startsWith('"EXTF"')) ?? '';
  return parse(line, { delimiter: line.includes(';') ? ';' : ',', trim: true })[0] ?? [];
}

function readFixture(id: string): { readonly observations: readonly { readonly kind: string }[] } {
  return JSON.parse(readFileSync(join(FIXTURES, id, 'expected.json'), 'utf8'));
}

test('every profile file is registered, and ids are unique', () => {
  const files = readdirSync(FOLDER)
    .filter((name) => name !== 'registry.ts')
    .map((name) => name.replace(/\.ts$/, ''));
  expect([...ids].sort()).toEqual(files.sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test('every fixture belongs to a profile', () => {
  expect(readdirSync(FIXTURES).sort()).toEqual([...ids].sort());
});

describe.each(profiles.map((profile) => [profile.meta.id, profile] as const))('%s', (id, { meta }) => {
  test('says what it is', () => {
    expect(meta.columns.some(({ required }) => required)).toBe(true);
    expect(meta.provides.map((section) => SectionName.parse(section))).not.toEqual([]);
    expect([meta.title, meta.tells, meta.cannotTell].every((text) => text.length > 5)).toBe(true);
    expect(meta.reliability).toBeGreaterThan(0);
    expect(meta.reliability).toBeLessThanOrEqual(1);
    const names = meta.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect((meta.oneOf ?? []).filter((name) => !names.includes(name))).toEqual([]);
    expect(meta.columns.filter(({ help }) => help.length < 4)).toEqual([]);
  });

  test('is recognised by its required columns alone, whatever their order and case', () => {
    const required = meta.columns.filter((column) => column.required).map(({ name }) => name.toUpperCase());
    if (OPPOSITE_SIGNS.includes(id)) {
      expect(idOf([...required].reverse())).toBe('tie');
      required.push(meta.oneOf?.[0]?.toUpperCase() ?? '');
    }
    expect(idOf(required.reverse())).toBe(id);
  });

  test('is the profile of its fixture, and only those named here would fit without it', () => {
    const header = fixtureHeader(id);
    expect(idOf([...header].reverse().map((name) => name.toUpperCase()))).toBe(id);
    const others = profiles.filter((profile) => profile.meta.id !== id);
    expect(idOf(header, others)).toBe(FITS_LESS[id] ?? 'unknown');
  });

  test('reads events by its declaration, which names columns of its own', () => {
    const names: readonly string[] = meta.columns.map(({ name }) => name);
    const log = meta.eventLog;
    expect(log !== undefined).toBe(readFixture(id).observations.some(({ kind }) => kind === 'usage-event'));
    if (log === undefined) return;
    const filters = log.only ?? [];
    const { tool } = log;
    const among = typeof tool === 'object' && 'among' in tool ? tool.among : [];
    const tools = typeof tool === 'string' ? [tool] : among.flatMap(({ column, kind }) => [column, kind]);
    const used = [log.timestamp, log.otherTimestamp, log.person, ...tools, log.event, ...filters.map((o) => o.column)];
    expect(used.filter((column) => typeof column === 'string' && !names.includes(column))).toEqual([]);
    // A filter on a column that a file may lack would reject all of that file's rows.
    const required = new Set(meta.columns.filter((column) => column.required).map(({ name }) => name));
    expect(filters.filter(({ column, values }) => !required.has(column) || values.length === 0)).toEqual([]);
  });

  test('reads its fixture as expected', async () => {
    const input = readFileSync(join(FIXTURES, id, 'input.csv'));
    const { sheets, problems } = await readTable(input);
    expect(problems).toEqual([]);
    const [sheet] = sheets;
    expect(sheet?.profile).toBe(id);
    const { observations, rejected, rowsTotal, source } = sheet!;
    const found = { rowsTotal, observations, rejected, unusedColumns: sheet!.unusedColumns };
    const path = join(FIXTURES, id, 'expected.json');
    expect(existsSync(path)).toBe(true);
    expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')));
    for (const observation of observations) expect(Observation.parse(observation)).toEqual(observation);
    for (const reject of rejected) RejectedRow.parse(reject);
    SourceRecord.parse(source);
    const rows = new Set([...observations, ...rejected].map(({ at }) => at.row));
    expect(rows.size).toBe(rowsTotal);
  });
});
