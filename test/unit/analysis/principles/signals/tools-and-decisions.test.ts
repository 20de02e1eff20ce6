import { describe, expect, it } from 'vitest';
import { toolsPerCapability } from '../../../../../src/analysis/principles/signals/c3-1-tools-per-capability.ts';
import { parallelTools } from '../../../../../src/analysis/principles/signals/c3-2-parallel-tools.ts';
import { betweenTeams } from '../../../../../src/analysis/principles/signals/c3-3-between-teams.ts';
import { manualHandoffs } from '../../../../../src/analysis/principles/signals/c3-4-manual-handoffs.ts';
import { shadowShare } from '../../../../../src/analysis/principles/signals/c3-5-shadow-share.ts';
import { duplicatesPerPerson } from '../../../../../src/analysis/principles/signals/c3-6-duplicates-per-person.ts';
import { surveillanceTools } from '../../../../../src/analysis/principles/signals/c4-1-surveillance-tools.ts';
import { privateShare } from '../../../../../src/analysis/principles/signals/c4-2-private-share.ts';
import { threadUse } from '../../../../../src/analysis/principles/signals/d1-5-thread-use.ts';
import { discoverableDecisions } from '../../../../../src/analysis/principles/signals/d2-4-discoverable-decisions.ts';
import { reversals } from '../../../../../src/analysis/principles/signals/d2-5-reversals.ts';
import { openChannels } from '../../../../../src/analysis/principles/signals/p4-1-open-channels.ts';
import { integrationCoverage } from '../../../../../src/analysis/principles/signals/p4-3-integration-coverage.ts';
import { singleSource } from '../../../../../src/analysis/principles/signals/p4-4-single-source.ts';
import { seatUtilisation } from '../../../../../src/analysis/principles/signals/p4-5-seat-utilisation.ts';
import { effectiveToolsPerDay } from '../../../../../src/analysis/principles/signals/p4-6-effective-tools.ts';
import { effectiveDeciders } from '../../../../../src/analysis/principles/signals/p5-1-effective-deciders.ts';
import { roleCompleteness } from '../../../../../src/analysis/principles/signals/p5-2-role-completeness.ts';
import { levelOfDecision } from '../../../../../src/analysis/principles/signals/p5-3-level-of-decision.ts';
import { decisionLeadTime } from '../../../../../src/analysis/principles/signals/p5-5-decision-lead-time.ts';
import { analyseStructure } from '../../../../../src/analysis/structure.ts';
import { Policy } from '../../../../../src/model/policy.ts';
import type { Snapshot } from '../../../../../src/model/snapshot.ts';
import { addDays } from '../../../../../src/util/day-arithmetic.ts';
import { emptyStructure, read, tenPeople, withDecisions, withMessages } from '../../../../support/signal-input.ts';
import {
  emptySnapshot,
  span,
  withAccounts,
  withContract,
  withHome,
  withIntegration,
  withPeople,
  withTool,
  withUse,
} from '../../../../support/snapshot.ts';

const structureOf = (snapshot: Snapshot) => analyseStructure(snapshot, Policy.parse({}), { seed: 1 });
const readAll = (unit: Parameters<typeof read>[0], snapshot: Snapshot) => read(unit, snapshot, structureOf(snapshot));

describe('messages', () => {
  const counts = { publicChannel: 30, privateChannel: 50, direct: 20, threadedReplies: 16 };
  const snapshot = withMessages(tenPeople(emptySnapshot()), counts);

  it('P4.1 open channels 30 of 100, C4.2 behind doors 70 of 100, D1.5 threads 16 of 80 in channels', () => {
    expect(read(openChannels, snapshot)).toMatchObject({ state: 'measured', value: 0.3 });
    expect(read(privateShare, snapshot)).toMatchObject({ state: 'measured', value: 0.7 });
    expect(read(threadUse, snapshot)).toMatchObject({ state: 'measured-partial', value: 0.2, reliability: 0.5 });
  });

  it('are unknown where direct messages are not counted: a missing column is no zero', () => {
    expect(read(openChannels, withMessages(tenPeople(emptySnapshot()), { ...counts, direct: null })).state).toBe(
      'not-connected',
    );
  });

  it('are withheld where the teams are unknown to the people list', () => {
    expect(read(openChannels, withMessages(tenPeople(emptySnapshot()), { ...counts, team: 'Else' })).state).toBe(
      'suppressed',
    );
  });
});

