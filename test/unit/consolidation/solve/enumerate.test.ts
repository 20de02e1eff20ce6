import { describe, expect, it } from 'vitest';
import type { GroupProblem } from '../../../../src/consolidation/problem.ts';
import { enumerateGroup, planOf, type SolvedGroup } from '../../../../src/consolidation/solve/enumerate.ts';
import { miniProblem } from '../mini.ts';

function solved(problem: GroupProblem): SolvedGroup {
  const solution = enumerateGroup(problem);
  if (solution.status !== 'optimal') throw new Error(solution.status);
  return solution;
}

/** Rows = teams, columns = tools; opening costs 10, 8, 6. */
function facility(states: Record<string, 'keep' | 'drop'> = {}): GroupProblem {
  const assign = [
    [0, 4, 6],
    [5, 0, 3],
    [6, 2, 0],
  ];
  return {
    id: 'facility',
    years: 1,
    handOffs: [],
    tools: [10, 8, 6].map((platform, i) => {
      const id = `${i + 1}`;
      return { id, name: id, platform, seat: 0, retirement: 0, state: states[id] ?? 'open' };
    }),
    teams: assign.map((row, team) => ({
      id: `${team}`,
      uses: [],
      rebuild: [0, 0, 0],
      holds: [],
      moveLimit: null,
      needs: [
        {
          capability: 'job',
          options: row.map((cost, tool) => ({
            places: [{ tool, seated: [], movers: [], costPerMover: 0 }],
            shortfall: 0,
            oneOff: cost,
          })),
        },
      ],
    })),
  };
}

describe('facility 3x3, all seven subsets', () => {
  it('prices every set of kept tools', () => {
    // {1}: 10+0+5+6 = 21; {2}: 8+4+0+2 = 14; {3}: 6+6+3+0 = 15; {1,2}: 18+0+0+2 = 20; {1,3}: 16+0+3+0 = 19;
    // {2,3}: 14+4+0+0 = 18; all: 24+0 = 24. No tool at all cannot serve anybody.
    const { totals } = solved(facility());
    expect([...totals]).toEqual([Number.POSITIVE_INFINITY, 21, 14, 20, 15, 19, 18, 24]);
  });

  it('finds tool 2 alone at 14, and the cost of forbidding 2 and pinning 1 and 3', () => {
    expect(solved(facility()).best).toMatchObject({ kept: 0b010, total: 14 });
    expect(solved(facility({ 2: 'drop' })).best.total - 14).toBe(1);
    expect(solved(facility({ 1: 'keep' })).best.total - 14).toBe(5);
    expect(solved(facility({ 3: 'keep' })).best.total - 14).toBe(1);
  });
});

describe('consolidation-mini: 3 teams, 4 tools, 64 assignments', () => {
  it('finds the optimum 30 560', () => {
    // Seats 40x48 = 1920 and 40x60 = 2400, platforms 3000: 7320 a year; shortfall 40x0.1x100 twice = 800;
    // one-off: chat 30x50 = 1500, wiki 20x120 = 2400, rebuilds 1500+800 = 2300. 3x8120+6200 = 30 560.
    const { best } = solved(miniProblem());
    expect(best).toMatchObject({ annual: 7320, shortfall: 800, oneOff: 6200, moves: 50, total: 30560, kept: 0b1001 });
  });

  it('prices the present state at 3x(13 300+300) = 40 800', () => {
    const problem = miniProblem();
    const first = solved(problem).frontier[0];
    expect(first && planOf(problem, first)).toMatchObject({ annual: 13300, shortfall: 300, oneOff: 0, total: 40800 });
  });

  it('gives the five efficient points', () => {
    const points = solved(miniProblem()).frontier.map(({ moves, cost }) => [moves, cost]);
    expect(points).toEqual([
      [0, 40800],
      [10, 37760],
      [20, 36440],
      [30, 33400],
      [50, 30560],
    ]);
  });

  it('prices reversal: pinning Notion 3 820, forbidding Teams 2 840', () => {
    expect(solved(miniProblem({ Notion: 'keep' })).best.total).toBe(30560 + 3820);
    expect(solved(miniProblem({ Teams: 'drop' })).best.total).toBe(30560 + 2840);
  });

  it('has 64 joint assignments and assigns everybody to Teams and Confluence', () => {
    const problem = miniProblem();
    const ways = problem.teams.map((team) => team.needs.reduce((n, need) => n * need.options.length, 1));
    expect(ways).toEqual([4, 4, 4]);
    expect(solved(problem).best.choices.map((choice) => choice.mask)).toEqual([0b1001, 0b1001, 0b1001]);
  });
});

describe('limits', () => {
  it('does not decide a group of 17 tools and says so', () => {
    const tool = { platform: 1, seat: 0, retirement: 0, state: 'open' as const };
    const tools = Array.from({ length: 17 }, (_, i) => ({ ...tool, id: `t${i}`, name: `t${i}` }));
    const solution = enumerateGroup({ id: 'g', years: 1, handOffs: [], tools, teams: [] });
    expect(solution).toEqual({ status: 'not decided', note: 'not decided: 17 tools in one group' });
  });

  it('is infeasible when the only possible tool is dropped', () => {
    const all = { 1: 'drop', 2: 'drop', 3: 'drop' } as const;
    expect(enumerateGroup(facility(all)).status).toBe('infeasible');
  });

  it('respects a limit of moves per team', () => {
    // Eng may not move at all: it stays on Slack and Confluence (20 people).
    const problem = miniProblem();
    const teams = problem.teams.map((team) => (team.id === 'Eng' ? { ...team, moveLimit: 0 } : team));
    const eng = solved({ ...problem, teams }).best.choices[0];
    expect(eng).toMatchObject({ moves: 0, mask: 0b0101 });
  });
});
