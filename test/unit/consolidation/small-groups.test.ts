import { describe, expect, it } from 'vitest';
import { consolidate } from '../../../src/consolidation/consolidate.ts';
import { isSmall, stepUp, toldCount, toldLeaving } from '../../../src/consolidation/small-groups.ts';
import { type CompanySpec, company, people, policy, type ToolSpec } from './company.ts';

const K = 5;

function run(spec: CompanySpec) {
  const { snapshot, structure } = company(spec);
  const result = consolidate(snapshot, structure, policy(), { seed: 7, overrides: [] });
  const of = (tool: string) => {
    const decision = result.consolidation.decisions.find((each) => each.tool === tool);
    if (decision === undefined) throw new Error(`no decision on ${tool}`);
    return decision;
  };
  return { ...result, of };
}

describe('a count of people as figures hold it', () => {
  it.each([
    // count, wholes, told
    [0, [25], 0],
    [2, [25], 5],
    [4, [6], 5],
    [5, [25], 5],
    // 25 - 23 would tell of two.
    [23, [25], 25],
    [20, [25], 20],
    [20, [22, 25], 25],
  ])('%i of %j is %i', (count, wholes, told) => {
    expect(toldCount(count, wholes, K)).toBe(told);
  });

  it.each([
    // leaving, users, users are hidden, told
    [2, 30, false, 0],
    [10, 30, false, 10],
    [28, 30, false, 25],
    [30, 30, false, 30],
    [13, 30, true, 10],
  ])('%i leave %i: seats of %i come free', (leaving, users, hidden, told) => {
    expect(toldLeaving(leaving, users, K, hidden)).toBe(told);
  });

  it('goes up in whole steps, and zero is no small group', () => {
    expect([0, 1, 5, 6, 31].map((count) => stepUp(count, K))).toEqual([0, 5, 5, 10, 35]);
    expect([0, 1, 4, 5].map((count) => isSmall(count, K))).toEqual([false, true, true, false]);
  });
});

describe('two boards, and two people who use only one', () => {
  // A seat of Miro is 5000 / 25 = 200, of Mural 3910 / 23 = 170. Everybody in Mural also uses Miro.
  const miro: ToolSpec = {
    id: 'Miro',
    vector: { wiki: 3 },
    annual: 5000,
    seats: 25,
    users: people(0, 25),
    start: '2026-01-01',
    end: '2026-12-31',
    noticeDays: 30,
  };
  const mural: ToolSpec = { id: 'Mural', vector: { wiki: 3 }, annual: 3910, seats: 23, users: people(2, 23) };
  const company = { people: people(0, 60).map(() => 'Studio'), tools: [miro, mural] };

  it('counts them as five in every step of the bridge', () => {
    const { of, savings } = run(company);
    expect(of('Miro')).toMatchObject({ verdict: 'retire', target: 'Mural', peopleMoved: 'suppressed' });
    const [line] = savings.bridge.lines;
    // Seats bought: 5 x 170 = 850, gross 5000 - 850 = 4150. The term runs 80 days more: 4150 x 80/365 = 909.59.
    // Moving 5 x 60 = 300. Both tools for 30 days: 850 x 30/365 = 69.86. Net 4150 - 909.59 - 300 - 69.86 = 2870.55.
    expect(line?.gross.minor).toBe(415_000);
    expect(line?.commitFloor.minor).toBe(90_959);
    expect(line?.migration.minor).toBe(30_000);
    expect(line?.dualRunning.minor).toBe(6_986);
    expect(line?.net.minor).toBe(287_055);
    expect(savings.bridge.netLikely.minor).toBe(287_055);
    expect(savings.cashRunRate?.minor).toBe(415_000);
    expect(savings.bridge.method).toContain('fewer than 5 people');
  });

  it('counts them as five in the plans, and withholds what a difference of plans would tell', () => {
    const { of, consolidation } = run(company);
    // Mural for 23 + 5 people over 3 years: 28 x 170 x 3 = 14 280, and 5 x 60 = 300.
    expect(consolidation.objective?.minor).toBe(1_458_000);
    expect(consolidation.groups.map(({ objective }) => objective?.minor)).toEqual([1_458_000]);
    expect(consolidation.groups[0]?.note).toContain('Fewer than 5 people move');
    // Today 25 x 200 x 3 + 23 x 170 x 3 = 26 730.
    expect(consolidation.baseline?.minor).toBe(2_673_000);
    expect(consolidation.plans.find(({ id }) => id === 'recommended')?.moves).toBe(5);
    // Going on in Miro alone moves nobody of Mural, and that alone would tell 25 - 23: it counts five too, so it is no
    // point of its own and its amounts are withheld.
    expect(consolidation.frontier.map(({ moves }) => moves)).toEqual([5]);
    expect(consolidation.plans.find(({ id }) => id === 'no-regret')).toMatchObject({ moves: 5, total: null });
    for (const tool of ['Miro', 'Mural']) {
      expect(of(tool).costOfReversal).toBeNull();
      expect(of(tool).flipsIf).toContain('withheld');
      expect(of(tool).why.join(' ')).toContain('withheld');
    }
  });

  it('holds no number from which two comes out, alone, as a sum or as a difference', () => {
    const { consolidation, savings } = run(company);
    const counts = [25, 23, ...consolidation.frontier.map((p) => p.moves), ...consolidation.plans.map((p) => p.moves)];
    // 25 and 23 are published user counts of overlapping tools: their difference bounds the two groups, both hidden.
    const isPublishedPair = (a: number, b: number) => a + b === 48;
    for (const a of counts)
      for (const b of counts)
        if (!isPublishedPair(a, b)) expect([1, 2, 3, 4], `${a} - ${b}`).not.toContain(Math.abs(a - b));
    const amounts = new Set([500_000, 391_000]);
    JSON.stringify([consolidation, savings], (key, value) => {
      if (key === 'minor' && typeof value === 'number') amounts.add(value);
      return value;
    });
    // Money of two people: a seat a year in either tool, over the horizon, moving, and all of it together.
    const each = [20_000, 17_000, 6_000, 3 * 20_000, 3 * 17_000, 3 * 17_000 + 6_000, 3 * 20_000 + 6_000];
    const telling = new Set(each.map((unit) => 2 * unit));
    const all = [...amounts, 0];
    const found = all.flatMap((a) => all.filter((b) => telling.has(a - b) || telling.has(a + b)).map((b) => [a, b]));
    expect(found).toEqual([]);
  });
});

