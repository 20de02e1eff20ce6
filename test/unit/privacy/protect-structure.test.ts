import { describe, expect, it } from 'vitest';
import type { AuditTool, Structure, ToolPair } from '../../../src/model/audit/structure.ts';
import { disclosingTools } from '../../../src/privacy/disclosure-check.ts';
import { protectStructure } from '../../../src/privacy/protect-structure.ts';

const K = { usage: 5, collaboration: 10 };
const X = 'suppressed';

function tool(id: string, users: number, inactive = 0): AuditTool {
  return {
    id,
    users,
    seats: {
      thresholdDays: 90,
      purchased: users + inactive,
      assigned: users + inactive,
      spare: 0,
      active: users,
      inactive,
      unknown: 0,
      grace: 0,
      leavers: 0,
      unassignedActive: 0,
      recommended: Math.ceil(users * 1.1),
    },
  } as unknown as AuditTool;
}

function pair(a: string, b: string, shared: number, least: number): ToolPair {
  return {
    a,
    b,
    capability: 'chat',
    capabilitySimilarity: 0.8,
    userOverlap: shared / least,
    userOverlapRange: null,
    jaccard: 0.1,
    jaccardMax: 0.5,
    expectedShared: 4,
    lift: 1.5,
    pAtLeast: 0.2,
    population: 100,
    shared,
    duplicateSeats: 0.1,
    parallelTools: 0.7,
  } as unknown as ToolPair;
}

function structure(parts: Partial<Structure>): Structure {
  return {
    tools: [],
    capabilities: [],
    pairs: [],
    findings: [],
    people: { counted: null, teams: [], privacy: { k: K, suppressed: 0 } },
    ...parts,
  } as unknown as Structure;
}

const tools = [tool('big', 40, 20), tool('mid', 30, 10), tool('tiny', 3)];

describe('protectStructure', () => {
  it('withholds small rows of seats wherever they are published, and counts what went', () => {
    const entry = (id: string, users: number) => ({
      tool: id,
      strength: 3,
      activityShare: 0.5,
      spendShare: null,
      users,
    });
    const capabilities = [{ id: 'chat', tools: [entry('big', 40), entry('tiny', 3)], teamTool: [] }];
    const original = structure({ tools, capabilities } as unknown as Structure);
    const safe = protectStructure(original, K);
    expect(safe.tools.map((one) => [one.id, one.seats.assigned, one.seats.active, one.users])).toEqual([
      ['big', 60, 40, 40],
      ['mid', 40, 30, 30],
      ['tiny', 3, X, X],
    ]);
    expect(safe.capabilities[0]?.tools.map((one) => one.users)).toEqual([40, X]);
    // tiny: six cells, the recommendation and the users, and the users again under the capability.
    expect(safe.people.privacy).toEqual({ k: K, suppressed: 9, withheld: [] });
    expect(disclosingTools(original, safe, K.usage)).toEqual([]);
    expect(disclosingTools(original, original, K.usage)).toEqual(['tiny']);
  });

  it.each([
    // Shared 2: between 1 and 4 of 30.
    ['a small group in both', pair('big', 'mid', 2, 30), [1 / 30, 4 / 30]],
    // 30 - 28 = 2 use mid alone: at least 26 of 30 use both.
    ['a small rest of the smaller', pair('big', 'mid', 28, 30), [26 / 30, 1]],
    ['a hidden user count', pair('big', 'tiny', 2, 3), null],
  ] as const)('withholds %s with every figure that gives it back', (_, given, range) => {
    const [safe] = protectStructure(structure({ tools, pairs: [given] }), K).pairs;
    expect(safe).toMatchObject({ shared: X, userOverlap: null, jaccard: null, lift: null, pAtLeast: null });
    expect(safe).toMatchObject({ duplicateSeats: null, parallelTools: null, capabilitySimilarity: 0.8 });
    expect(safe?.userOverlapRange).toEqual(range);
  });

  it('shows a pair whose groups are all zero or large', () => {
    const given = [pair('big', 'mid', 0, 30), pair('big', 'mid', 20, 30), pair('big', 'mid', 30, 30)];
    expect(protectStructure(structure({ tools, pairs: given }), K).pairs).toEqual(given);
  });

  it('keeps two user counts out of the figures that are made of them', () => {
    const [safe] = protectStructure(structure({ tools, pairs: [pair('big', 'tiny', 0, 3)] }), K).pairs;
    expect(safe).toMatchObject({ shared: 0, userOverlap: 0, jaccardMax: null, expectedShared: null, pAtLeast: null });
  });

  it('withholds small teams, their cover, and their rows of activity', () => {
    const teams = [
      { id: 'a', size: 12 },
      { id: 'b', size: 11 },
      { id: 'c', size: 4 },
    ];
    const rows = ['a', 'b', 'c', '(small teams)', 'nobody'].map((team) => ({ team, tool: 'big', share: 0.2 }));
    const capabilities = [{ id: 'chat', tools: [], teamTool: rows }];
    const people = { counted: 27, teams, privacy: { k: K, suppressed: 0 } };
    const safe = protectStructure(structure({ capabilities, people } as unknown as Structure), K);
    expect(safe.people.teams.map((team) => team.size)).toEqual([12, X, X]);
    expect(safe.capabilities[0]?.teamTool.map((row) => row.team)).toEqual(['a']);
    // Two sizes and four rows.
    expect(safe.people.privacy.suppressed).toBe(6);
  });

  it('shows the sum of small teams where it stands for two of them and k people', () => {
    const teams = [
      { id: 'a', size: 12 },
      { id: 'c', size: 4 },
      { id: 'd', size: 3 },
    ];
    const teamTool = ['a', 'c', '(small teams)'].map((team) => ({ team, tool: 'big', share: 0.2 }));
    const people = { counted: 19, teams, privacy: { k: K, suppressed: 0 } };
    const given = structure({ capabilities: [{ id: 'chat', tools: [], teamTool }], people } as unknown as Structure);
    expect(protectStructure(given, K).capabilities[0]?.teamTool.map((row) => row.team)).toEqual(['a', '(small teams)']);
  });
});