describe('integrations', () => {
  it('P4.3 and C3.4: 30 of 40 hand-offs run over a live edge, 10 by hand', () => {
    let snapshot = ['a', 'b', 'c', 'd'].reduce((s, id) => withTool(s, id, 'wiki'), emptySnapshot());
    snapshot = withIntegration(snapshot, 'a', 'b', { weeklyHandoffs: 30 });
    snapshot = withIntegration(snapshot, 'b', 'c', { type: 'manual', state: 'manual', weeklyHandoffs: 10 });
    expect(readAll(integrationCoverage, snapshot)).toMatchObject({ value: 0.75, coverage: 0.75 }); // d has no data
    expect(readAll(manualHandoffs, snapshot).value).toBeCloseTo(0.25, 9);
  });

  it('unknown need is unknown, not 1', () => {
    const snapshot = withIntegration(withTool(withTool(emptySnapshot(), 'a'), 'b'), 'a', 'b');
    expect(readAll(integrationCoverage, snapshot).state).toBe('not-connected');
  });
});

describe('P4.4 single-source index', () => {
  it('is undefined without a declared home', () => {
    expect(read(singleSource, emptySnapshot()).state).toBe('not-connected');
  });

  it('takes value and state from the structure', () => {
    const structure = emptyStructure();
    const declared = { ...structure.singleSource, state: 'measured-partial' as const, index: 0.8, byVolume: 0.7639 };
    const reading = read(singleSource, withHome(emptySnapshot(), 'decision', 'Notion'), {
      ...structure,
      singleSource: declared,
    });
    expect(reading).toMatchObject({ state: 'measured-partial', value: 0.8 });
    expect(reading.note).toContain('76 % by volume');
  });
});

describe('P4.5 use of paid seats', () => {
  it('6 of 10 seats used in 30 days, one unknown: 6/9; a tool without known use lowers the coverage', () => {
    let snapshot = withTool(withTool(withPeople(emptySnapshot(), 'Studio', 10), 'a', 'wiki'), 'b', 'wiki');
    snapshot = withContract(withContract(snapshot, 'a', { seats: 10 }), 'b', { seats: 5 });
    snapshot = withAccounts(snapshot, 'a', span(0, 5), { lastActive: '2026-08-31' });
    snapshot = withAccounts(snapshot, 'a', [6], { lastActive: '2026-08-30' });
    snapshot = withAccounts(snapshot, 'a', [7], { activeDays: 0 });
    snapshot = withAccounts(snapshot, 'a', [8]);
    snapshot = withAccounts(snapshot, 'b', [0]);
    const reading = readAll(seatUtilisation, snapshot);
    expect(reading.value).toBeCloseTo(6 / 9, 9);
    expect(reading.coverage).toBeCloseTo(9 / 15, 9);
  });
});

describe('P4.6 tools a day', () => {
  it('five people use a and b on one day, a alone on the next: (5 x 2 + 5 x 1) / 10', () => {
    let snapshot = withTool(withTool(withPeople(emptySnapshot(), 'Studio', 5), 'a', 'wiki'), 'b', 'forms');
    snapshot = withUse(withUse(snapshot, 'a', span(0, 4), ['2026-07-07', '2026-07-08']), 'b', span(0, 4));
    expect(readAll(effectiveToolsPerDay, snapshot)).toMatchObject({ value: 1.5, coverage: 1, reliability: 0.6 });
  });
});

