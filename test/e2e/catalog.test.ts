import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, cliJson, makeWorkspace, temporaryFolder } from '../support/cli.ts';

const home = temporaryFolder();
const inHome = { cwd: home.path };
afterAll(home.dispose);

const written = (name: string) => readFileSync(join(home.path, name), 'utf8');

describe('catalog --show', () => {
  it('prints one product in full, by id or by any of its names', async () => {
    const byId = await cliJson<Record<string, unknown>>(['catalog', '--show', 'trello']);
    expect(await cliJson(['catalog', '--show', 'Trello'])).toEqual(byId);
    expect(byId).toMatchObject({ id: 'trello', name: 'Trello', vendor: 'Atlassian', status: 'active' });
    expect(byId.capabilities).toContainEqual(expect.objectContaining({ id: 'task_tracking', strength: 3 }));
    const keys = ['aliases', 'formerNames', 'domains', 'legalNames', 'merchantPatterns', 'oauth', 'traits', 'sso'];
    for (const key of [...keys, 'scim', 'billingKind', 'prices']) expect(byId).toHaveProperty(key);
    const { stdout } = await cli(['catalog', '--show', 'trello']);
    for (const word of ['Trello (trello) of Atlassian', 'trello.com', 'bought for it', 'traits', 'prices'])
      expect(stdout).toContain(word);
  });

  it('shows prices with source, day and age; none are made up', async () => {
    const root = await makeWorkspace(join(home.path, 'priced'));
    const price =
      '{tier: Pro, amount: 12, currency: EUR, unit: user/month, source_url: "https://w.example/p", as_of: 2020-01-31}';
    writeFileSync(
      join(home.path, 'overlay.yaml'),
      `products:\n  - vendor: Zibblenet\n    products:\n      - {id: zibblenet, name: Zibblenet, capabilities: {wiki: 3}, prices: [${price}]}\n`,
    );
    const settings = join(root, 'unsprawl.yaml');
    writeFileSync(
      settings,
      `${readFileSync(settings, 'utf8').replace(/^overlays:.*\n/m, '')}overlays: [../overlay.yaml]\n`,
    );
    const { stdout } = await cli(['catalog', '--show', 'zibblenet', '-w', root]);
    expect(stdout).toMatch(/Pro: EUR 12 user\/month {2}\(read 2020-01-31, \d+ months ago: https:\/\/w\.example\/p\)/);
    expect(stdout).toContain('SSO, SCIM');
    expect(stdout).toContain('unknown, unknown');
  });

  it('an unknown one ends with 3 and names what comes near', async () => {
    const { status, json } = await cli(['catalog', '--show', 'treloo', '--json']);
    expect(status).toBe(3);
    expect(json).toMatchObject({ error: { code: 'unknown-product' } });
    expect(JSON.stringify(json)).toContain('trello');
  });
});

describe('catalog --contribute and --validate', () => {
  const workspace = join(home.path, 'client');
  beforeAll(async () => {
    const spend = join(home.path, 'spend.csv');
    writeFileSync(spend, 'date,merchant,amount,currency\n2026-07-03,BLORPTECH FLOW 8231 BERLIN,12.00,EUR\n');
    writeFileSync(
      join(home.path, 'tools.csv'),
      'name,purpose\nBlorptech Flow (EU),x\njo@acme.example Blorptech Flow,x\n',
    );
    await makeWorkspace(workspace);
    await cliJson<unknown>(['import', spend, join(home.path, 'tools.csv'), '-w', workspace]);
    await cliJson<unknown>(['collect', '-w', workspace]);
  });

  it('from the file to the catalogue of a workspace', async () => {
    const words = ['catalog', '--contribute', 'Blorptech Flow', '--vendor', 'Blorptech', '--from-workspace'];
    const made = await cliJson<{ file: string }>([...words, '-w', workspace], inHome);
    expect(made).toMatchObject({ file: 'blorptech.yaml', vendor: 'Blorptech', product: 'blorptech-flow' });
    const text = written('blorptech.yaml');
    expect(text).toContain('#   seen: BLORPTECH FLOW 8231 BERLIN');
    expect(text).toContain('Blorptech Flow (EU)');
    expect(text).not.toContain('jo@');

    const unfinished = await cli(['catalog', '--validate', 'blorptech.yaml', '--json'], inHome);
    expect(unfinished.status).toBe(3);
    expect(unfinished.json).toMatchObject({
      valid: false,
      problems: [{ message: expect.stringContaining('bought for') }],
    });

    const finished = text.replace('capabilities: {}', 'capabilities: {task_tracking: 3}');
    writeFileSync(join(home.path, 'blorptech.yaml'), finished);
    expect(await cliJson(['catalog', '--validate', 'blorptech.yaml'], inHome)).toMatchObject({
      valid: true,
      problems: [],
    });

    const indented = finished.replace(/^/gm, '    ').replace(/^ {4}vendor:/m, '  - vendor:');
    writeFileSync(join(home.path, 'overlay-flow.yaml'), `products:\n${indented}`);
    const settings = join(workspace, 'unsprawl.yaml');
    writeFileSync(
      settings,
      `${readFileSync(settings, 'utf8').replace(/^overlays:.*\n/m, '')}overlays: [../overlay-flow.yaml]\n`,
    );
    const path = await cliJson<{ answer: unknown }>([
      'match',
      '--explain',
      'BLORPTECH FLOW 9999',
      '--kind',
      'expense',
      '-w',
      workspace,
    ]);
    expect(path.answer).toMatchObject({ status: 'matched', product: 'blorptech-flow' });
  });

  it('does not write over a file, nor for a product that is known', async () => {
    writeFileSync(join(home.path, 'zibble.yaml'), 'mine');
    const again = await cli(['catalog', '--contribute', 'Zibble', '--json'], inHome);
    expect([again.status, again.json]).toMatchObject([6, { error: { code: 'file-exists' } }]);
    expect(written('zibble.yaml')).toBe('mine');
    const known = await cli(['catalog', '--contribute', 'Trello', '--json'], inHome);
    expect([known.status, known.json]).toMatchObject([3, { error: { code: 'known-product' } }]);
  });

  it('every mistake has its line, and clashes say with what', async () => {
    const lines = ['vendor: Zibble', 'products:', '  - id: trello', '    name: Zibble', '    aliases: [Asana]'];
    writeFileSync(
      join(home.path, 'clash.yaml'),
      [...lines, '    capabilities: {task_tracking: 3, wikki: 1}'].join('\n'),
    );
    const { status, json, stdout } = await cli(['catalog', '--validate', 'clash.yaml', '--json'], inHome);
    expect(status, stdout).toBe(3);
    const { problems } = json as { problems: { message: string; row: number }[] };
    const told = problems.map(({ message, row }) => `${row}: ${message}`).join('\n');
    expect(told).toMatch(/^3: product id "trello" .*Trello of Atlassian$/m);
    expect(told).toMatch(/^5: "Asana" names product asana/m);
    expect(told).toMatch(/^6: .*unknown capability "wikki"; the nearest is "wiki"$/m);
    const text = await cli(['catalog', '--validate', 'clash.yaml'], inHome);
    expect(text.stdout).toContain('line 5, products.0.aliases.0');
  });

  it('a file that is not there ends with 3', async () => {
    const { status, json } = await cli(['catalog', '--validate', 'none.yaml', '--json'], inHome);
    expect([status, json]).toMatchObject([3, { error: { code: 'file-not-read', file: 'none.yaml' } }]);
  });
});
