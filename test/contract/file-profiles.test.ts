import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { profiles } from '../../src/connectors/files/profiles/registry.ts';
import { recognise } from '../../src/connectors/files/recognition/recognise.ts';
import { Observation, RejectedRow, SourceRecord } from '../../src/model/observation.ts';
import { SectionName } from '../../src/model/snapshot.ts';
import { readTable } from '../support/read-table.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'src/connectors/files/profiles');
const FIXTURES = join(ROOT, 'fixtures/connectors');
const ids = profiles.map(({ meta }) => meta.id);

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
    const answer = recognise(required.reverse(), profiles);
    expect(answer.kind === 'recognised' ? answer.fit.profile.meta.id : answer.kind).toBe(id);
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