describe('C3 tool fragmentation', () => {
  /** Wikis a and b by 5 people each on one day, forms f by all ten: activity 10 in the wiki, 10 in forms. */
  function estate() {
    let snapshot = withPeople(withPeople(emptySnapshot(), 'East', 5), 'West', 5);
    for (const [id, capability] of [
      ['a', 'wiki'],
      ['b', 'wiki'],
      ['f', 'forms'],
    ] as const) {
      snapshot = withTool(snapshot, id, capability);
    }
    snapshot = withUse(withUse(withUse(snapshot, 'a', span(0, 4)), 'b', span(5, 9)), 'f', span(0, 9));
    return ['a', 'b', 'f'].reduce(
      (s, id) => withContract(s, id, { annualCost: { minor: 1000_00, currency: 'EUR' } }),
      snapshot,
    );
  }

  it('C3.1: 2 effective wikis and 1 forms tool at half the activity each is 1.5 by use; by spend 2/3 x 2 + 1/3', () => {
    const reading = readAll(toolsPerCapability, estate());
    expect(reading.value).toBeCloseTo(1.5, 9);
    expect(reading.note).toBe('By spend it is 1.7 tools.');
  });

  it('C3.2: the two wikis share nobody: C(1-O) = 1', () => {
    expect(readAll(parallelTools, estate()).value).toBeCloseTo(1, 9);
  });

  it('C3.2: 0 where no two tools are bought for one job, unknown without cost', () => {
    const one = withUse(withTool(withPeople(emptySnapshot(), 'East', 5), 'a', 'wiki'), 'a', span(0, 4));
    expect(readAll(parallelTools, one)).toMatchObject({ state: 'measured', value: 0 });
    expect(readAll(parallelTools, { ...estate(), contracts: [] }).state).toBe('not-connected');
  });

  it('C3.3: takes the corrected divergence, weighted by activity', () => {
    const snapshot = estate();
    const structure = structureOf(snapshot);
    const planted = { wiki: 0.6, forms: 0.2 } as Record<string, number>;
    const capabilities = structure.capabilities.map((c) => ({
      ...c,
      normalisedDivergenceCorrected: planted[c.id] ?? null,
    }));
    // half the activity each: (.6 + .2)/2
    expect(read(betweenTeams, snapshot, { ...structure, capabilities }).value).toBeCloseTo(0.4, 9);
  });

  it('C3.5: 5 of 20 users and 300 of 400 euros are outside; the larger is scored', () => {
    const shadow = { listing: 'shadow', seenIn: ['sign-in', 'spend'] } as const;
    let snapshot = withPeople(emptySnapshot(), 'East', 15);
    snapshot = withTool(withTool(snapshot, 'a', 'wiki'), 's', 'forms', { ...shadow, seenIn: [...shadow.seenIn] });
    snapshot = withUse(withUse(snapshot, 'a', span(0, 14)), 's', span(0, 4));
    const byUsers = readAll(shadowShare, snapshot);
    expect(byUsers).toMatchObject({ state: 'measured-partial', value: 0.25, unscored: true });
    const structure = structureOf(snapshot);
    const costs: Record<string, number> = { a: 10_000, s: 30_000 };
    const paid = (of: 'annual' | 'period') => ({
      ...structure,
      tools: structure.tools.map((t) => ({
        ...t,
        spend: { ...t.spend, [of]: { minor: costs[t.id] ?? 0, currency: 'EUR' } },
      })),
    });
    expect(read(shadowShare, snapshot, paid('annual'))).toMatchObject({ state: 'measured', value: 0.75 });
    // What was booked where a year cannot be told
    expect(read(shadowShare, snapshot, paid('period')).value).toBe(0.75);
  });

  it('C3.6: of five people two use both wikis on 24 days in 12 weeks: .4', () => {
    const days = Array.from({ length: 24 }, (_, i) => addDays('2026-07-06', 3 * i));
    let snapshot = withPeople(emptySnapshot(), 'East', 5);
    snapshot = withTool(withTool(snapshot, 'a', 'wiki'), 'b', 'wiki');
    snapshot = withUse(withUse(snapshot, 'a', span(0, 4), days), 'b', [0, 1], days);
    snapshot = withUse(snapshot, 'b', [2], days.slice(1)); // 23 days: under two a week
    expect(readAll(duplicatesPerPerson, snapshot)).toMatchObject({ value: 0.4, people: 5 });
  });
});

describe('C4.1 surveillance tools', () => {
  it('says yes for employee monitoring and no for server monitoring', () => {
    const servers = withTool(emptySnapshot(), 'a', {}, { purpose: 'Server monitoring' });
    expect(read(surveillanceTools, servers)).toMatchObject({ state: 'measured', value: 0 });
    const staff = withTool(servers, 'b', {}, { purpose: 'Employee monitoring for remote staff' });
    expect(read(surveillanceTools, staff)).toMatchObject({ value: 1, coverage: 1 });
  });

  it('is unknown without an inventory that says what tools are for', () => {
    expect(read(surveillanceTools, withTool(emptySnapshot(), 'a', 'wiki', { seenIn: ['spend'] })).state).toBe(
      'not-connected',
    );
    expect(read(surveillanceTools, withTool(emptySnapshot(), 'a')).state).toBe('not-connected');
  });
});

