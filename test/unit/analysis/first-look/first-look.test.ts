import { describe, expect, test } from 'vitest';
import { firstLook } from '../../../../src/analysis/first-look/first-look.ts';
import { loadCatalogue } from '../../../../src/catalog/load.ts';
import type { FirstLook } from '../../../../src/model/first-look.ts';
import type { NameKind } from '../../../../src/model/product.ts';
import { balanceSentence, countsSentence } from '../../../../src/util/look-words.ts';

const catalogue = loadCatalogue();

function lookAt(...raws: readonly string[]): FirstLook {
  return firstLook({
    source: 'list.txt',
    readAs: 'one name a line',
    holds: ['names'],
    capabilities: catalogue.capabilities,
    names: raws.map((raw) => {
      const kind: NameKind = 'inventory';
      const answer = catalogue.resolve(kind, raw);
      return { raw, kind, times: 1, answer, entry: catalogue.product(answer.product ?? '') ?? null };
    }),
  });
}

const overlapOf = (found: FirstLook, id: string) =>
  found.overlaps.find(({ capability }) => capability === id)?.tools.map(({ name, strength }) => `${name} ${strength}`);

describe('a list of names', () => {
  test('two tools bought for team chat meet there, the stronger first', () => {
    expect(overlapOf(lookAt('Slack', 'Mattermost'), 'team_chat')).toEqual(['Mattermost 3', 'Slack 3']);
  });

  test('two names of one product are one tool, and never overlap with themselves', () => {
    const found = lookAt('Slack', 'Slack (Sandbox)', 'slack.com');
    expect(found.tools).toHaveLength(1);
    expect(found.tools[0]).toMatchObject({ name: 'Slack', names: ['Slack', 'Slack (Sandbox)', 'slack.com'] });
    expect(found.tools[0]?.instances.map((text) => text.toLowerCase())).toEqual(['sandbox']);
    expect(found.overlaps).toEqual([]);
  });

  test('a suite meets nothing by itself; its member does', () => {
    const alone = lookAt('Google Workspace', 'Fastmail');
    expect(overlapOf(alone, 'email')).toBeUndefined();
    expect(alone.suites.map(({ name }) => name)).toEqual(['Google Workspace']);
    expect(overlapOf(lookAt('Google Workspace', 'Gmail', 'Fastmail'), 'email')).toEqual(['Fastmail 3', 'Gmail 3']);
  });

  test('a renamed product carries its former name', () => {
    expect(lookAt('G Suite').tools[0]).toMatchObject({ name: 'Google Workspace', formerNames: ['G Suite'] });
  });

  test('the balance counts each single tool once, by what it is bought for', () => {
    const found = lookAt('Slack', 'Zoom', 'Loom', 'Trello', 'Google Workspace');
    const { sync, async, either, mixed } = found.balance;
    expect(sync + async + either + mixed).toBe(4);
    expect({ sync, async }).toEqual({ sync: 2, async: 2 });
    expect(balanceSentence(found)).toContain('1 suite not counted');
  });

  test('every name is counted in exactly one status', () => {
    const found = lookAt('Slack', 'Adobe', 'Monday Coffee', 'qzxwvbnm');
    expect(Object.values(found.counts).reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(countsSentence(found)).toBe('1 name of a product, 1 name of a vendor alone, 1 not software, 1 not known');
  });

  test('what the list holds already is not asked for again', () => {
    expect(lookAt('Slack').wouldTell.map(({ template }) => template)).toEqual([
      'usage',
      'contracts',
      'spend',
      'integrations',
    ]);
  });
});
