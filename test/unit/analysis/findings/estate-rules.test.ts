import { describe, expect, it } from 'vitest';
import { findingRules } from '../../../../src/analysis/findings/registry.ts';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import { Finding } from '../../../../src/model/audit/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Contract, Snapshot } from '../../../../src/model/snapshot.ts';
import {
  emptySnapshot,
  eur,
  span,
  withAccounts,
  withContract,
  withDocuments,
  withHome,
  withIntegration,
  withPeople,
  withSpend,
  withTool,
  withUse,
} from '../../../support/snapshot.ts';

function found(snapshot: Snapshot, rule: Finding['rule']): readonly Finding[] {
  const { findings } = analyseStructure(snapshot, Policy.parse({}), { seed: 1 });
  return findings.filter((finding) => finding.rule === rule);
}

const base = withPeople(withTool(emptySnapshot(), 'tableau', 'wiki', { name: 'Tableau' }), 'Alpha', 40);

describe('shelfware', () => {
  const seats = (active: number, inactive: number, bought: number, annual = 8000) => {
    let snapshot = withAccounts(base, 'tableau', span(0, active - 1), { lastActive: '2026-09-01' });
    snapshot = withAccounts(snapshot, 'tableau', span(active, active + inactive - 1), { activeDays: 0 });
    return withContract(snapshot, 'tableau', { seats: bought, annualCost: eur(annual) });
  };

  it('adds inactive and spare seats and prices them at the average', () => {
    // 40 bought, 25 assigned, 12 active: 13 + 15 = 28; 28 / 40 x 8,000 = 5,600
    expect(found(seats(12, 13, 40), 'shelfware')).toMatchObject([
      { title: '28 of 40 seats of Tableau are paid for and not used', saving: eur(5600) },
    ]);
  });

  it('wants a quarter and five seats', () => {
    // 10 of 40 is a quarter, 9 is not; 4 of 10 are too few.
    expect(found(seats(30, 0, 40), 'shelfware')).toHaveLength(1);
    expect(found(seats(31, 0, 40), 'shelfware')).toEqual([]);
    expect(found(seats(6, 0, 10), 'shelfware')).toEqual([]);
  });

  it('does not let a handful of inactive people be counted', () => {
    const [finding] = found(seats(20, 3, 40), 'shelfware');
    expect(finding?.title).toBe('At least 17 of 40 seats of Tableau are paid for and not used');
    // 17 / 40 x 8,000
    expect(finding?.saving).toEqual(eur(3400));
    // 13 inactive beside one leaver: 10 are told, with 14 spare.
    let leaver = withPeople(seats(12, 13, 40), 'Alpha', 1, { end: '2026-08-01' });
    leaver = withAccounts(leaver, 'tableau', [40], { lastActive: '2026-07-20' });
    expect(found(leaver, 'shelfware')[0]?.title).toBe('At least 24 of 40 seats of Tableau are paid for and not used');
  });

  it('never calls seats of unknown use idle', () => {
    expect(found(withContract(base, 'tableau', { seats: 40 }), 'shelfware')).toEqual([]);
    const unknown = withAccounts(base, 'tableau', span(0, 39));
    expect(found(withContract(unknown, 'tableau', { seats: 40 }), 'shelfware')).toEqual([]);
  });
});

describe('listing', () => {
  it('tells shadow and unlisted tools, and says nothing without inventory and contracts', () => {
    const shadow = { listing: 'shadow', seenIn: ['grant', 'spend'], name: 'Otter.ai' } as const;
    let snapshot = withTool(base, 'otter', 'wiki', { ...shadow, seenIn: [...shadow.seenIn] });
    snapshot = withTool(snapshot, 'intercom', 'forms', { listing: 'unlisted', seenIn: ['contract'] });
    expect(found(snapshot, 'shadow-tool').map((finding) => finding.title)).toEqual([
      'Otter.ai stands in neither the inventory nor the contracts; it was seen in grants and payments',
    ]);
    expect(found(snapshot, 'unlisted-tool').map((finding) => finding.subjects)).toEqual([['intercom']]);
    const alone = withTool(emptySnapshot(), 'otter', 'wiki', { ...shadow, seenIn: [...shadow.seenIn] });
    expect(found(alone, 'shadow-tool')).toEqual([]);
  });

  it('takes a member of a listed suite for listed', () => {
    let snapshot = withTool(emptySnapshot(), 'suite', 'wiki', { members: ['part'] });
    snapshot = withTool(snapshot, 'part', 'wiki', { listing: 'shadow', suite: 'suite', seenIn: ['grant'] });
    expect(found(snapshot, 'shadow-tool')).toEqual([]);
  });
});

describe('notice, as of 2026-10-12', () => {
  const with30 = (contract: Partial<Contract>) => withContract(base, 'tableau', { noticeDays: 30, ...contract });

  it('missed: the deadline has passed and the contract may renew', () => {
    expect(found(with30({ end: '2026-11-10', annualCost: eur(500) }), 'notice-missed')).toMatchObject([
      { title: 'Notice for Tableau was due on 2026-10-11; the contract renews on 2026-11-10' },
    ]);
    expect(found(with30({ end: '2026-11-11' }), 'notice-missed')).toEqual([]);
    expect(found(with30({ end: '2026-11-10', autoRenew: false }), 'notice-missed')).toEqual([]);
    expect(found(with30({ end: '2026-06-30' }), 'notice-missed')).toEqual([]);
  });

  it('soon: up to thirty days ahead', () => {
    // 2026-10-12 plus 30 days is 2026-11-11, which is 2026-12-11 less 30 days.
    expect(found(with30({ end: '2026-12-11' }), 'notice-soon')).toMatchObject([
      { title: 'Notice for Tableau must be given by 2026-11-11, 30 days after the as-of date', severity: 'act' },
    ]);
    expect(found(with30({ end: '2026-12-12' }), 'notice-soon')).toEqual([]);
    expect(found(with30({ end: '2026-12-11', autoRenew: false }), 'notice-soon')).toEqual([]);
  });

  it('assumed: one finding for all contracts that state none', () => {
    expect(found(with30({ noticeDays: null }), 'notice-assumed')).toMatchObject([
      { title: 'The contract of Tableau states no notice period; 90 days are assumed', subjects: ['tableau'] },
    ]);
    expect(found(with30({ noticeDays: null }), 'notice-missed')).toEqual([]);
    expect(found(with30({}), 'notice-assumed')).toEqual([]);
  });
});

