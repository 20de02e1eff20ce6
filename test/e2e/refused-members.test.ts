import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Snapshot } from '../../src/model/snapshot.ts';
import { cli, makeWorkspace, temporaryFolder } from '../support/cli.ts';
import { zipOf } from '../support/zip-archive.ts';

const home = temporaryFolder();
afterAll(home.dispose);

const USE = 'tool,email,last_active\nFigma,a@x.com,2026-09-01\n';

it('tells of what was refused inside an archive when it is imported, and in every snapshot after', async () => {
  const [workspace, archive] = [join(home.path, 'acme'), join(home.path, 'all.zip')];
  await makeWorkspace(workspace);
  const members = ['use.csv', '../evil.csv', '/etc/evil.csv'].map((name) => ({ name, content: USE }));
  writeFileSync(archive, zipOf(members));
  const said = await cli(['import', archive, '-w', workspace]);
  expect(said.status).toBe(3);
  expect(said.stdout).toContain('Not imported of it: ../evil.csv, /etc/evil.csv.');
  expect((await cli(['collect', '-w', workspace])).status).toBe(0);
  const path = join(workspace, 'snapshots', '2026-Q3', 'snapshot.json');
  const { gaps, accounts } = Snapshot.parse(JSON.parse(readFileSync(path, 'utf8')));
  expect(accounts).toHaveLength(1);
  expect(gaps.filter(({ section }) => section === 'sources').map(({ title }) => title)).toEqual([
    '2 files in all.zip were not read: ../evil.csv, /etc/evil.csv',
  ]);
});

it('does not take in a file of which no row can be read', async () => {
  const [workspace, file] = [join(home.path, 'other'), join(home.path, 'use.csv')];
  await makeWorkspace(workspace);
  writeFileSync(file, 'tool,email,last_active\nFigma,,2026-09-01\n');
  const said = await cli(['import', file, '-w', workspace]);
  expect(said.status).toBe(3);
  expect(said.stdout).toContain('rejected: Use of tools per person: 0 rows, 1 rejected');
});
