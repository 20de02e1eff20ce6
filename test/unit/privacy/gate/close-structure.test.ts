import { describe, expect, it } from 'vitest';
import type { AuditTool, Structure, ToolPair } from '../../../../src/model/audit/structure.ts';
import type { Measurement } from '../../../../src/model/measurement.ts';
import { closeStructure } from '../../../../src/privacy/gate/close-structure.ts';
import { tellingThrees } from '../../../../src/privacy/gate/estate-figures.ts';

const K = 5;
const NONE = { measurements: [] as readonly Measurement[], monthlyUse: false };

function tool(id: string, active: number, more: object = {}, users = active): AuditTool {
  const seats = {
    thresholdDays: 90,
    ...{ purchased: 100, assigned: active, spare: 0, active, inactive: 0, unknown: 0, grace: 0, leavers: 0 },
    ...{ unassignedActive: 0, recommended: active, ...more },
  };
  return { id, users, sources: ['sign-in'], seats } as unknown as AuditTool;
}
const pair = (a: string, b: string, shared: number) => ({ a, b, shared, jaccard: 0.5, lift: 2 }) as unknown as ToolPair;

function structure(
  tools: readonly AuditTool[],
  more: { pairs?: readonly ToolPair[]; counted?: number | null; sso?: number | null } = {},
): Structure {
  const capabilities = [{ id: 'x', tools: tools.map(({ id, users }) => ({ tool: id, users })) }];
  const people = {
    counted: more.counted ?? null,
    teams: [],
    sso: { byApp: null, byUserApp: more.sso ?? null, bySpend: null },
  };
  return { tools, capabilities, pairs: more.pairs ?? [], findings: [], people } as unknown as Structure;
}

const gone = (counted: Structure, published = counted, shown = NONE) =>
  closeStructure(counted, published, shown, K).gone;

describe('closeStructure', () => {
  it('withholds nothing where nothing small comes out', () => {
    const safe = structure([tool('a', 40, { inactive: 6, assigned: 46, neverUsed: 0 })], { counted: 60 });
    expect(closeStructure(safe, safe, NONE, K)).toEqual({ structure: safe, gone: [] });
  });

  // 120 people, 118 of whom use it: the two others would be told. Users go, then the active ones, who are the same, and
  // a zero beside them, since 118 seats less nothing are 118 active.
  it('withholds users of whom nearly everybody is one', () => {
    const all = structure([tool('a', 118)], { counted: 120 });
    const { structure: safe } = closeStructure(all, all, NONE, K);
    expect([safe.tools[0]?.users, safe.tools[0]?.seats.active]).toEqual(['suppressed', 'suppressed']);
    expect(safe.tools[0]?.seats.recommended).toBe('suppressed');
    expect(safe.capabilities[0]?.tools[0]?.users).toBe('suppressed');
    expect(safe.tools[0]?.seats.assigned).toBe(118);
  });

  // Users of the quarter 30, active within 90 days 28: two who used it before.
  it('withholds users beside active ones who are nearly the same', () => {
    expect(gone(structure([tool('a', 28, {}, 30)]))).toEqual(['tools.a.users']);
  });

  // 40 + 30 - 25 = 45 use either; of 48 people three use neither.
  it('withholds an overlap that tells who uses neither', () => {
    const both = structure([tool('a', 40), tool('b', 30)], { pairs: [pair('a', 'b', 25)], counted: 48 });
    const { structure: safe, gone: ids } = closeStructure(both, both, NONE, K);
    expect(ids).toEqual(['pairs.a+b.shared']);
    expect(safe.pairs[0]).toMatchObject({ shared: 'suppressed', jaccard: null, lift: null });
  });

  // The share of sign-on gives the sum of users; less 40 that are shown, c has 3.
  it('withholds a share that tells the one tool that is withheld', () => {
    const counted = structure([tool('a', 40), tool('c', 3)], { sso: 0.5 });
    const published = structure(
      [tool('a', 40), { ...tool('c', 3), users: 'suppressed', seats: hidden(tool('c', 3)) }],
      { sso: 0.5 },
    );
    const { structure: safe, gone: ids } = closeStructure(counted, published, NONE, K);
    expect(ids).toEqual(['people.sso.byUserApp']);
    expect(safe.people.sso.byUserApp).toBeNull();
  });

  it('withholds seats in use over all tools, and the signal only where no other tool is left to cover', () => {
    const at30 = (active: number) => ({
      sensitivity: [{ thresholdDays: 30, active, inactive: 0, unknown: 0, grace: 0, recommended: active }],
    });
    const small = tool('c', 3, at30(3));
    const measured = [{ state: 'measured', id: 'seat-utilisation' } as Measurement];
    const run = (others: readonly AuditTool[]) =>
      gone(
        structure([...others, small]),
        structure([...others, { ...small, users: 'suppressed', seats: hidden(small) }]),
        { measurements: measured, monthlyUse: true },
      );
    expect(run([tool('a', 40, at30(40))])).toEqual([
      'measurements.seat-utilisation',
      'tools.a.seats.sensitivity.30.active',
    ]);
    expect(run([])).toEqual(['measurements.seat-utilisation', 'signals.P4.5']);
  });
});

function hidden({ seats }: AuditTool): AuditTool['seats'] {
  const gone = { active: 'suppressed', inactive: 'suppressed', unknown: 'suppressed', grace: 'suppressed' } as const;
  const sensitivity = (seats.sensitivity ?? []).map((at) => ({ ...at, ...gone, recommended: 'suppressed' as const }));
  return {
    ...seats,
    ...gone,
    leavers: 'suppressed',
    unassignedActive: 'suppressed',
    recommended: 'suppressed',
    sensitivity,
  };
}

describe('tellingThrees', () => {
  const tools = [tool('a', 20), tool('b', 20), tool('c', 20)];

  // a and b share 20, so they are the same people; c shares 17 with each: three of a are not in c, which the pair tells
  // already. Here a and b share 15, b and c 15, a and c 10: of b, 15 + 15 - 20 = 10 are in all three at least, and 10 at
  // most, so none is in a and c alone, 5 are in a and b alone, 5 in b and c alone, 5 in a alone, 0 in b alone.
  it('finds that only one number of people fits three overlaps', () => {
    expect(tellingThrees(tools, [pair('a', 'b', 15), pair('b', 'c', 15), pair('a', 'c', 10)], K)).toEqual([]);
    // 16 and 16: at least 12 in all three, and a and c share 12: 4 in a and b alone. The smallest overlap goes.
    expect(tellingThrees(tools, [pair('a', 'b', 16), pair('b', 'c', 16), pair('a', 'c', 12)], K)).toEqual([
      'pairs.a+c.shared',
    ]);
  });

  it('leaves three overlaps that more than one number fits', () => {
    expect(tellingThrees(tools, [pair('a', 'b', 10), pair('b', 'c', 10), pair('a', 'c', 10)], K)).toEqual([]);
  });
});
