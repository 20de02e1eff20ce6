import { describe, expect, it } from 'vitest';
import { consolidate } from '../../../src/consolidation/consolidate.ts';
import { Consolidation, Savings } from '../../../src/model/audit/consolidation.ts';
import { type CompanySpec, company, people, policy, type ToolSpec } from './company.ts';

type Overrides = Parameters<typeof consolidate>[3]['overrides'];

function run(spec: CompanySpec, given: Record<string, unknown> = {}, overrides: Overrides = []) {
  const { snapshot, structure } = company(spec);
  const result = consolidate(snapshot, structure, policy(given), { seed: 7, overrides });
  Consolidation.parse(result.consolidation);
  Savings.parse(result.savings);
  const of = (tool: string) => {
    const decision = result.consolidation.decisions.find((each) => each.tool === tool);
    if (decision === undefined) throw new Error(`no decision on ${tool}`);
    return decision;
  };
  return { ...result, of };
}

const TWO_TEAMS = people(0, 40).map((at) => (at < 30 ? 'Design' : 'Sales'));
const notion: ToolSpec = { id: 'Notion', vector: { wiki: 3 }, annual: 4000, seats: 40, users: people(0, 30) };
const slab: ToolSpec = {
  id: 'Slab',
  vector: { wiki: 3 },
  annual: 2400,
  seats: 10,
  users: people(30, 10),
  start: '2026-01-01',
  end: '2026-12-31',
  noticeDays: 30,
};

