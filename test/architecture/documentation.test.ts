import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentationTables, withTables } from '../../src/pipeline/documentation-tables.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('README', () => {
  it('holds the generated tables as they are now; `npm run docs` renews them', async () => {
    expect(withTables(readme, await documentationTables())).toBe(readme);
  });

  it('asks for every table that is made', async () => {
    const asked = [...readme.matchAll(/<!-- generated:(\w+) -->/g)].map((match) => match[1]);
    expect(asked.sort()).toEqual(Object.keys(await documentationTables()).sort());
  });

  it('names only files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map((match) => match[1] ?? '');
    const absent = links.filter((link) => {
      try {
        return readFileSync(join(root, link)).length === 0;
      } catch {
        return true;
      }
    });
    expect(absent).toEqual([]);
  });
});