describe('other small groups beside a move', () => {
  it('does not tell how many use the target alone', () => {
    // All eleven of the small one work in the other already; 13 - 11 would tell of two others.
    const { of, consolidation } = run({
      people: people(0, 30).map(() => 'Studio'),
      tools: [
        { id: 'Hoot', vector: { wiki: 3 }, annual: 3300, seats: 11, users: people(0, 11) },
        { id: 'Sprout', vector: { wiki: 3 }, annual: 1300, seats: 13, users: people(0, 13) },
      ],
    });
    expect(of('Hoot')).toMatchObject({ verdict: 'retire', target: 'Sprout', peopleMoved: 'suppressed' });
    expect(of('Hoot').oneOff?.minor).toBe(30_000);
    expect(of('Hoot').why.join(' ')).not.toMatch(/nobody would move|11 people/);
    expect(consolidation.plans.map(({ moves }) => moves)).toEqual([5, 5, 5]);
  });

  it('gives the same document for four and for five people in the target alone, where four count as five', () => {
    const boards = (alone: number) => {
      const wiki = { wiki: 3 } as const;
      const { consolidation, savings } = run({
        people: people(0, 30).map(() => 'Studio'),
        tools: [
          { id: 'Miro', vector: wiki, annual: 500, seats: 10, users: people(0, 10) },
          { id: 'Mural', vector: wiki, annual: 1320, seats: 11, users: people(alone, 11) },
        ],
      });
      return { consolidation, savings };
    };
    expect(boards(4).consolidation.decisions.find(({ tool }) => tool === 'Mural')?.verdict).toBe('retire');
    expect(boards(5)).toEqual(boards(4));
  });

  it('does not tell leavers by the seats that are cut', () => {
    // 23 accounts of which two are leavers': 21 active and a reserve of 10 % are 24 seats; cut are 40 - 25, not 40 - 24.
    const { snapshot, structure } = company({
      people: people(0, 30).map(() => 'Studio'),
      tools: [{ id: 'Table', vector: { crm: 3 }, annual: 4000, seats: 40, users: people(0, 21) }],
    });
    const tools = structure.tools.map((tool) => ({ ...tool, seats: { ...tool.seats, leavers: 2 } }));
    const { consolidation } = consolidate(snapshot, { ...structure, tools }, policy(), { seed: 7, overrides: [] });
    const [decision] = consolidation.decisions;
    expect(decision).toMatchObject({ verdict: 'cut seats' });
    expect(decision?.savingGross?.minor).toBe(150_000);
    expect(decision?.why.join(' ')).not.toContain('21 people');
  });
});