describe('two wikis', () => {
  const wikis = { people: TWO_TEAMS, tools: [notion, slab] };

  it('retires the dearer small one into the other', () => {
    // A Notion seat is 4000/40 = 100, a Slab seat 240. Over 3 years keeping both costs 3x(30x100 + 10x240) = 16 200;
    // Notion alone 3x40x100 + 10 movers x 60 = 12 600; Slab alone 3x40x240 + 30x60 = 30 600.
    const { consolidation, of } = run(wikis);
    expect(consolidation.status).toBe('optimal');
    expect(consolidation.baseline?.minor).toBe(1_620_000);
    expect(consolidation.objective?.minor).toBe(1_260_000);
    expect(of('Slab')).toMatchObject({ verdict: 'retire', target: 'Notion', peopleMoved: 10, capability: 'wiki' });
    expect(of('Slab').costOfReversal?.minor).toBe(360_000);
    expect(of('Slab').oneOff?.minor).toBe(60_000);
    // Moving costs m per head: 12 000 + 10m against 16 200 turns at m = 420.
    expect(of('Slab').flipsIf).toBe('It flips if moving a person costs more than EUR 420 (assumed EUR 60.00).');
    // Notion kept: the cheapest plan without it is Slab alone, 30 600 - 12 600 = 18 000 more.
    expect(of('Notion').costOfReversal?.minor).toBe(1_800_000);
  });

  it('fills spare seats of the target first and cuts only what is left', () => {
    // Notion: 40 bought, 30 active, 33 recommended, so 7 spare. 10 arrive: 7 sit on spare seats, 3 are bought.
    // Slab releases 2400 and needs 3 x 100: gross 2100. Nothing is left to cut in Notion. Avoided 7 x 100.
    const { savings, of } = run(wikis);
    expect(of('Notion').verdict).toBe('keep');
    expect(of('Slab').savingGross?.minor).toBe(210_000);
    expect(savings.avoided?.minor).toBe(70_000);
    expect(savings.cashRunRate?.minor).toBe(210_000);
  });

  it('takes the bridge from gross to net exactly', () => {
    // As of 12 Oct 2026 the term runs 80 days more (to 31 Dec): floor 2100 x 80/365 = 460.27.
    // Cut-over 1 Dec, 50 days on; both tools for 30 days: 300 x 30/365 = 24.66. Migration 10 x 60 = 600.
    // Net 2100 - 460.27 - 0 - 600 - 24.66 = 1015.07.
    const { savings } = run(wikis);
    const [line] = savings.bridge.lines;
    const minor = Object.fromEntries(
      Object.entries(line ?? {}).flatMap(([key, value]) => (typeof value === 'string' ? [] : [[key, value.minor]])),
    );
    expect(minor).toEqual({
      gross: 210_000,
      commitFloor: 46_027,
      missedNotice: 0,
      migration: 60_000,
      dualRunning: 2_466,
      net: 101_507,
    });
    // To the end of the calendar year: one day of saving (30 Dec + 1) is past the term; 600 + 24.66 are spent.
    // Exit 31 Dec, year ends before 1 Jan: 1 day x 2100/365 = 5.75; 5.75 - 24.66 - 600 = -618.91.
    expect(savings.cashThisYear?.minor).toBe(-61_891);
  });

  it('books a missed notice as one more term', () => {
    // Notice for 31 Dec with 90 days was due on 2 Oct; the as-of date is 12 Oct. The next term ends 31 Dec 2027, beyond
    // twelve months: floor 460.27 as before, and the rest of 2100 is lost to the notice. Net 0 in the first year.
    const { savings, of } = run({ ...wikis, tools: [notion, { ...slab, noticeDays: 90 }] });
    const [line] = savings.bridge.lines;
    expect(line?.commitFloor.minor).toBe(46_027);
    expect(line?.missedNotice.minor).toBe(210_000 - 46_027);
    expect(line?.net.minor).toBe(0);
    expect(of('Slab').why.join(' ')).toContain('The notice date is past, so the term ending 2026-12-31 renews');
  });

  it('keeps both where the redundancy is deliberate, until it expires', () => {
    const both = { tools: ['Notion', 'Slab'], owner: 'IT', reason: 'two legal entities' };
    const until = (expires: string) => run(wikis, { deliberate_redundancy: [{ ...both, expires }] });
    expect(until('2027-03-31').of('Slab').verdict).toBe('keep');
    expect(until('2027-03-31').consolidation.objective?.minor).toBe(1_620_000);
    expect(until('2026-10-11').of('Slab').verdict).toBe('retire');
  });

  it('obeys a pin, and a person above the optimum', () => {
    expect(run(wikis, { pins: [{ tool: 'slab', reason: 'contract law' }] }).of('Slab').verdict).toBe('keep');
    const kept = run(wikis, {}, [{ tool: 'Slab', verdict: 'renegotiate', by: 'Head of sales', reason: 'new team' }]);
    expect(kept.of('Slab')).toMatchObject({ verdict: 'renegotiate', savingGross: null });
    expect(kept.of('Slab').why[0]).toBe('Slab was set to "renegotiate" by Head of sales: new team.');
    // Slab releases nothing; the 7 spare seats of Notion are cut instead.
    expect(kept.savings.bridge.lines.map(({ decision, gross }) => [decision, gross.minor])).toEqual([
      ['D-Notion', 70_000],
    ]);
  });

  it('stays within a one-off budget and states the proven gap', () => {
    // 600 is needed, 500 allowed: nobody moves, 16 200; the bound is 12 600, so the gap is 3600/16 200 = 22.2 %.
    const { consolidation } = run(wikis, { budgets: { one_off: { amount: 500, currency: 'EUR' } } });
    expect(consolidation.status).toBe('feasible');
    expect(consolidation.objective?.minor).toBe(1_620_000);
    expect(consolidation.gap).toBeCloseTo(3600 / 16_200, 9);
  });

  it('stays within the moves that a team may make', () => {
    const { of } = run(wikis, { budgets: { moves_per_team: { default: 100, Sales: 5 } } });
    expect(of('Slab').verdict).toBe('keep');
  });

  it('does not let people move into a tool without a required attribute, nor one where it is unknown', () => {
    const needs = { required: [{ capability: 'wiki', attributes: ['sso'] }] };
    const withSso = (sso: boolean | null) =>
      run(
        {
          ...wikis,
          tools: [
            { ...notion, sso },
            { ...slab, sso: true },
          ],
        },
        needs,
      );
    expect(withSso(true).of('Slab').verdict).toBe('retire');
    expect(withSso(null).of('Slab').verdict).not.toBe('retire');
    expect(withSso(false).of('Notion').verdict).toBe('retire');
  });
});