describe('what is not known', () => {
  it('names paid tools that no source sees, and no free, shadow or pay-as-you-go ones', () => {
    const paid = withContract(base, 'tableau', { seats: 30 });
    expect(found(paid, 'usage-unknown')).toMatchObject([
      { title: 'Tableau is paid for, and no source says who uses it', subjects: ['tableau'] },
    ]);
    expect(found(base, 'usage-unknown')).toEqual([]);
    expect(found(withUse(paid, 'tableau', [0]), 'usage-unknown')).toEqual([]);
    let others = withTool(base, 'ads', {}, { billingKind: 'ad_spend' });
    others = withTool(others, 'otter', {}, { listing: 'shadow', seenIn: ['spend'] });
    others = withSpend(withSpend(others, 'ads', [['2026-08-01', 90]]), 'otter', [['2026-08-01', 9]]);
    expect(found(others, 'usage-unknown')).toEqual([]);
  });

  it('names kinds of record without a home', () => {
    const documents = withDocuments(withDocuments(base, 'SOP', 'Drive', 3), 'customer_record', 'Drive', 2);
    expect(found(withHome(documents, 'SOP', 'Notion'), 'no-home')[0]?.title).toBe(
      '1 kind of record has no agreed home: customer record (2 records)',
    );
    const complete = withHome(withHome(documents, 'SOP', 'Notion'), 'customer records', 'Drive');
    expect(found(complete, 'no-home')).toEqual([]);
    expect(found(withDocuments(base, 'page', 'Drive', 9), 'no-home')).toEqual([]);
    expect(found(base, 'no-home')).toEqual([]);
  });

  it('states where contract and payments differ, and not where they nearly agree', () => {
    const months = ['2026-07-01', '2026-08-01', '2026-09-01'].map((day) => [day, 100] as const);
    const paid = withSpend(base, 'tableau', months);
    expect(found(withContract(paid, 'tableau', { annualCost: eur(1000) }), 'cost-disagreement')).toHaveLength(1);
    expect(found(withContract(paid, 'tableau', { annualCost: eur(1100) }), 'cost-disagreement')).toEqual([]);
  });
});

describe('accounts and instances', () => {
  it('tells that leavers have open accounts without telling how many a small group is', () => {
    let snapshot = withPeople(base, 'Alpha', 2, { end: '2026-08-15' });
    snapshot = withAccounts(snapshot, 'tableau', [40, 41], { lastActive: '2026-08-01' });
    expect(found(snapshot, 'leavers-with-accounts')).toMatchObject([
      { title: 'Fewer than 5 people who have left still have open accounts in 1 tool', subjects: ['tableau'] },
    ]);
    const closed = withAccounts(withPeople(base, 'Alpha', 1, { end: '2026-08-15' }), 'tableau', [40], { closed: true });
    expect(found(closed, 'leavers-with-accounts')).toEqual([]);
  });

  it('tells several instances, and not a single named one', () => {
    const jira = (instances: string[]) =>
      withTool(emptySnapshot(), 'jira', 'task_tracking', { name: 'Jira', instances });
    expect(found(jira(['production', 'sandbox']), 'several-instances')[0]?.title).toBe(
      'Jira is there 2 times: production and sandbox',
    );
    expect(found(jira(['production']), 'several-instances')).toEqual([]);
  });
});

describe('hand-offs', () => {
  const three = ['a', 'b', 'c'].reduce((sum, id) => withTool(sum, id, 'wiki'), emptySnapshot());
  const handoffs = (live: number, manual: number) =>
    withIntegration(withIntegration(three, 'a', 'b', { weeklyHandoffs: live }), 'b', 'c', {
      weeklyHandoffs: manual,
      state: 'manual',
      type: 'manual',
    });

  it('by hand are stated from a tenth on, with hours', () => {
    // 20 of 100 hand-offs x 6 minutes = 2 hours
    expect(found(handoffs(80, 20), 'manual-handoffs')).toMatchObject([
      { title: '20 % of the hand-offs between tools are done by hand, about 2.0 hours a week', subjects: ['b', 'c'] },
    ]);
    expect(found(handoffs(91, 9), 'manual-handoffs')).toEqual([]);
  });

  it('leave a tool without a live integration isolated', () => {
    expect(found(handoffs(80, 20), 'integration-isolated')).toMatchObject([{ subjects: ['c'] }]);
    expect(found(withIntegration(three, 'a', 'b'), 'integration-isolated')).toEqual([]);
  });
});

describe('the registry', () => {
  it('holds one rule for every kind of finding', () => {
    const kinds = Finding.shape.rule.options;
    expect(findingRules.map((rule) => rule.meta.id).sort()).toEqual([...kinds].sort());
  });
});
