import { describe, expect, it } from 'vitest';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import type { Finding } from '../../../../src/model/audit/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Snapshot } from '../../../../src/model/snapshot.ts';
import {
  emptySnapshot,
  eur,
  span,
  withContract,
  withIntegration,
  withPeople,
  withSpend,
  withTool,
  withUse,
} from '../../../support/snapshot.ts';

function found(snapshot: Snapshot, rule: Finding['rule'], policy: unknown = {}): readonly Finding[] {
  const { findings } = analyseStructure(snapshot, Policy.parse(policy), { seed: 1 });
  return findings.filter((finding) => finding.rule === rule);
}

const people = withPeople(emptySnapshot(), 'Alpha', 60);

describe('hub-at-risk', () => {
  /** The path A-B-C-D and E by itself (METHOD 2.6): B and C are articulation points. */
  let path = people;
  for (const id of ['A', 'B', 'C', 'D', 'E']) path = withTool(path, id, 'forms');
  for (const [from, to] of ['AB', 'BC', 'CD'].map((pair) => [pair[0] ?? '', pair[1] ?? ''] as const))
    path = withIntegration(path, from, to);
  path = withIntegration(path, 'D', 'E', { state: 'manual', type: 'manual', weeklyHandoffs: 3 });

  it('names what the loss of each articulation point cuts off', () => {
    // Without B: {A} | {C, D}; without C: {A, B} | {D}. E hangs on nothing either way.
    expect(found(path, 'hub-at-risk').map(({ id, title, severity, step }) => ({ id, title, severity, step }))).toEqual([
      {
        id: 'hub-at-risk:B',
        title: 'If B falls away, A is cut off from the other connected tools',
        severity: 'note',
        step: 4,
      },
      {
        id: 'hub-at-risk:C',
        title: 'If C falls away, D is cut off from the other connected tools',
        severity: 'note',
        step: 4,
      },
    ]);
  });

  it('puts the hub of a star first and looks closer where several are cut off', () => {
    // F joins G, H and B: without B the parts are {A}, {C, D} and {F, G, H}; the last is the largest.
    let star = path;
    for (const id of ['F', 'G', 'H']) star = withTool(star, id, 'forms');
    star = withIntegration(withIntegration(withIntegration(star, 'F', 'G'), 'F', 'H'), 'B', 'F');
    const [first, second] = found(star, 'hub-at-risk');
    expect(first?.title).toBe('If B falls away, A, C and D are cut off from the other connected tools');
    expect(first?.because[0]).toContain('3 tools; those that are cut off have no other way to the rest.');
    // Without F, G and H hang alone.
    expect(second?.title).toContain('If F falls away, G and H are');
    expect(first?.severity).toBe('look');
  });

  it('is to act on where its contract may end or asks for notice within 90 days', () => {
    // As of 2026-10-12, 90 days on is 2027-01-10. End 2026-12-31 less 30 days of notice is 2026-12-01.
    const severity = (contract: Parameters<typeof withContract>[2]) =>
      found(withContract(path, 'B', contract), 'hub-at-risk').find(({ subjects }) => subjects[0] === 'B')?.severity;
    expect(severity({})).toBe('act');
    expect(severity({ autoRenew: false, end: '2027-01-10' })).toBe('act');
    expect(severity({ autoRenew: false, end: '2027-01-11' })).toBe('note');
    // 2027-02-10 less 30 days is 2027-01-11.
    expect(severity({ end: '2027-02-10' })).toBe('note');
    expect(severity({ end: '2027-02-09' })).toBe('act');
  });

  it('says where no other tool does its job', () => {
    const only = withIntegration(
      withIntegration(withTool(path, 'wiki-tool', 'wiki', { name: 'Wiki' }), 'A', 'wiki-tool'),
      'wiki-tool',
      'E',
    );
    const hub = found(only, 'hub-at-risk').find(({ subjects }) => subjects[0] === 'wiki-tool');
    expect(hub?.title).toBe('If Wiki falls away, E is cut off from the other connected tools');
    expect(hub).toMatchObject({ severity: 'look' });
    expect(hub?.because).toContain('No other tool in use does wiki and knowledge base.');
  });

  it('counts a silent integration for none', () => {
    const silent = withIntegration(withIntegration(people, 'A', 'B'), 'B', 'C', { state: 'stale' });
    expect(found(silent, 'hub-at-risk')).toEqual([]);
  });
});

