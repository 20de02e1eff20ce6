import { describe, expect, it, test } from 'vitest';
import { importText } from '../../../src/cli/import-text.ts';
import { type ImportedFile, summarise } from '../../../src/pipeline/import-summary.ts';
import { unreadSheets } from '../../../src/pipeline/unread-sheets.ts';
import { readTable } from '../../support/read-table.ts';
import { zipOf } from '../../support/zip-archive.ts';

const USE = 'tool,email,last_active\nFigma,a@x.com,2026-09-01\n';
const BAD = 'tool,email,last_active\nFigma,,2026-09-01\n,a@x.com,2026-09-02\n';

async function imported(content: string | Buffer, name: string): Promise<ImportedFile> {
  return summarise(name, await readTable(content, name));
}

describe('an archive of which some files are not taken in', () => {
  // One good file; one that leads out of the archive, one that nobody knows, one of bad rows, one locked.
  const archive = zipOf([
    { name: 'use.csv', content: USE },
    { name: '../evil.csv', content: USE },
    { name: 'notes.csv', content: 'colour,shape\nred,round\n' },
    { name: 'bad.csv', content: BAD },
    { name: 'locked.csv', content: USE, flags: 0x801 },
  ]);

  it('is imported and names them, as text too', async () => {
    const file = await imported(archive, 'all.zip');
    expect(file).toMatchObject({ status: 'imported', rows: { used: 1, rejected: 2 } });
    expect(file.refused).toEqual(['../evil.csv', 'locked.csv', 'notes.csv', 'bad.csv']);
    const text = importText({ files: [file], skipped: [], questions: [] }, null, ['all.zip']);
    expect(text).toContain('    Not imported of it: ../evil.csv, locked.csv, notes.csv, bad.csv.');
    expect(text).toContain('1 file of 1 imported. Of the files inside them, 4 not imported.');
  });

  it('leaves a gap for each that no figure has', async () => {
    const gaps = unreadSheets('all.zip', 'all.zip', await readTable(archive, 'all.zip'));
    // The rows of bad.csv stand in the reconciliation as rejected.
    expect(gaps.map(({ id, title }) => [id, title])).toEqual([
      ['unread-all.zip-2', 'notes.csv in all.zip was not read'],
      ['refused-all.zip', '2 files in all.zip were not read: ../evil.csv, locked.csv'],
    ]);
    expect(gaps[1]).toMatchObject({
      why: '../evil.csv has a name that leads out of the archive or cannot be a file name. locked.csv is locked with a password. Nothing of it is in any figure.',
      wouldSupply: 'Unpack the archive and import this file by itself. Pack it again without a password.',
    });
  });

  it('names ten of many', async () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ name: `../${i}.csv`, content: USE }));
    const reading = await readTable(zipOf([{ name: 'use.csv', content: USE }, ...many]), 'all.zip');
    const [gap] = unreadSheets('all.zip', 'all.zip', reading);
    expect(gap?.title).toMatch(/^12 files in all\.zip were not read: .*\.\.\/9\.csv, and 2 more$/);
  });

  it('has nothing to say where every file is taken in', async () => {
    const whole = zipOf([
      { name: 'use.csv', content: USE },
      { name: 'none.csv', content: 'email,team\n' },
    ]);
    expect((await imported(whole, 'all.zip')).refused).toBeUndefined();
    expect(unreadSheets('all.zip', 'all.zip', await readTable(whole, 'all.zip'))).toEqual([]);
  });
});

test('a file of which no row can be read is rejected with the reasons', async () => {
  const file = await imported(BAD, 'use.csv');
  expect(file).toMatchObject({ status: 'rejected', profile: 'template-usage', rows: { used: 0, rejected: 2 } });
  expect(file.problems).toEqual([
    { message: 'is empty', row: 2, field: 'email' },
    { message: 'is empty', row: 3, field: 'tool' },
  ]);
  const text = importText({ files: [file], skipped: [], questions: [] }, null, ['use.csv']);
  expect(text).toContain('  use.csv  rejected: Use of tools per person: 0 rows, 2 rejected');
});

test('a file of one good row, and an empty one, are imported', async () => {
  expect(await imported(`${USE},,\nFigma,,2026-09-01\n`, 'use.csv')).toMatchObject({ status: 'imported' });
  expect(await imported('tool,email,last_active\n', 'use.csv')).toMatchObject({
    status: 'imported',
    rows: { used: 0 },
  });
});

test('a file of which every row waits for an answer is not rejected', async () => {
  const open = 'tool,email,last_active\nFigma,a@x.com,03/04/2026\nFigma,b@x.com,05/04/2026\n';
  expect(await imported(open, 'use.csv')).toMatchObject({ status: 'needs-mapping' });
});
