import { describe, expect, it } from 'vitest';
import { eur, inventoryName, seen, snapshotOf, ssoName } from '../../support/observations.ts';

const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};
const listed = (source: string, row: number, name: string, fields = {}) =>
  seen('tool-seen', source, row, { tool: inventoryName(name), ...fields });

describe('tools', () => {
  it('gathers all names of one product in one tool, with evidence', () => {
    const { tools, reconciliation } = snapshotOf([
      listed('old.csv', 2, 'Docsy', { department: 'Ops', status: 'active' }),
      listed('new.csv', 2, 'Wikia', { purpose: 'handbook', status: 'frozen' }),
      listed('new.csv', 3, ' docsy'),
    ]);
    expect(only(tools)).toMatchObject({
      id: 'wikia',
      name: 'Wikia',
      product: 'wikia',
      vendor: 'Wikia Inc',
      rawNames: ['Docsy', 'Wikia', 'docsy'],
      formerNames: ['Docsy'],
      department: 'Ops',
      purpose: 'handbook',
      status: 'frozen',
      seenIn: ['inventory'],
      capabilityOrigin: 'catalogue',
      evidence: [
        { source: 'old.csv', row: 2 },
        { source: 'new.csv', row: 2 },
        { source: 'new.csv', row: 3 },
      ],
    });
    // The new name is a rename and used; the old name in the new file is the same row again.
    expect(reconciliation.rows.buckets).toMatchObject({ used: 2, duplicate: 1 });
  });

  it('collects environment copies on the tool, known to the catalogue or not', () => {
    const { tools } = snapshotOf([
      listed('i', 2, 'Slack'),
      listed('i', 3, 'Slack (Sandbox)'),
      listed('i', 4, 'Payroll'),
      listed('i', 5, 'Payroll (Staging)'),
    ]);
    expect(tools.map((tool) => [tool.id, tool.name, tool.instances])).toEqual([
      ['slack', 'Slack', ['sandbox']],
      ['x-payroll', 'Payroll', ['staging']],
    ]);
  });

  it.each([
    ['listed', [listed('i', 2, 'Slack'), seen('contract', 'c', 2), seen('spend', 's', 2)]],
    ['unlisted', [seen('contract', 'c', 2), seen('spend', 's', 2)]],
    ['shadow', [seen('spend', 's', 2), seen('usage-event', 'e', 2)]],
    ['shadow', [seen('account', 'a', 2)]],
  ] as const)('is %s by where it is seen', (listing, rows) => {
    expect(only(snapshotOf([...rows]).tools).listing).toBe(listing);
  });

  it('says where a tool is seen in one fixed order', () => {
    const rows = [
      seen('usage-event', 'e', 2),
      seen('spend', 's', 2),
      seen('account', 'a', 2),
      seen('tool-seen', 'g', 2, { origin: 'grant', tool: { name: 'Slack', nameKind: 'oauth' } }),
      seen('contract', 'c', 2),
      listed('i', 2, 'Slack'),
    ];
    expect(only(snapshotOf(rows).tools).seenIn).toEqual([
      'inventory',
      'contract',
      'spend',
      'sign-in',
      'grant',
      'account',
    ]);
  });

  it('makes no tool of an unknown merchant or grant, but one of an unknown sign-in', () => {
    const grant = { origin: 'grant', tool: { name: 'Odd Grant', nameKind: 'oauth' } } as const;
    const { tools, reconciliation } = snapshotOf([
      seen('spend', 's', 2, { merchant: 'ODD SHOP' }),
      seen('tool-seen', 'g', 2, grant),
      seen('usage-event', 'e', 2, { tool: ssoName('Odd App') }),
    ]);
    expect(tools.map((tool) => [tool.id, tool.listing, tool.capabilityOrigin])).toEqual([
      ['x-odd-app', 'shadow', 'unknown'],
    ]);
    expect(reconciliation.rows.buckets).toMatchObject({ used: 1, unknown: 2 });
  });

  it('gives a merchant to the tool of exactly its name', () => {
    const { spend, openNames } = snapshotOf([
      listed('i', 2, 'Odd-Shop'),
      seen('spend', 's', 2, { merchant: 'ODD SHOP' }),
    ]);
    expect(spend.map((line) => line.tool)).toEqual(['x-odd-shop']);
    expect(openNames.map((name) => name.kind)).toEqual(['inventory']);
  });

  it('keeps names apart that differ by a sign', () => {
    const ids = snapshotOf([
      listed('i', 2, 'Tool+'),
      listed('i', 3, 'Tool#'),
      listed('i', 4, 'Tool'),
      listed('i', 5, '!!'),
    ]);
    expect(ids.tools.map((tool) => tool.id)).toEqual(['x-tool', 'x-tool-plus', 'x-tool-sharp', 'x-u21-u21']);
  });

  it('takes an internal application for a tool of the house', () => {
    const { tools, openNames } = snapshotOf([seen('usage-event', 'e', 2, { tool: ssoName('Time Portal') })]);
    expect(only(tools)).toMatchObject({ id: 'x-time-portal', product: null, vendor: null });
    expect(openNames).toEqual([]);
  });

  it('merges what people decided to be one, over the catalogue', () => {
    const merges = [
      { tool: 'slack', names: ['Odd Chat'] },
      { tool: 'Payroll', names: ['Time Portal', 'Wikia'] },
    ];
    const rows = [
      listed('i', 2, 'Odd Chat'),
      listed('i', 3, 'Time Portal'),
      listed('i', 4, 'Docsy'),
      listed('i', 5, 'payroll'),
      seen('spend', 's', 2, { merchant: 'odd  chat' }),
    ];
    const { tools, spend, openNames } = snapshotOf(rows, { decisions: { merges } });
    expect(tools.map((tool) => [tool.id, tool.name, tool.rawNames])).toEqual([
      ['slack', 'Slack', ['Odd Chat', 'odd  chat']],
      ['x-payroll', 'Payroll', ['Docsy', 'Time Portal', 'payroll']],
    ]);
    expect(spend.map((line) => line.tool)).toEqual(['slack']);
    expect(openNames).toEqual([]);
  });

  it('replaces capabilities by declared ones, and those by an override', () => {
    const declared = listed('i', 2, 'Wikia', { capabilities: ['WIKI', 'Team chat', 'juggling'] });
    const first = snapshotOf([declared]);
    expect(only(first.tools)).toMatchObject({ capabilities: { chat: 3, wiki: 3 }, capabilityOrigin: 'declared' });
    expect(first.gaps.filter((gap) => gap.section === 'tools').map((gap) => gap.title)).toEqual([
      'Declared capabilities of Wikia that the catalogue does not know: juggling',
    ]);
    const overrides = [{ tool: 'wikia', capabilities: { mail: 2 }, by: 'ann', reason: 'used for mail only' }];
    expect(only(snapshotOf([declared], { decisions: { overrides } }).tools).capabilities).toEqual({ mail: 2 });
  });

  it('falls back to the catalogue where nothing declared is known', () => {
    const rows = [listed('i', 2, 'Slack', { capabilities: ['juggling'] })];
    expect(only(snapshotOf(rows).tools)).toMatchObject({ capabilities: { chat: 3 }, capabilityOrigin: 'catalogue' });
  });

  it('joins members to a suite that is there, and leaves others alone', () => {
    const { tools } = snapshotOf([listed('i', 2, 'Office'), listed('i', 3, 'Mail'), listed('i', 4, 'Sheets')]);
    expect(tools.map((tool) => [tool.id, tool.suite, tool.members])).toEqual([
      ['mail', 'office', []],
      ['office', null, ['mail']],
      ['sheets', null, []],
    ]);
  });

  it('keeps at most fifty places of evidence, the inventory among them', () => {
    const events = Array.from({ length: 80 }, (_, i) => seen('usage-event', 'a-log', i + 2));
    const { evidence } = only(snapshotOf([...events, listed('z-list', 2, 'Slack')]).tools);
    expect(evidence).toHaveLength(50);
    expect(evidence.at(-1)).toEqual({ source: 'z-list', row: 2 });
  });

  it('says what each missing section would need, and nothing of a section that is known to be empty', () => {
    const sections = (rows: Parameters<typeof snapshotOf>[0], gaps: string[] = []) =>
      snapshotOf(rows, {
        collection: {
          gaps: gaps.map((section) => ({ id: section, section, title: '', why: '403', wouldSupply: '' })),
        },
      }).gaps.map((gap) => gap.id);
    expect(sections([seen('spend', 's', 2, { amount: eur(1) })])).toEqual([
      'missing-inventory',
      'missing-people',
      'missing-accounts',
      'missing-usageDays',
      'missing-contracts',
      'missing-integrations',
      'missing-meetings',
      'missing-messages',
      'missing-documents',
      'missing-workItems',
      'missing-decisions',
      'missing-homes',
      'missing-needs',
      'missing-survey',
      'missing-responses',
      'missing-processes',
    ]);
    expect(sections([], ['meetings'])).not.toContain('missing-meetings');
  });
});