describe('vendor-concentration', () => {
  const jobs = ['task_tracking', 'project_planning', 'wiki', 'video_meetings', 'crm'];
  const capabilities = [
    ...emptySnapshot().capabilities,
    { id: 'crm', name: 'CRM', definition: 'CRM.', domain: 'sales', mode: 'async', oneHome: 'strong' } as const,
  ];
  /** `vendors` by job; one tool each. */
  const estate = (vendors: readonly (string | null)[]) =>
    jobs.reduce(
      (snapshot, job, i) => withTool(snapshot, `tool-${job}`, job, { vendor: vendors[i] ?? null }),
      withPeople(emptySnapshot({ capabilities }), 'Alpha', 30),
    );

  it('states the share of jobs, over 60 %', () => {
    expect(found(estate(['Acme', 'Acme', 'Acme', 'Acme', 'Other']), 'vendor-concentration')).toMatchObject([
      { title: 'Acme holds 4 of 5 jobs that belong in one place (80 %)', step: 4, saving: null },
    ]);
    // 3 of 5 is 60 %, which is not more than 60 %.
    expect(found(estate(['Acme', 'Acme', 'Acme', 'Beta', 'Other']), 'vendor-concentration')).toEqual([]);
  });

  it('gives the job to the tool with most of the activity', () => {
    // A second wiki of another vendor is used by 20 people against 10.
    let snapshot = withTool(estate(['Acme', 'Acme', 'Acme', 'Acme', 'Other']), 'beta-wiki', 'wiki', { vendor: 'Beta' });
    snapshot = withUse(withUse(snapshot, 'tool-wiki', span(0, 9)), 'beta-wiki', span(10, 29));
    // 3 of 5
    expect(found(snapshot, 'vendor-concentration')).toEqual([]);
  });

  it('goes by cost where too few jobs have a known holder, and says so', () => {
    const costs = [700, 100, 100, 50, 50];
    const paid = (vendors: readonly (string | null)[]) =>
      costs.reduce(
        (snapshot, cost, i) =>
          withContract(withTool(snapshot, `t${i}`, 'forms', { vendor: vendors[i] ?? null }), `t${i}`, {
            annualCost: eur(cost),
          }),
        people,
      );
    // 700 of 1,000; a vendor that is not known stays in the whole.
    const [finding] = found(paid(['Acme', null, 'B', 'C', 'D']), 'vendor-concentration');
    expect(finding?.title).toBe('Acme takes 70 % of the known annual cost of tools');
    expect(finding?.because[0]).toContain('By cost');
    expect(found(paid(['B', 'Acme', 'C', 'D', 'E']), 'vendor-concentration')).toHaveLength(1);
    expect(found(paid(['B', 'Acme', 'C', 'D', 'E']), 'vendor-concentration')[0]?.title).toContain('B takes 70 %');
    expect(found(paid([null, 'Acme', 'C', 'D', 'E']), 'vendor-concentration')).toEqual([]);
  });
});

