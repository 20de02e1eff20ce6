import { describe, expect, it } from 'vitest';
import { analyseStructure } from '../../../../src/analysis/structure.ts';
import { Policy } from '../../../../src/model/policy.ts';
import type { Snapshot } from '../../../../src/model/snapshot.ts';
import {
  emptySnapshot,
  eur,
  span,
  withAccounts,
  withContract,
  withPeople,
  withTool,
  withUse,
} from '../../../support/snapshot.ts';

function structure(snapshot: Snapshot, policy: unknown = {}) {
  return analyseStructure(snapshot, Policy.parse(policy), { seed: 1 });
}

function capability(snapshot: Snapshot, id: string, policy: unknown = {}) {
  return structure(snapshot, policy).capabilities.find((entry) => entry.id === id);
}

const twoTeams = withPeople(withPeople(emptySnapshot(), 'Alpha', 10), 'Beta', 10);
const tools = withTool(withTool(twoTeams, 'asana', 'task_tracking'), 'trello', 'task_tracking');

describe('a capability', () => {
  it('is a silo where each team has its own tool', () => {
    const found = capability(withUse(withUse(tools, 'asana', span(0, 9)), 'trello', span(10, 19)), 'task_tracking')!;
    expect(found.pattern).toBe('silo');
    expect(found.effectiveTools.d1).toBeCloseTo(2, 10);
    expect(found.alpha).toBeCloseTo(1, 10);
    expect(found.beta).toBeCloseTo(2, 10);
    expect(found.normalisedDivergence).toBeCloseTo(1, 10);
    expect(found.coverage).toBe(1);
    expect(found.teamTool).toEqual([
      { team: 'Alpha', tool: 'asana', share: 0.5 },
      { team: 'Beta', tool: 'trello', share: 0.5 },
    ]);
  });

  it('is duplicate where everyone uses both, single where nearly all is one tool', () => {
    const both = withUse(withUse(tools, 'asana', span(0, 19)), 'trello', span(0, 19));
    expect(capability(both, 'task_tracking')).toMatchObject({ pattern: 'duplicate', alpha: 2 });
    const one = withUse(tools, 'asana', span(0, 19));
    expect(capability(one, 'task_tracking')).toMatchObject({ pattern: 'single', effectiveTools: { d0: 1, d1: 1 } });
  });

  it('has unknown figures without activity, and is absent where no tool holds it at strength 2 or 3', () => {
    expect(capability(tools, 'task_tracking')).toMatchObject({
      pattern: 'unknown',
      coverage: 0,
      effectiveTools: { d0: null, d1: null },
      withoutActivity: ['asana', 'trello'],
    });
    expect(capability(withTool(tools, 'notes', { wiki: 1 }), 'wiki')).toBeUndefined();
  });

  it('splits the activity of a tool by strength over what it does at 2 or 3', () => {
    // notion: wiki 3, tasks 2 (forms 1 takes nothing): 10 person-days give tasks 4; asana gives 6. Shares .4 and .6.
    let snapshot = withTool(twoTeams, 'asana', 'task_tracking');
    snapshot = withTool(snapshot, 'notion', { wiki: 3, task_tracking: 2, forms: 1 });
    snapshot = withUse(withUse(snapshot, 'asana', span(0, 5)), 'notion', span(0, 9));
    const found = capability(snapshot, 'task_tracking')!;
    expect(found.tools.map(({ tool }) => tool)).toEqual(['asana', 'notion']);
    expect(found.tools[1]?.activityShare).toBeCloseTo(0.4, 10);
    expect(found.hhi).toBeCloseTo(0.52, 10);
    expect(capability(snapshot, 'forms')).toBeUndefined();
  });

  it('counts days in the full weeks of the period only, once for a person and a day', () => {
    const days = ['2026-07-01', '2026-07-05', '2026-07-06', '2026-09-27', '2026-09-28'];
    const snapshot = withUse(withUse(tools, 'asana', [0], days), 'trello', [1], ['2026-07-08', '2026-07-09']);
    expect(capability(snapshot, 'task_tracking')?.tools.map((row) => row.activityShare)).toEqual([0.5, 0.5]);
  });

  it('counts people for all tools where one source tells no days', () => {
    // asana: 4 people with 10 days each; trello: 4 people of whom only the last activity is known.
    let snapshot = withAccounts(tools, 'asana', span(0, 3), { activeDays: 10, lastActive: '2026-09-01' });
    snapshot = withAccounts(snapshot, 'trello', span(4, 7), { lastActive: '2026-09-01' });
    expect(capability(snapshot, 'task_tracking')?.tools.map((row) => row.activityShare)).toEqual([0.5, 0.5]);
  });

  it('carries the declared exception, expired or not, over tools that are bought for it', () => {
    const declare = (expires: string) => ({
      deliberate_redundancy: [{ tools: ['Asana', 'trello'], owner: 'IT', reason: 'two clients', expires }],
    });
    expect(capability(tools, 'task_tracking', declare('2027-03-31'))?.intended).toMatchObject({ expired: false });
    expect(capability(tools, 'task_tracking', declare('2026-10-11'))?.intended).toMatchObject({ expired: true });
    expect(capability(withTool(tools, 'notion', { wiki: 3 }), 'wiki', declare('2027-03-31'))?.intended).toBeNull();
  });

  it('gives teams below k no row of their own', () => {
    let snapshot = withPeople(withPeople(tools, 'Tiny', 3), 'Small', 4);
    snapshot = withUse(snapshot, 'asana', span(0, 26));
    const rows = capability(snapshot, 'task_tracking')!.teamTool;
    expect(rows.map((row) => row.team)).toEqual(['(small teams)', 'Alpha', 'Beta']);
    // 3 + 4 of 27 person-days
    expect(rows[0]?.share).toBeCloseTo(7 / 27, 10);
  });
});

