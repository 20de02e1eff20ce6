import { describe, expect, it } from 'vitest';
import type { AuditCapability } from '../../../src/model/audit/structure.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { protectActivity } from '../../../src/privacy/protect-activity.ts';
import { type TeamActivity, teamActivity } from '../../../src/privacy/team-activity.ts';

const K = 5;
const TEAMS = [
  { id: 'A', size: 20 },
  { id: 'B', size: 12 },
  { id: 'C', size: 9 },
  { id: 'S1', size: 3 },
  { id: 'S2', size: 4 },
];
/** Team -> [people, days, most days of one]. */
const uses = (teams: Readonly<Record<string, readonly [number, number, number]>>): TeamActivity =>
  new Map([
    ['t', new Map(Object.entries(teams).map(([team, [people, days, most]]) => [team, { people, days, most }]))],
  ]);

function shown(activity: TeamActivity, rows: readonly string[]): readonly string[] {
  const teamTool = rows.map((team) => ({ team, tool: 't', share: 0.1 }));
  const capability = { id: 'x', tools: [], teamTool } as unknown as AuditCapability;
  return protectActivity([capability], activity, TEAMS, K).flatMap((each) => each.teamTool.map(({ team }) => team));
}

describe('protectActivity', () => {
  it('keeps rows of k people of whom none makes up more than 40 %', () => {
    expect(shown(uses({ A: [20, 100, 9], B: [12, 50, 20] }), ['A', 'B'])).toEqual(['A', 'B']);
  });

  it('withholds a row of fewer than k people although the team is large, and the smallest beside it', () => {
    // B: two people. Left over would be B alone, so C goes too: 2 + 6 = 8 people.
    expect(shown(uses({ A: [20, 100, 9], B: [2, 20, 10], C: [6, 40, 9] }), ['A', 'B', 'C'])).toEqual(['A']);
  });

  it('withholds a row of which one person makes up more than 40 %', () => {
    // B: 21 of 50 days = 42 %. With C it is 21 of 90 = 23 %.
    expect(shown(uses({ A: [20, 100, 9], B: [12, 50, 21], C: [6, 40, 9] }), ['A', 'B', 'C'])).toEqual(['A']);
  });

  it('counts people of teams without a row among those left over', () => {
    // S1 has three people and no row: 100 % less A and C would be theirs.
    expect(shown(uses({ A: [20, 100, 9], C: [6, 40, 9], S1: [3, 30, 12] }), ['A', 'C'])).toEqual(['A']);
  });

  it('judges the sum of small teams as a team', () => {
    const activity = { A: [20, 100, 9], S1: [3, 30, 9], S2: [3, 20, 9] } as const;
    expect(shown(uses(activity), ['A', '(small teams)'])).toEqual(['A', '(small teams)']);
    expect(shown(uses({ ...activity, S2: [1, 2, 2] }), ['A', '(small teams)'])).toEqual([]);
  });

  it('withholds what it cannot judge', () => {
    expect(shown(new Map(), ['A'])).toEqual([]);
  });
});

describe('teamActivity', () => {
  it('counts people and days in the window by team, days of use before accounts', () => {
    const people = ['A', 'A', 'B', null].map((team) => ({ team }));
    const usageDays = {
      tool: ['t', 't', 't', 't'],
      person: [0, 0, 1, 3],
      day: ['2026-07-06', '2026-07-07', '2026-06-30', '2026-07-09'],
      events: [1, 1, 1, 1],
    };
    const account = (person: number, lastActive: string | null, activeDays: number | null) => ({
      tool: 't',
      person,
      lastActive,
      activeDays,
    });
    const accounts = [account(0, '2026-07-08', 40), account(1, '2026-07-01', 3), account(2, null, 7)];
    const snapshot = { people, usageDays, accounts } as unknown as Snapshot;
    const found = teamActivity(snapshot, { start: '2026-07-06', end: '2026-09-27' });
    expect([...(found.get('t') ?? [])]).toEqual([
      ['A', { people: 1, days: 2, most: 2 }],
      [null, { people: 1, days: 1, most: 1 }],
      ['B', { people: 1, days: 7, most: 7 }],
    ]);
  });
});
