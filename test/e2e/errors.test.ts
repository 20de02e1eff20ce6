import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliResult, cli, cliJson, makeWorkspace, temporaryFolder } from '../support/cli.ts';

const VERBS = ['init', 'import', 'collect', 'review', 'match', 'analyze', 'decide', 'plan', 'render', 'audit'].concat([
  'explain',
  'connectors',
  'catalog',
  'doctor',
  'demo',
]);

const home = temporaryFolder();
const fresh = join(home.path, 'fresh');
const audited = join(home.path, 'audited');
const inputs = join(home.path, 'inputs');

beforeAll(async () => {
  mkdirSync(inputs);
  writeFileSync(join(inputs, 'tools.csv'), 'name,purpose\nSlack,chat\nNotion,wiki\n');
  writeFileSync(join(inputs, 'names.csv'), 'source_kind,raw\nexpense,SLACK T0ABC\ninventory,Notion\n');
  await makeWorkspace(fresh);
  cpSync(fresh, audited, { recursive: true });
  await cliJson<unknown>(['import', join(inputs, 'tools.csv'), '-w', audited]);
  await cliJson<unknown>(['audit', '-w', audited, '--format', 'json']);
});
afterAll(home.dispose);

/** A copy of a workspace with something changed in it. */
function changed(from: string, name: string, change: (root: string) => void): string {
  const root = join(home.path, name);
  cpSync(from, root, { recursive: true });
  change(root);
  return root;
}

/** The same text with the first match replaced, and the line on which it stood. */
function replaceLine(path: string, line: RegExp, by: string): number {
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((one) => line.test(one));
  if (at < 0) throw new Error(`no line like ${line}`);
  lines[at] = by;
  writeFileSync(path, lines.join('\n'));
  return at + 1;
}

interface Expected {
  readonly status: number;
  readonly code: string;
  readonly file?: string;
  readonly row?: number;
  readonly field?: string;
}

/** Says the same in both forms: one JSON document with the error, or words on stderr; no stack in either. */
async function expectError(words: readonly string[], expected: Expected): Promise<void> {
  const { status, ...error } = expected;
  const [json, text] = await Promise.all([cli([...words, '--json']), cli(words)]);
  expect(json.status, json.stdout + json.stderr).toBe(status);
  expect(json.json).toMatchObject({ error });
  const { message, nextSteps } = (json.json as { error: { message: string; nextSteps: string[] } }).error;
  expect(message).toMatch(/[^:\s]$/);
  expect(nextSteps.length).toBeGreaterThan(0);
  expect(text.status).toBe(status);
  expect(text.stdout).toBe('');
  expect(text.stderr).toContain(message);
  for (const step of nextSteps) expect(text.stderr).toContain(`-> ${step}`);
  if (expected.row !== undefined) expect(text.stderr).toContain(`row ${expected.row}`);
  for (const result of [json, text]) expectNoStack(result);
}