describe('suites', () => {
  const parts = { task_tracking: 3, wiki: 3, video_meetings: 3, project_planning: 3, forms: 3 } as const;

  it('count through the members that are seen', () => {
    let snapshot = withTool(twoTeams, 'suite', parts, { members: ['meet'] });
    snapshot = withTool(snapshot, 'meet', 'video_meetings', { suite: 'suite' });
    snapshot = withUse(withUse(snapshot, 'suite', span(0, 19)), 'meet', span(0, 9));
    const found = structure(snapshot);
    expect(found.capabilities.map((entry) => entry.id)).toEqual(['video_meetings']);
    expect(found.capabilities[0]?.tools.map((row) => row.tool)).toEqual(['meet']);
    expect(found.pairs).toEqual([]);
  });

  it('count for what they are bought for where no member is seen, with no coverage claimed', () => {
    const snapshot = withUse(withTool(twoTeams, 'suite', { ...parts, graphic_design: 2 }), 'suite', span(0, 19));
    const found = structure(snapshot);
    expect(found.capabilities.map((entry) => entry.id)).not.toContain('graphic_design');
    expect(capability(snapshot, 'wiki')).toMatchObject({ coverage: 0, effectiveTools: { d0: 1 } });
  });
});

describe('pairs', () => {
  it('split what two tools share into duplicate seats and parallel tools', () => {
    // asana 10 people, trello 12, 6 in both: O = .6. asana {tasks 3, wiki 2} against trello {tasks 3}, both in use:
    // C = 1 / (1 + 2/3) = .6; trello is fully covered by asana.
    let snapshot = withTool(twoTeams, 'asana', { task_tracking: 3, wiki: 2 });
    snapshot = withTool(snapshot, 'trello', 'task_tracking');
    snapshot = withUse(withUse(snapshot, 'asana', span(0, 9)), 'trello', span(4, 15));
    const [pair] = structure(snapshot).pairs;
    expect(pair).toMatchObject({ a: 'asana', b: 'trello', capability: 'task_tracking', shared: 6, population: 20 });
    expect(pair?.capabilitySimilarity).toBeCloseTo(0.6, 10);
    expect(pair?.containmentAB).toBeCloseTo(0.6, 10);
    expect(pair?.containmentBA).toBeCloseTo(1, 10);
    expect(pair?.userOverlap).toBeCloseTo(0.6, 10);
    // 6 / 16; 10 x 12 / 20 = 6 by chance
    expect(pair?.jaccard).toBeCloseTo(0.375, 10);
    expect(pair?.lift).toBeCloseTo(1, 10);
    expect(pair?.duplicateSeats).toBeCloseTo(0.36, 10);
    expect(pair?.parallelTools).toBeCloseTo(0.24, 10);
    expect(pair?.userOverlapRange).toBeNull();
  });

  it('know no overlap where the use of one tool is unknown', () => {
    const [pair] = structure(withUse(tools, 'asana', span(0, 9))).pairs;
    expect(pair).toMatchObject({ userOverlap: null, duplicateSeats: null, shared: null, lift: null });
  });

  it('print a range where a source misses people', () => {
    // trello: 8 of 10 accounts have known activity; 4 of those 8 use asana: O = .5, at most .5 / .8.
    let snapshot = withUse(tools, 'asana', span(0, 9));
    snapshot = withAccounts(snapshot, 'trello', span(6, 13), { activeDays: 5 });
    snapshot = withAccounts(snapshot, 'trello', span(14, 15));
    const [pair] = structure(snapshot).pairs;
    expect(pair?.userOverlap).toBeCloseTo(0.5, 10);
    expect(pair?.userOverlapRange).toEqual([0.5, 0.625]);
  });

  it('are not made of jobs for which several products are normal, nor of substitutes that nobody uses', () => {
    const design = withTool(withTool(twoTeams, 'canva', 'graphic_design'), 'adobe', 'graphic_design');
    expect(structure(design).pairs).toEqual([]);
    const substitutes = withTool(withTool(twoTeams, 'a', { wiki: 2 }), 'b', { wiki: 3 });
    expect(structure(withUse(substitutes, 'b', span(0, 9))).pairs).toEqual([]);
    expect(structure(withUse(withUse(substitutes, 'a', [0]), 'b', [1])).pairs).toHaveLength(1);
  });
});

describe('the works-council profile', () => {
  it('looks neither at person-days nor at co-use', () => {
    let snapshot = withUse(withUse(tools, 'asana', span(0, 9), ['2026-07-07', '2026-07-08']), 'trello', span(0, 9));
    snapshot = { ...snapshot, privacy: { ...snapshot.privacy, profile: 'works-council' } };
    const found = structure(snapshot);
    // By people, not by days: 10 and 10.
    expect(found.capabilities[0]?.tools.map((row) => row.activityShare)).toEqual([0.5, 0.5]);
    expect(found.capabilities[0]).toMatchObject({ beta: null, teamTool: [] });
    expect(found.pairs[0]?.userOverlap).toBeNull();
    expect(found.people.contextSwitch.effectiveToolsPerPersonDay).toBeNull();
    expect(found.people.privacy.k.usage).toBe(15);
  });
});

describe('spend by capability', () => {
  it('splits the annual cost as the activity', () => {
    let snapshot = withContract(tools, 'asana', { annualCost: eur(9000) });
    snapshot = withContract(snapshot, 'trello', { annualCost: eur(1000) });
    const found = capability(snapshot, 'task_tracking')!;
    expect(found.tools.map((row) => row.spendShare)).toEqual([0.9, 0.1]);
    // .81 + .01
    expect(found.bySpend.hhi).toBeCloseTo(0.82, 10);
  });
});