describe('redundancy-without-expiry', () => {
  const two = withTool(withTool(people, 'github', 'forms', { name: 'GitHub' }), 'gitlab', 'forms', { name: 'GitLab' });
  const kept = (expires: string) => ({
    deliberate_redundancy: [{ tools: ['GitHub', 'GitLab'], owner: 'Web lead', reason: 'two clients', expires }],
  });

  it('tells the one that has expired and the one that is too far off', () => {
    // As of 2026-10-12; 24 months on is 2028-10-12.
    expect(found(two, 'redundancy-without-expiry', kept('2026-10-11'))).toMatchObject([
      { title: 'The exception that keeps GitHub and GitLab side by side expired on 2026-10-11', severity: 'look' },
    ]);
    expect(found(two, 'redundancy-without-expiry', kept('2028-10-13'))).toMatchObject([
      {
        title: 'GitHub and GitLab are kept side by side until 2028-10-13, more than 24 months ahead',
        severity: 'note',
      },
    ]);
    expect(found(two, 'redundancy-without-expiry', kept('2026-10-12'))).toEqual([]);
    expect(found(two, 'redundancy-without-expiry', kept('2028-10-12'))).toEqual([]);
  });

  it('is listed apart while it is in force, and is no waste', () => {
    const [finding] = found(two, 'deliberate-redundancy', kept('2027-03-31'));
    expect(finding).toMatchObject({ saving: null, severity: 'note' });
    expect(finding?.because[0]).toBe('Owner: Web lead. Reason: two clients');
  });

  it('says nothing of tools that are not there', () => {
    const one = withTool(people, 'github', 'forms', { name: 'GitHub' });
    expect(found(one, 'redundancy-without-expiry', kept('2026-01-01'))).toEqual([]);
  });
});

describe('one home for each job (METHOD 6a.24)', () => {
  const forms = withTool(withTool(withPeople(people, 'Beta', 40), 'typeform', 'forms'), 'jotform', 'forms');

  it('one tool for each team is normal, several inside one team are not', () => {
    const apart = withUse(withUse(forms, 'typeform', span(0, 19)), 'jotform', span(60, 79));
    expect(found(apart, 'silos')).toEqual([]);
    const inside = withUse(withUse(forms, 'typeform', span(0, 19)), 'jotform', span(20, 39));
    const [finding] = found(inside, 'silos');
    expect(finding?.title).toBe('Inside Alpha, different people use different tools for forms: jotform and typeform');
    expect(finding).toMatchObject({ severity: 'look', capability: 'forms', subjects: ['jotform', 'typeform'] });
    // Four people of the team are no group that may be told.
    expect(found(withUse(withUse(forms, 'typeform', span(0, 19)), 'jotform', span(20, 23)), 'silos')).toEqual([]);
  });

  it('several are free where that is normal', () => {
    const free = withTool(withTool(people, 'canva', 'graphic_design'), 'figma', 'graphic_design');
    expect(found(withUse(withUse(free, 'canva', span(0, 19)), 'figma', span(20, 39)), 'silos')).toEqual([]);
  });

  it('gives way to a declared exception', () => {
    const inside = withUse(withUse(forms, 'typeform', span(0, 19)), 'jotform', span(20, 39));
    const tools = ['typeform', 'jotform'];
    const until = (expires: string) => ({ deliberate_redundancy: [{ tools, owner: 'Ops', reason: 'r', expires }] });
    expect(found(inside, 'silos', until('2027-01-01'))).toEqual([]);
    expect(found(inside, 'silos', until('2026-01-01'))).toHaveLength(1);
  });

  it('several workspaces of one product are a finding of their own', () => {
    const instances = ['Studio', 'Sales'];
    const slack = withTool(people, 'slack', 'wiki', { name: 'Slack', instances });
    const free = found(slack, 'several-instances')[0];
    expect(free).toMatchObject({ title: 'Slack is there 2 times: Studio and Sales', severity: 'note' });
    expect(free?.because).toContain('No contract or payment is known for it.');
    const [one, two] = [
      withContract(slack, 'slack'),
      withContract(withContract(slack, 'slack'), 'slack', { plan: 'B' }),
    ];
    expect(found(one, 'several-instances')[0]).toMatchObject({ severity: 'look' });
    expect(found(one, 'several-instances')[0]?.because).toContain(
      'Whether each of them is paid for by itself is not known.',
    );
    expect(found(two, 'several-instances')[0]?.because).toContain('2 contracts run for it at the same time.');
    const days = ['2025-11-05', '2026-02-05', '2026-05-05', '2026-08-05'] as const;
    const spent = withSpend(
      slack,
      'slack',
      days.map((day) => [day, 100] as const),
    );
    expect(found(spent, 'several-instances')[0]).toMatchObject({ severity: 'look' });
  });
});