describe('work carried by hand between two tools of one job', () => {
  it('speaks for one of them, in working time and not in cash', () => {
    // Seats: A 30 x 100, B 10 x 90. In cash B alone is cheapest to keep beside A: both cost 3 x 3900 = 11 700,
    // A alone 3 x 4000 + 10 x 60 = 12 600. 20 hand-offs a week x 6 min x 52 / 60 = 104 h x 45 = 4680 a year tip it.
    const a: ToolSpec = { ...notion, id: 'A', vector: { task_tracking: 3 } };
    const b: ToolSpec = { id: 'B', vector: { task_tracking: 3 }, annual: 900, seats: 10, users: people(30, 10) };
    const apart = run({ people: TWO_TEAMS, tools: [a, b] });
    expect(apart.consolidation.objective?.minor).toBe(1_170_000);
    expect(apart.of('B').verdict).toBe('keep');
    const carried = run({ people: TWO_TEAMS, tools: [a, b], integrations: [['A', 'B', 'manual', 20]] });
    expect(carried.consolidation.baseline?.minor).toBe(1_170_000 + 3 * 468_000);
    // B for everybody: 3 x 40 x 90 + 30 x 60 = 12 600 as well; of equal plans the one with fewer moves.
    expect(carried.consolidation.objective?.minor).toBe(1_260_000);
    expect(carried.of('B')).toMatchObject({ verdict: 'retire', target: 'A', peopleMoved: 10 });
    expect(carried.of('B').why.join(' ')).toContain('20 hand-offs a week between it and A are made by hand today.');
    expect(carried.savings.hours?.likely).toBe(104);
  });
});

describe('what is not known', () => {
  const mystery: ToolSpec = { ...slab, id: 'Mystery', users: null };

  it('is never retired and names the one fact', () => {
    const { of, consolidation } = run({ people: TWO_TEAMS, tools: [notion, mystery] });
    expect(of('Mystery').verdict).toBe('not enough evidence');
    expect(of('Mystery').unknown).toContain('who uses Mystery');
    expect(consolidation.status).toBe('not decided');
    expect(consolidation.gap).toBeNull();
  });

  it('does not retire, or move people to, a tool of unknown cost', () => {
    const { of } = run({ people: TWO_TEAMS, tools: [notion, { ...slab, annual: null }] });
    expect(of('Slab').verdict).toBe('not enough evidence');
    expect(of('Slab').unknown).toContain('what Slab costs');
    expect(of('Notion').verdict).not.toBe('retire');
  });

  it('says nothing about money where no cost is known', () => {
    const bare = { vector: { wiki: 3 } as const, annual: null, users: null };
    const { savings, consolidation } = run({
      people: [],
      tools: [
        { id: 'A', ...bare },
        { id: 'B', ...bare },
      ],
    });
    expect([savings.cashRunRate, savings.cashThisYear, savings.addressableSpend]).toEqual([null, null, null]);
    expect(consolidation.decisions.map(({ verdict }) => verdict)).toEqual([
      'not enough evidence',
      'not enough evidence',
    ]);
  });
});

