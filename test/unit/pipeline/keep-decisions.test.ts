import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { keepAnswers } from '../../../src/pipeline/keep-decisions.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'unsprawl-decisions-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const path = () => join(root, 'decisions.yaml');
const text = () => readFileSync(path(), 'utf8');

test('answers are added under the comments that stand there, one below the other', async () => {
  writeFileSync(path(), '# ours\nnames: [] # answered\nmerges: []\noverrides: []\n');
  await keepAnswers({ root }, [{ raw: 'A = "b": c', kind: 'expense', is: 'asana', by: 'IT lead', reason: 'bill' }]);
  await keepAnswers({ root }, [{ raw: 'B', is: 'not-software' }]);
  expect(text()).toContain('# ours');
  expect(parse(text())).toEqual({
    names: [
      { raw: 'A = "b": c', kind: 'expense', is: 'asana', by: 'IT lead', reason: 'bill' },
      { raw: 'B', is: 'not-software' },
    ],
    merges: [],
    overrides: [],
  });
});

test('a file that is missing or empty is begun', async () => {
  await keepAnswers({ root }, [{ raw: 'A', is: 'asana' }]);
  expect(parse(text())).toEqual({ names: [{ raw: 'A', is: 'asana' }] });
  writeFileSync(path(), '# nothing yet\n');
  await keepAnswers({ root }, [{ raw: 'A', is: 'asana' }]);
  expect(parse(text())).toEqual({ names: [{ raw: 'A', is: 'asana' }] });
});

test('what stands already is not written again, whatever the letter case; another answer is', async () => {
  const answer = { raw: 'A', is: 'asana', by: 'IT lead' };
  await keepAnswers({ root }, [answer]);
  const before = text();
  await keepAnswers({ root }, [answer, { ...answer, raw: 'a' }]);
  expect(text()).toBe(before);
  await keepAnswers({ root }, [{ raw: 'a', is: 'trello' }, answer]);
  expect(parse(text()).names.map(({ is }: { is: string }) => is)).toEqual(['asana', 'trello', 'asana']);
});

test('a merge keeps who decided; the name leaves an earlier merge, and an answer takes it out again', async () => {
  await keepAnswers({ root }, [
    { raw: 'Wiki old', merge: 'Paper Boat', by: 'IT lead' },
    { raw: 'Wiki 2', merge: 'Paper Boat' },
    { raw: 'Wiki old', merge: 'notion' },
  ]);
  expect(parse(text()).merges).toEqual([
    { tool: 'Paper Boat', names: ['Wiki 2'] },
    { tool: 'notion', names: ['Wiki old'] },
  ]);
  await keepAnswers({ root }, [{ raw: 'WIKI OLD', is: 'confluence' }]);
  expect(parse(text())).toMatchObject({
    names: [{ raw: 'WIKI OLD', is: 'confluence' }],
    merges: [{ tool: 'Paper Boat', names: ['Wiki 2'] }],
  });
});
