import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needOptions } from '../../../src/consolidation/options.ts';
import type { GroupProblem, NeedOption, TeamProblem } from '../../../src/consolidation/problem.ts';
import { enumerateGroup } from '../../../src/consolidation/solve/enumerate.ts';

interface Plan {
  readonly cost: number;
  readonly moves: number;
}

/** Every set of kept tools with every assignment, priced from the formulas of METHOD 3.3 and nothing else. */
function bruteForce(problem: GroupProblem): Plan[] {
  const plans: Plan[] = [];
  for (let kept = 0; kept < 2 ** problem.tools.length; kept++) {
    const isKept = (tool: number) => (kept & (1 << tool)) !== 0;
    const breaks = problem.tools.some(
      ({ state }, at) => (state === 'keep' && !isKept(at)) || (state === 'drop' && isKept(at)),
    );
    if (breaks) continue;
    const carried = problem.handOffs.filter(({ between }) => between.every(isKept));
    const own =
      problem.tools.reduce((sum, tool, at) => sum + (isKept(at) ? problem.years * tool.platform : tool.retirement), 0) +
      carried.reduce((sum, pair) => sum + problem.years * pair.annual, 0);
    let sums: Plan[] = [{ cost: own, moves: 0 }];
    for (const team of problem.teams) {
      const ways = assignments(team).filter((options) =>
        options.every(({ places }) => places.every(({ tool }) => isKept(tool))),
      );
      const priced = ways.map((options) => teamPlan(problem, team, options));
      sums = sums.flatMap((a) => priced.map((b) => ({ cost: a.cost + b.cost, moves: a.moves + b.moves })));
    }
    plans.push(...sums);
  }
  return plans;
}

function assignments(team: TeamProblem): NeedOption[][] {
  return team.needs.reduce<NeedOption[][]>(
    (all, need) => all.flatMap((before) => need.options.map((option) => [...before, option])),
    [[]],
  );
}

function teamPlan(problem: GroupProblem, team: TeamProblem, options: readonly NeedOption[]): Plan {
  let cost = options.reduce((sum, option) => sum + option.oneOff + problem.years * option.shortfall, 0);
  let moves = 0;
  problem.tools.forEach((tool, at) => {
    const places = options.flatMap((option) => option.places.filter((place) => place.tool === at));
    const seated = new Set(places.flatMap((place) => place.seated));
    cost += problem.years * tool.seat * seated.size;
    for (const person of new Set(places.flatMap((place) => place.movers))) {
      moves++;
      cost += Math.max(...places.filter((p) => p.movers.includes(person)).map((p) => p.costPerMover));
    }
    if (places.length === 0 && team.uses.includes(at)) cost += team.rebuild[at] ?? 0;
  });
  return { cost, moves };
}

const amount = fc.integer({ min: 0, max: 500 });

const problems: fc.Arbitrary<GroupProblem> = fc
  .record({
    tools: fc.integer({ min: 1, max: 4 }),
    teams: fc.integer({ min: 1, max: 3 }),
    jobs: fc.integer({ min: 1, max: 2 }),
  })
  .chain((size) =>
    fc.record({
      years: fc.integer({ min: 1, max: 3 }),
      handOffs: fc.array(fc.tuple(fc.nat(size.tools - 1), fc.nat(size.tools - 1), amount), { maxLength: 2 }),
      tools: fc.array(
        fc.record({
          platform: amount,
          seat: fc.integer({ min: 0, max: 60 }),
          retirement: fc.integer({ min: 0, max: 100 }),
          state: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'keep' as const, 'drop' as const),
        }),
        { minLength: size.tools, maxLength: size.tools },
      ),
      teams: fc.array(
        fc.record({
          rebuild: fc.array(amount, { minLength: size.tools, maxLength: size.tools }),
          jobs: fc.array(
            fc.record({
              switchCost: fc.integer({ min: 0, max: 80 }),
              qualities: fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: size.tools, maxLength: size.tools }),
              users: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }), {
                minLength: size.tools,
                maxLength: size.tools,
              }),
            }),
            { minLength: size.jobs, maxLength: size.jobs },
          ),
        }),
        { minLength: size.teams, maxLength: size.teams },
      ),
    }),
  )
  .map(({ years, tools, teams, handOffs }) => ({
    id: 'g',
    years,
    handOffs: handOffs.map(([a, b, annual]) => ({ between: [a, b] as const, annual })),
    tools: tools.map((tool, at) => ({ ...tool, id: `t${at}`, name: `t${at}` })),
    teams: teams.map((team, at) => ({
      id: `team ${at}`,
      uses: tools.flatMap((_, tool) => (team.jobs.some((job) => (job.users[tool] ?? []).length > 0) ? [tool] : [])),
      holds: [],
      rebuild: team.rebuild,
      moveLimit: null,
      needs: team.jobs
        .map((job, number) => ({
          capability: `job ${number}`,
          options: needOptions({
            floor: 0.5,
            switchCost: job.switchCost,
            shortfallPerPerson: 30,
            mayStay: true,
            tools: tools.map((_, tool) => ({
              tool,
              quality: (job.qualities[tool] ?? 0) / 3,
              users: (job.users[tool] ?? []).map((person) => at * 10 + person),
              target: true,
              seatless: [],
            })),
          }),
        }))
        .filter(({ options }) => options.length > 0),
    })),
  }));

describe('the enumeration against brute force', () => {
  it('finds the same optimum on 500 random problems', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const plans = bruteForce(problem);
        const solution = enumerateGroup(problem);
        if (plans.length === 0) expect(solution.status).toBe('infeasible');
        else
          expect(solution.status === 'optimal' && solution.best.total).toBe(Math.min(...plans.map(({ cost }) => cost)));
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it('finds exactly the efficient points', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const solution = enumerateGroup(problem);
        if (solution.status !== 'optimal') return;
        const best = new Map<number, number>();
        for (const { cost, moves } of bruteForce(problem)) best.set(moves, Math.min(cost, best.get(moves) ?? cost));
        const efficient: [number, number][] = [];
        for (const [moves, cost] of [...best].sort((a, b) => a[0] - b[0])) {
          if (cost < (efficient.at(-1)?.[1] ?? Number.POSITIVE_INFINITY)) efficient.push([moves, cost]);
        }
        expect(solution.frontier.map(({ moves, cost }) => [moves, cost])).toEqual(efficient);
      }),
      { numRuns: 300, seed: 12 },
    );
  });

  it('never gets cheaper by forbidding or pinning a tool', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom('keep' as const, 'drop' as const), (problem, state) => {
        const free = { ...problem, tools: problem.tools.map((tool) => ({ ...tool, state: 'open' as const })) };
        const bound = { ...free, tools: free.tools.map((tool, at) => (at === 0 ? { ...tool, state } : tool)) };
        const [a, b] = [enumerateGroup(free), enumerateGroup(bound)];
        if (a.status !== 'optimal' || b.status !== 'optimal') return;
        expect(b.best.total).toBeGreaterThanOrEqual(a.best.total);
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});