describe('decisions', () => {
  /** 20 records by 8, 4, 4, 2, 1 and 1 of six deciders, in two domains. */
  const spread = (domain: (i: number) => string | null) =>
    [8, 4, 4, 2, 1, 1].reduce(
      (s, count, decider) => withDecisions(s, count, { approver: [decider], domain: domain(decider) }),
      emptySnapshot(),
    );

  it('P5.1: shares .4 .2 .2 .1 .05 .05 give 1/.255 = 3.92 deciders for 2 domains', () => {
    const reading = read(
      effectiveDeciders,
      spread((i) => (i < 2 ? 'brand' : 'tools')),
    );
    expect(reading.value).toBeCloseTo(3.92156863 / 2, 6);
    expect(reading.state).toBe('measured');
  });

  it('P5.1: without domains the deciders are shown and not scored', () => {
    const reading = read(
      effectiveDeciders,
      spread(() => null),
    );
    expect(reading.value).toBeCloseTo(3.92156863, 6);
    expect(reading).toMatchObject({ unscored: true, unit: 'deciders' });
  });

  it('P5.1: two approvers count half each: 10 x A, 10 x (A and B) is 15 to 5, 1/(.5625+.0625)', () => {
    const snapshot = withDecisions(withDecisions(emptySnapshot(), 10, { domain: 'x' }), 10, {
      approver: [0, 1],
      domain: 'x',
    });
    expect(read(effectiveDeciders, snapshot).value).toBeCloseTo(1.6, 9);
  });

  it('under 20 records only the count is told', () => {
    const snapshot = withDecisions(emptySnapshot(), 19, { domain: 'x' });
    for (const unit of [effectiveDeciders, roleCompleteness, levelOfDecision, decisionLeadTime]) {
      expect(read(unit, snapshot)).toMatchObject({ value: null, unscored: true });
      expect(read(unit, snapshot).words).toBe('19 decision records: too few to judge');
    }
  });

  it('P5.2: 15 complete, 3 without approver, 2 with two approvers: 15 of 20', () => {
    let snapshot = withDecisions(emptySnapshot(), 15);
    snapshot = withDecisions(withDecisions(snapshot, 3, { approver: [] }), 2, { approver: [0, 1] });
    expect(read(roleCompleteness, snapshot).value).toBe(0.75);
  });

  it('P5.3: levels 1 1 3 in one domain and 2 in another: (0 + 0 + 2 + 0)/4', () => {
    const levels = [
      [1, 'a'],
      [1, 'a'],
      [3, 'a'],
      [2, 'b'],
    ] as const;
    const snapshot = levels.reduce((s, [level, domain]) => withDecisions(s, 5, { level, domain }), emptySnapshot());
    expect(read(levelOfDecision, snapshot)).toMatchObject({ state: 'measured-partial', value: 0.5 });
  });

  it('P5.5: 9 on the next day, 6 after four weekdays, 5 still open: 1 - 9/20, then x (1 - 6/11) = .25', () => {
    // proposed Tuesday 7 July; Wednesday is 1, Monday the 13th is 4
    let snapshot = withDecisions(emptySnapshot(), 9, { decided: '2026-07-08' });
    snapshot = withDecisions(snapshot, 6, { decided: '2026-07-13' });
    snapshot = withDecisions(snapshot, 5, { decided: null });
    const reading = read(decisionLeadTime, snapshot);
    expect(reading.value).toBe(4);
    expect(reading.note).toBe('20 records, 5 of them still open at the end of the period.');
  });

  it('P5.5: has no median while most are open', () => {
    const snapshot = withDecisions(withDecisions(emptySnapshot(), 8), 12, { decided: null });
    expect(read(decisionLeadTime, snapshot)).toMatchObject({ value: null, unscored: true });
  });

  it('D2.4: 15 of 20 lie in the declared home, under any name of its tool', () => {
    let snapshot = withTool(emptySnapshot(), 'notion', 'wiki', { name: 'Notion', rawNames: ['Notion HQ'] });
    snapshot = withHome(snapshot, 'Decisions', 'Notion', 'notion');
    snapshot = withDecisions(withDecisions(snapshot, 10, { home: 'notion ' }), 5, { home: 'Notion HQ' });
    snapshot = withDecisions(snapshot, 5, { home: 'Slack' });
    expect(read(discoverableDecisions, snapshot).value).toBe(0.75);
    expect(read(discoverableDecisions, { ...snapshot, homes: [] }).state).toBe('not-connected');
  });

  it('D2.5: of 20 old decisions 2 were reversed within 60 days, one later', () => {
    const old = { proposed: '2026-05-01', decided: '2026-05-04' };
    let snapshot = withDecisions(emptySnapshot(), 17, old);
    snapshot = withDecisions(snapshot, 2, { ...old, reversed: '2026-07-03' }); // 60 days
    snapshot = withDecisions(snapshot, 1, { ...old, reversed: '2026-07-04' });
    snapshot = withDecisions(snapshot, 4, { decided: '2026-08-01', reversed: '2026-08-02' }); // not old enough
    expect(read(reversals, snapshot).value).toBeCloseTo(0.1, 9);
  });

  it('D2.5: no date of reversal anywhere is unknown, not zero', () => {
    expect(read(reversals, withDecisions(emptySnapshot(), 30, { decided: '2026-05-04' })).state).toBe('not-connected');
  });
});
