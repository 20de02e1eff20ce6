import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPaths } from '../../../src/pipeline/import-paths.ts';

const root = mkdtempSync(join(tmpdir(), 'unsprawl-paths-'));
const at = (...names: string[]) => join(root, 'exports', ...names);

beforeAll(() => {
  for (const folder of ['exports/2026/deep', 'exports/acme', 'empty'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const name of ['b.csv', 'a.csv', 'B.csv', '.DS_Store', '~$final.xlsx', '2026/x.csv', '2026/deep/y.csv']) {
    writeFileSync(at(name), name);
  }
  writeFileSync(at('acme', 'unsprawl.yaml'), '');
  writeFileSync(at('acme', 'inside.csv'), '');
  symlinkSync(at('a.csv'), at('link.csv'));
  symlinkSync(root, at('up'), 'dir');
});
afterAll(() => rmSync(root, { recursive: true }));

test('a folder stands for its files, sorted, the folders in it in their place', async () => {
  const { files } = await importPaths([join(root, 'exports')]);
  expect(files).toEqual(['2026/deep/y.csv', '2026/x.csv', 'B.csv', 'a.csv', 'b.csv'].map((name) => at(name)));
});

test('what is no file to import is told: hidden, linked, open, a workspace', async () => {
  const { skipped } = await importPaths([join(root, 'exports')]);
  expect(skipped.map(({ path, why }) => [path.slice(at('x').length - 1), why])).toEqual([
    ['.DS_Store', 'hidden'],
    ['acme', 'a workspace, not a folder of exports'],
    ['link.csv', 'a symbolic link; links are not followed'],
    ['up', 'a symbolic link; links are not followed'],
    ['~$final.xlsx', 'the mark of a workbook that is open'],
  ]);
});

test('files stay as they are typed, also those that are not there, and a folder with nothing to import', async () => {
  const typed = [at('b.csv'), at('gone.csv'), at('link.csv')];
  expect(await importPaths(typed)).toEqual({ files: typed, skipped: [] });
  const empty = join(root, 'empty');
  expect(await importPaths([empty])).toEqual({ files: [empty], skipped: [] });
});
