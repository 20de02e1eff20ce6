import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { copyRecords } from '../../../../src/connectors/files/log-copy.ts';
import { visitRecords } from '../../../../src/connectors/files/tables/csv-records.ts';
import { passRow } from '../../../../src/connectors/files/tables/sheet.ts';
import { temporaryFolder } from '../../../support/cli.ts';

const home = temporaryFolder();
afterAll(home.dispose);

const HEADER = ['at', 'who', 'app'];
const LAYOUT = { delimiter: ',', headerRow: 1, columns: 3 };

async function* piecesOf(text: string, size: number): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface Read {
  readonly rows: readonly (readonly string[])[];
  readonly broken: readonly string[];
}

async function copied(text: string, size: number): Promise<Read> {
  const path = join(home.path, 'copy.csv');
  const { broken, brokenRows } = await copyRecords(piecesOf(text, size), path, LAYOUT, 1000);
  expect(brokenRows).toBe(broken.length);
  // The line of the header is empty, and a row that is none has one cell.
  const whole = readFileSync(path, 'utf8');
  const records = parse(whole, { relax_column_count: true }) as string[][];
  return {
    rows: records.filter((cells) => cells.length === 3),
    broken: broken.map(({ row, reason }) => `${row} ${reason}`),
  };
}

/** The same records as the readers of tables take them apart. */
function byRow(text: string): Read {
  const rows: string[][] = [];
  const broken: string[] = [];
  const reject = (row: number, reason: string) => {
    broken.push(`${row} ${reason}`);
    return true;
  };
  let records = 0;
  visitRecords(Buffer.from(text), ',', {
    width: () => (records === 0 ? 0 : 3),
    broken: (row, reason) => {
      records = row;
      return reject(row, reason);
    },
    record: (row, cells) => {
      records = row;
      const take = () => rows.push([0, 1, 2].map((at) => cells[at] ?? ''));
      if (row > 1) passRow(HEADER, { row, cells }, 'broken', { row: take, broken: reject });
      return true;
    },
  });
  return { rows, broken };
}

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b c', '', 'ü', '19"') },
  { weight: 2, arbitrary: fc.constantFrom('"q"', '"q, r"', '"two\nlines"', '"say ""it"""', '"two\r\nlines"') },
  { weight: 1, arbitrary: fc.constantFrom('"open', 'closed"', '"a"b', '"', '""') },
);
const line = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','));

describe('a copy record by record', () => {
  it('holds the rows that the readers of tables read, and names the others as they do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 200 }),
        async (lines, end, size) => {
          const text = [HEADER.join(','), ...lines, ''].join(end);
          const [copy, { rows, broken }] = [await copied(text, size), byRow(text)];
          expect(copy.rows).toEqual(rows);
          expect(copy.broken).toEqual(broken);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('passes stretches without a quote on as they stand, under the numbers that their rows have', async () => {
    const plain = Array.from({ length: 20_000 }, (_, at) => `${at},ann@acme.example,Figma`);
    const lines = [...plain, 'x,y,"open', ...plain, 'x,"two\nlines",z', ...plain, 'x,y,"open'];
    for (const end of ['\n', '\r\n']) {
      const { rows, broken } = await copied([HEADER.join(','), ...lines, ''].join(end), 100_000);
      expect(rows).toHaveLength(60_001);
      expect(broken.map((each) => Number.parseInt(each, 10))).toEqual([20_002, 60_004]);
      expect(rows[20_000]).toEqual(['0', 'ann@acme.example', 'Figma']);
    }
  });
});