function expectNoStack({ stdout, stderr }: CliResult): void {
  expect(stdout + stderr).not.toMatch(/\n\s+at .*[(:/]/);
  expect(stdout + stderr).not.toContain('node_modules');
}

describe('wrong use ends with 2', () => {
  it('no workspace', () => expectError(['audit', '-w', inputs], { status: 2, code: 'no-workspace' }));
  it('an unknown verb', async () => {
    const result = await cli(['adit']);
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(/adit/);
    expectNoStack(result);
    expect((await cli(['adit', '--json'])).json).toHaveProperty('error.code');
  });
  it('an unknown flag', () => expectError(['audit', '--frmat', 'json'], { status: 2, code: 'usage' }));
  it('a missing argument', () => expectError(['import', '-w', fresh], { status: 2, code: 'usage' }));
  it('an unknown format', () => expectError(['audit', '--format', 'pdf', '-w', audited], { status: 2, code: 'usage' }));
  it('a second init', () => expectError(['init', fresh, '--yes'], { status: 2, code: 'workspace-exists' }));
  it('a period that ends before it starts', () =>
    expectError(['init', join(home.path, 'never'), '--yes', '--start', '2026-09-30', '--end', '2026-07-01'], {
      status: 2,
      code: 'bad-answer',
    }));
});

describe('a mistake in the settings is reported with its line', () => {
  it.each([
    ['currency', /^ {2}currency: /, '  currency: Euro', 'organisation.currency'],
    ['time', /^ {2}start: /, '  start: last summer', 'period.start'],
    ['schema', /^schema: /, 'schema: unsprawl/workspace@9', 'schema'],
  ])('unsprawl.yaml: %s', async (name, line, by, field) => {
    let row = 0;
    const workspace = changed(fresh, `settings-${name}`, (root) => {
      row = replaceLine(join(root, 'unsprawl.yaml'), line, by);
    });
    await expectError(['audit', '-w', workspace], {
      status: 2,
      code: 'invalid-settings',
      file: 'unsprawl.yaml',
      row,
      field,
    });
  });

  it('unsprawl.yaml that is no YAML', async () => {
    const workspace = changed(fresh, 'settings-yaml', (root) =>
      writeFileSync(join(root, 'unsprawl.yaml'), 'schema: unsprawl/workspace@1\norganisation: {name: [Acme}\n'),
    );
    await expectError(['doctor', '-w', workspace], { status: 2, code: 'invalid-yaml', file: 'unsprawl.yaml', row: 2 });
  });

  it('policy.yaml: a wrong value', async () => {
    const workspace = changed(fresh, 'policy', (root) =>
      writeFileSync(join(root, 'policy.yaml'), '# rules\nhorizon_years: 3\npins:\n  - {tool: Slack}\n'),
    );
    await expectError(['audit', '-w', workspace], {
      status: 2,
      code: 'invalid-settings',
      file: 'policy.yaml',
      row: 4,
      field: 'pins.0.reason',
    });
  });

  it('policy.yaml: an unknown key', async () => {
    const workspace = changed(fresh, 'policy-key', (root) =>
      writeFileSync(join(root, 'policy.yaml'), 'horizon_years: 3\nhorizont: 5\n'),
    );
    const { json, status } = await cli(['audit', '-w', workspace, '--json']);
    expect(status).toBe(2);
    expect(json).toMatchObject({ error: { file: 'policy.yaml', row: 2 } });
    expect(JSON.stringify(json)).toContain('horizont');
  });

  it('a lost key is not replaced', async () => {
    const workspace = changed(audited, 'no-key', (root) => rmSync(join(root, '.key')));
    await expectError(['audit', '-w', workspace], { status: 2, code: 'no-key', file: '.key' });
  });
});

describe('bad input ends with 3', () => {
  it.each(['analyze', 'decide', 'plan', 'render'])('%s before the stage that it needs', (verb) =>
    expectError([verb, '-w', fresh], { status: 3, code: 'stage-missing' }),
  );

  it('a damaged stage', async () => {
    const workspace = changed(audited, 'stage', (root) =>
      truncateSync(join(root, 'snapshots', '2026-Q3', 'snapshot.json'), 100),
    );
    await expectError(['analyze', '-w', workspace], { status: 3, code: 'stage-damaged', file: 'snapshot.json' });
    expect((await cli(['doctor', '-w', workspace, '--json'])).status).toBe(0);
  });

  it('an unknown id', () => expectError(['explain', 'P9.9', '-w', audited], { status: 3, code: 'unknown-id' }));

  it('a damaged list of imported files', async () => {
    const workspace = changed(audited, 'index', (root) => truncateSync(join(root, 'inbox', 'index.json'), 40));
    await expectError(['collect', '-w', workspace], { status: 3, code: 'inbox-damaged' });
    const { status, json } = await cli(['import', join(inputs, 'tools.csv'), '-w', workspace, '--json']);
    expect(status).toBe(3);
    expect(JSON.stringify(json)).toContain('inbox/index.json');
  });

  it('an imported file that was changed afterwards', async () => {
    const workspace = changed(audited, 'inbox', (root) => {
      const { files } = JSON.parse(readFileSync(join(root, 'inbox', 'index.json'), 'utf8'));
      writeFileSync(join(root, 'inbox', files[0].stored), 'name\nOther\n');
    });
    await expectError(['audit', '-w', workspace], { status: 3, code: 'inbox-changed', file: 'tools.csv' });
  });

  it('a list of names that is missing or has other columns', async () => {
    for (const name of ['nowhere.csv', 'tools.csv']) {
      const { status, json } = await cli(['match', '--input', join(inputs, name), '--json']);
      expect(status, name).toBe(3);
      expect(json, name).toHaveProperty('error.nextSteps');
    }
  });

  it('an export that nobody knows', () =>
    expectError(['connectors', 'nothing'], { status: 3, code: 'unknown-connector' }));
});

describe('a result that cannot be written ends with 6', () => {
  it('a file where the report folder belongs', async () => {
    const workspace = changed(audited, 'output', (root) => {
      rmSync(join(root, 'reports'), { recursive: true });
      writeFileSync(join(root, 'reports'), 'in the way');
    });
    await expectError(['render', '-w', workspace], { status: 6, code: 'cannot-write' });
  });
});

describe('--debug', () => {
  it('shows where an error came from, and only then', async () => {
    const { stderr, status } = await cli(['explain', 'P9.9', '-w', audited, '--debug']);
    expect(status).toBe(3);
    expect(stderr).toMatch(/\n\s+at /);
  });
});

describe('every verb', () => {
  it.each(VERBS)('%s says what it does and takes with --help', async (verb) => {
    const { status, stdout, stderr } = await cli([verb, '--help']);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/USAGE/);
    expect(stdout).toContain('--json');
    expect(stdout.length).toBeGreaterThan(150);
  });

  it('is in the list of --help', async () => {
    const { stdout, status } = await cli(['--help']);
    expect(status).toBe(0);
    for (const verb of VERBS) expect(stdout).toMatch(new RegExp(`unsprawl ${verb}\\s`));
  });

  it.each([
    ['import', [join(inputs, 'tools.csv'), '-w', audited]],
    ['collect', ['-w', audited]],
    ['review', ['-w', audited]],
    ['match', ['--input', join(inputs, 'names.csv')]],
    ['analyze', ['-w', audited]],
    ['decide', ['-w', audited]],
    ['plan', ['-w', audited]],
    ['render', ['-w', audited, '--format', 'markdown']],
    ['explain', ['P1.1', '-w', audited]],
    ['connectors', []],
    ['catalog', ['wiki']],
    ['doctor', ['-w', audited]],
  ])('%s prints one JSON document with --json and nothing else', async (verb, words) => {
    const { status, stdout, stderr, json } = await cli([verb, ...words, '--json']);
    expect(status, stdout + stderr).toBe(0);
    expect(json).toBeInstanceOf(Object);
    expect(stderr).toBe('');
  });

  it('answers match in the order of its rows', async () => {
    const rows = await cliJson<Record<string, unknown>[]>(['match', '--input', join(inputs, 'names.csv')]);
    expect(rows.map(({ source_kind, raw }) => [source_kind, raw])).toEqual([
      ['expense', 'SLACK T0ABC'],
      ['inventory', 'Notion'],
    ]);
    for (const row of rows)
      expect(Object.keys(row)).toEqual(
        expect.arrayContaining(['source_kind', 'raw', 'status', 'product', 'vendor', 'confidence', 'reason']),
      );
  });

  it('takes its flags from the environment as well', async () => {
    const { status, json } = await cli(['doctor'], { env: { UNSPRAWL_WORKSPACE: audited, UNSPRAWL_JSON: '1' } });
    expect(status).toBe(0);
    expect(json).toMatchObject({ workspace: 'audited' });
  });

  it('without a verb: what is here and what to do next', async () => {
    const [inside, outside] = await Promise.all([cli([], { cwd: audited }), cli([], { cwd: inputs })]);
    expect([inside.status, outside.status]).toEqual([0, 0]);
    expect(inside.stdout).toContain('Next:');
    expect(outside.stdout).toContain('unsprawl demo');
  });
});
