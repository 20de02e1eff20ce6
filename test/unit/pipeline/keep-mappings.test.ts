import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AuditError } from '../../../src/errors/audit-error.ts';
import { FileMapping } from '../../../src/model/mapping.ts';
import { checkMappingFile } from '../../../src/pipeline/check-mappings.ts';
import { keepMappings } from '../../../src/pipeline/keep-mappings.ts';
import { readMappings, storedMappings } from '../../../src/workspace/mappings.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'unsprawl-mappings-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const path = () => join(root, 'mappings.yaml');
const text = () => readFileSync(path(), 'utf8');

function mapping(change: object = {}): FileMapping {
  return FileMapping.parse({
    header: ['Tag', 'An: "wen"', 'Wert', '2026'],
    profile: 'template-spend',
    columns: { Tag: 'date', 'An: "wen"': 'merchant', Wert: 'amount', '2026': null },
    constants: { currency: 'EUR' },
    day_orders: { Tag: 'dmy' },
    by: 'IT lead',
    on: '2026-10-12',
    ...change,
  });
}

describe('mappings.yaml', () => {
  test('is begun with a line that says what it is, and reads back as it was written', async () => {
    await keepMappings({ root }, [mapping()]);
    expect(text()).toMatch(/^# What files with an unknown header are\./);
    expect(await storedMappings(root)).toEqual([mapping()]);
  });

  test('keeps comments and other mappings; one for the same columns takes the place of the earlier', async () => {
    writeFileSync(
      path(),
      [
        '# ours',
        'schema: unsprawl/mappings@1',
        'mappings:',
        '  # the bank',
        '  - header: [wert, tag, "2026", \'An: "wen"\']',
        '    profile: null # for now',
        '  - header: [a, b] # another',
        '    profile: null',
        '',
      ].join('\n'),
    );
    const all = await keepMappings({ root }, [
      mapping(),
      mapping({ header: ['c'], profile: null, columns: {}, constants: {}, day_orders: {} }),
    ]);
    expect(all.map(({ header, profile }) => [header.length, profile])).toEqual([
      [4, 'template-spend'],
      [2, null],
      [1, null],
    ]);
    expect(text()).toContain('# ours');
    expect(text()).toContain('# another');
    expect(await storedMappings(root)).toEqual(all);
  });

  test('is not there where nothing was said', async () => {
    await keepMappings({ root }, []);
    expect(await storedMappings(root)).toEqual([]);
  });
});

describe('a mistake in it', () => {
  async function refusal(...lines: readonly string[]) {
    writeFileSync(path(), ['schema: unsprawl/mappings@1', 'mappings:', ...lines].join('\n'));
    const thrown = await readMappings(path())
      .then((mappings) => checkMappingFile(path(), mappings))
      .then(
        () => null,
        (error: unknown) => error,
      );
    if (!(thrown instanceof AuditError)) throw thrown ?? new Error('nothing was refused');
    return { exitCode: thrown.exitCode, message: thrown.message, row: thrown.place.row, file: thrown.place.file };
  }

  test.each([
    [
      'a field that does not exist',
      ['  - header: [a]', '    profile: template-people', '    columns:', '      a: mail'],
      6,
      'no column "mail"',
    ],
    [
      'an order that has not been decided',
      ['  - header: [a]', '    profile: null', '    day_orders: {a: ask}'],
      5,
      'dmy',
    ],
    ['a key that does not exist', ['  - header: [a]', '    profile: null', '    colums: {}'], 5, 'colums'],
    [
      'a required field left open',
      ['  - header: [a]', '    profile: template-homes', '    columns: {a: home}'],
      3,
      '"object_type" is needed',
    ],
    [
      'a header that stands twice',
      ['  - header: [a, b]', '    profile: null', '  - header: [B, A]', '    profile: null'],
      5,
      'same header',
    ],
    ['a person as the one who said it', ['  - header: [a]', '    profile: null', '    by: ann@x.example'], 5, 'role'],
  ])('%s', async (_, lines, row, message) => {
    const refused = await refusal(...lines);
    expect(refused).toMatchObject({ exitCode: 2, row, file: 'mappings.yaml' });
    expect(refused.message).toContain(message);
  });
});