describe('seats', () => {
  it('cuts what nobody uses, with a reserve', () => {
    // 50 bought for 10 000, 20 active, 22 recommended: 28 x 200 = 5600.
    const { of, savings } = run({
      people: TWO_TEAMS,
      tools: [{ id: 'Crm', vector: { crm: 3 }, annual: 10_000, seats: 50, users: people(0, 20) }],
    });
    expect(of('Crm')).toMatchObject({ verdict: 'cut seats', target: null });
    expect(of('Crm').savingGross?.minor).toBe(560_000);
    // Twice the reserve keeps 2 more seats (5200), none gives 2 more back (6000): triangular 5200, 5600, 6000.
    // P10 = 5200 + sqrt(0.1 x 800 x 400) = 5378.9; P50 = 5600; P90 = 5821.1; 2,000 draws come within 20.
    const { p10, p50, p90 } = savings.bridge.net;
    expect(Math.abs(p10.minor - 537_890)).toBeLessThan(2_000);
    expect(Math.abs(p50.minor - 560_000)).toBeLessThan(2_000);
    expect(Math.abs(p90.minor - 582_110)).toBeLessThan(2_000);
    expect(savings.paybackMonths).toBe(0);
  });

  it('does not cut below the minimum of the contract', () => {
    const crm: ToolSpec = { id: 'Crm', vector: { crm: 3 }, annual: 10_000, seats: 50, users: people(0, 20) };
    const { of } = run({ people: TWO_TEAMS, tools: [{ ...crm, end: '2027-06-30', minimumSeats: 45, noticeDays: 30 }] });
    expect(of('Crm').savingGross?.minor).toBe(100_000);
  });

  it('retires what nobody uses at all', () => {
    const { of } = run({
      people: TWO_TEAMS,
      tools: [{ id: 'Idle', vector: { crm: 3 }, annual: 900, seats: 3, users: [], idle: 3 }],
    });
    expect(of('Idle')).toMatchObject({ verdict: 'retire', target: null, peopleMoved: 0, lost: [] });
  });
});

describe('a suite that stays for mail', () => {
  const suite: ToolSpec = {
    id: 'Suite',
    vector: { email: 3, calendar: 3, video_meetings: 3, file_storage: 3 },
    annual: 8000,
    seats: 40,
    users: people(0, 40),
  };
  const zoom: ToolSpec = {
    id: 'Zoom',
    vector: { video_meetings: 3, webinars: 3 },
    annual: 6000,
    seats: 30,
    users: people(0, 20),
  };

  it('has sunk cost for the job that overlaps', () => {
    // Zoom: 20 seats x 200 x 3 = 12 000 a horizon; 20 movers x 60 = 1200 and webinars lost: 20 x 90 x 3 = 5400.
    const { of, consolidation } = run({ people: TWO_TEAMS, tools: [suite, zoom] });
    expect(consolidation.baseline?.minor).toBe(1_200_000);
    expect(consolidation.objective?.minor).toBe(660_000);
    expect(of('Zoom')).toMatchObject({ verdict: 'retire', target: 'Suite', peopleMoved: 20 });
    expect(of('Zoom').lost).toEqual(['Webinars: no other tool in use does it.']);
    expect(of('Suite').why.join(' ')).toContain('nothing else in use does email');
  });

  it('moves a small group without counting it in words', () => {
    const few = run({ people: TWO_TEAMS, tools: [suite, { ...zoom, users: [1, 2, 3], annual: 6000 }] });
    expect(few.of('Zoom')).toMatchObject({ verdict: 'retire', peopleMoved: 'suppressed' });
    expect(few.of('Zoom').why.join(' ')).toContain('at most some would have to move');
    // Three people are priced as five, or the price would count them: 5 x 60.
    expect(few.of('Zoom').oneOff?.minor).toBe(30_000);
    expect(JSON.stringify(few.consolidation)).not.toMatch(/\b[1-4] people\b/);
    // They count as five in the trade-off too.
    expect(few.consolidation.frontier.map(({ moves }) => moves)).toEqual([0, 5]);
    expect(few.consolidation.plans.map(({ moves }) => moves)).toEqual([0, 5, 5]);
  });
});

