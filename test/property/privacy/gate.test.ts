import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditTool, SeatsAt, Structure, ToolPair } from '../../../src/model/audit/structure.ts';
import { closeStructure } from '../../../src/privacy/gate/close-structure.ts';
import { protectStructure } from '../../../src/privacy/protect-structure.ts';

const TEAMS = ['A', 'B', 'C', 'D'] as const;
const THRESHOLDS = [30, 60, 90, 120] as const;
const few = fc.oneof(
  { arbitrary: fc.constant(0), weight: 3 },
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 5, max: 30 }),
);

interface Drawn {
  readonly teams: readonly { readonly active: number; readonly inactive: number; readonly unknown: number }[];
  readonly [more: string]: unknown;
  readonly grace: number;
  readonly leavers: number;
  readonly apart: number;
  readonly moved: readonly number[];
  readonly never: number;
  readonly isSeen: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  teams: fc.array(fc.record({ active: few, inactive: few, unknown: few }), { minLength: 5, maxLength: 5 }),
  grace: few,
  leavers: few,
  apart: few,
  moved: fc.array(few, { minLength: 3, maxLength: 3 }),
  never: fc.nat(100),
  isSeen: fc.boolean(),
});

/** The last of the five teams are people of none. As the threshold rises, people move from inactive to active. */
function toolOf({ teams, grace, leavers, apart, moved, never, isSeen }: Drawn, at: number): AuditTool {
  const of = (state: 'active' | 'inactive' | 'unknown') => teams.reduce((sum, team) => sum + team[state], 0);
  const [active, inactive, unknown] = [of('active'), of('inactive'), of('unknown')];
  const assigned = active + inactive + unknown + grace;
  let shift = -moved.slice(0, 2).reduce((sum, by) => sum + by, 0);
  const sensitivity = THRESHOLDS.map((thresholdDays, i): SeatsAt => {
    const by = Math.min(inactive, Math.max(-active, shift));
    shift += moved[i] ?? 0;
    return { thresholdDays, active: active + by, inactive: inactive - by, unknown, grace, recommended: 1 };
  });
  const seats = {
    thresholdDays: 90,
    ...{ purchased: assigned + 2, assigned, spare: 2, active, inactive, unknown, grace, leavers },
    ...{
      unassignedActive: apart,
      recommended: active + grace + unknown,
      neverUsed: Math.floor((inactive * never) / 100),
    },
    sensitivity,
    byTeam: TEAMS.map((team, i) => ({ team, ...teams[i]! })),
  };
  return { id: `t${at}`, users: active + apart, sources: isSeen ? ['sign-in'] : [], seats } as unknown as AuditTool;
}

const company: fc.Arbitrary<Structure> = fc
  .record({
    tools: fc.array(drawn, { minLength: 1, maxLength: 5 }),
    shares: fc.array(fc.nat(100), { minLength: 10, maxLength: 10 }),
    without: fc.array(few, { minLength: 5, maxLength: 5 }),
  })
  .map(({ tools: all, shares, without }) => {
    const tools = all.map(toolOf);
    const most = (i: number) =>
      Math.max(...all.map(({ teams }) => teams[i]!.active + teams[i]!.inactive + teams[i]!.unknown)) + without[i]!;
    const teams = TEAMS.map((id, i) => ({ id, size: most(i) }));
    const pairs = tools.flatMap((a, i) =>
      tools.slice(i + 1).map((b, j) => {
        const least = Math.min(Number(a.users), Number(b.users));
        return {
          a: a.id,
          b: b.id,
          shared: Math.round((least * shares[(3 * i + j) % 10]!) / 100),
          lift: 1,
        } as unknown as ToolPair;
      }),
    );
    const counted = teams.reduce((sum, { size }) => sum + size, 0) + most(4);
    const people = {
      counted,
      teams,
      sso: { byApp: 0.5, byUserApp: 0.5, bySpend: 0.5 },
      privacy: { k: { usage: 5, collaboration: 10 }, suppressed: 0, withheld: [] },
    };
    return { tools, capabilities: [], pairs, findings: [], people } as unknown as Structure;
  });

const measurements = [{ state: 'measured', id: 'seat-utilisation' }] as never;
const facts = ({ tools }: Structure) => tools.map(({ seats }) => [seats.purchased, seats.assigned, seats.spare]);
const told = (structure: Structure) =>
  JSON.stringify([structure.tools, structure.people.teams, structure.pairs]).split(/:\d/).length;

describe('the gate', () => {
  it.each([5, 10, 15])('never refuses an organisation, comes to an end, and keeps the facts, at k = %i', (k) => {
    const seen = { further: 0, kept: 0 };
    fc.assert(
      fc.property(company, (counted) => {
        const first = protectStructure(counted, { usage: k, collaboration: 10 });
        const { structure, gone } = closeStructure(counted, first, { measurements, monthlyUse: true }, k);
        const shown = gone.includes('measurements.seat-utilisation') ? [] : measurements;
        const sso = { ...counted.people.sso, byUserApp: structure.people.sso.byUserApp };
        const left = { measurements: shown, monthlyUse: !gone.includes('signals.P4.5') };
        const again = closeStructure({ ...counted, people: { ...counted.people, sso } }, structure, left, k);
        expect(again.gone).toEqual([]);
        expect(facts(structure)).toEqual(facts(counted));
        if (gone.length > 0) seen.further += 1;
        if (told(structure) * 2 > told(counted)) seen.kept += 1;
      }),
      { numRuns: 300 },
    );
    expect(seen.further).toBeGreaterThan(50);
  });
});