describe('conflicts and limits', () => {
  it('tells a smallest set of conditions that cannot hold together', () => {
    const { consolidation, of } = run(
      { people: TWO_TEAMS, tools: [notion, slab] },
      {
        pins: [{ tool: 'Notion', reason: 'handbook' }],
        forbids: [{ tool: 'Notion', reason: 'residency' }],
      },
    );
    expect(consolidation.status).toBe('infeasible');
    expect(consolidation.conflicts[0]).toMatch(
      /^These cannot hold together: Notion is pinned by policy: handbook; Notion is forbidden by policy: residency\./,
    );
    expect(of('Slab').verdict).toBe('not enough evidence');
  });

  it('says that a forbidden tool has no successor', () => {
    const { consolidation } = run(
      { people: TWO_TEAMS, tools: [notion] },
      { forbids: [{ tool: 'Notion', reason: 'price' }] },
    );
    expect(consolidation.conflicts).toEqual([
      'This cannot be met: Notion is forbidden by policy: price. No other tool in use may take over: Wiki and knowledge base.',
    ]);
  });

  it('does not decide a group of 17 tools', () => {
    const tools = people(0, 17).map((at) => ({ ...notion, id: `Wiki ${at}` }));
    const { consolidation } = run({ people: TWO_TEAMS, tools });
    expect(consolidation.status).toBe('not decided');
    expect(consolidation.groups[0]?.note).toContain('not decided: 17 tools in one group');
    expect(new Set(consolidation.decisions.map(({ verdict }) => verdict))).toEqual(new Set(['not enough evidence']));
  });

  it('leaves one tool per team alone where a team may have its own', () => {
    const roadmap = { vector: { product_roadmap: 3 } as const, annual: 3000, seats: 11 };
    const a: ToolSpec = { id: 'A', ...roadmap, users: people(0, 10) };
    const apart = run({ people: TWO_TEAMS, tools: [a, { id: 'B', ...roadmap, users: people(30, 10) }] });
    expect(apart.consolidation.groups).toEqual([]);
    // Inside Design ten people use A and ten use B at twice the price: one is enough there.
    const inside = run({ people: TWO_TEAMS, tools: [a, { id: 'B', ...roadmap, annual: 6000, users: people(10, 10) }] });
    expect(inside.consolidation.decisions.filter(({ verdict }) => verdict === 'retire')).toHaveLength(1);
  });
});

describe('other verdicts', () => {
  it('merges paid workspaces and leaves environments alone', () => {
    const crm: ToolSpec = { id: 'Crm', vector: { crm: 3 }, annual: 3000, users: people(0, 20) };
    const of = (instances: string[]) => run({ people: TWO_TEAMS, tools: [{ ...crm, instances }] }).of('Crm').verdict;
    expect(of(['marketing', 'sales'])).toBe('merge workspaces');
    expect(of(['production', 'sandbox', 'crm-staging'])).toBe('keep');
  });

  it('integrates where work is handed over by hand, and books hours apart from cash', () => {
    const tools: ToolSpec[] = [
      { id: 'Crm', vector: { crm: 3 }, annual: 3000, users: people(0, 20) },
      { id: 'Tasks', vector: { task_tracking: 3 }, annual: 3000, users: people(0, 20) },
    ];
    const { of, savings } = run({ people: TWO_TEAMS, tools, integrations: [['Tasks', 'Crm', 'manual', 15]] });
    expect(of('Crm').verdict).toBe('integrate');
    // 15 a week x 6 minutes x 52 / 60 = 78 hours.
    expect(savings.hours?.likely).toBe(78);
    expect(savings.cashRunRate?.minor).toBe(0);
  });

  it('renegotiates when notice is near and seats are spare', () => {
    const crm: ToolSpec = { id: 'Crm', vector: { crm: 3 }, annual: 3000, seats: 23, spare: 3, users: people(0, 20) };
    const { of } = run({ people: TWO_TEAMS, tools: [{ ...crm, end: '2027-01-31', noticeDays: 60 }] });
    expect(of('Crm')).toMatchObject({ verdict: 'renegotiate', decideBy: '2026-11-18' });
  });

  it('gives every decision a record with one driver and another approver', () => {
    const { consolidation } = run({ people: TWO_TEAMS, tools: [notion, slab] });
    for (const { daci } of consolidation.decisions) {
      expect(daci.driver).not.toBe(daci.approver);
      expect(daci.contributors.length).toBeLessThanOrEqual(7);
      expect(daci.contributors.filter((role) => daci.informed.includes(role))).toEqual([]);
    }
  });
});
