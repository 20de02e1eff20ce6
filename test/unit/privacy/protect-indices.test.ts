import { describe, expect, it } from 'vitest';
import { hhi, hhiUnbiased, hill } from '../../../src/analysis/metrics/concentration.ts';
import type { AuditCapability } from '../../../src/model/audit/structure.ts';
import { protectIndices } from '../../../src/privacy/protect-indices.ts';
import type { TeamActivity, TeamUse } from '../../../src/privacy/team-activity.ts';

const K = 5;
type Use = readonly [people: number, days: number, most: number];

/** Figures of a capability with these tools, each used by teams as given. */
function published(tools: Readonly<Record<string, Readonly<Record<string, Use>>>>): AuditCapability {
  const activity: TeamActivity = new Map(
    Object.entries(tools).map(([tool, teams]) => [
      tool,
      new Map(
        Object.entries(teams).map(([team, [people, days, most]]): [string, TeamUse] => [team, { people, days, most }]),
      ),
    ]),
  );
  const days = Object.values(tools).map((teams) => Object.values(teams).reduce((n, [, d]) => n + d, 0));
  const all = days.reduce((n, d) => n + d, 0);
  const capability = {
    id: 'wiki',
    tools: Object.keys(tools).map((tool, i) => ({ tool, users: 'suppressed', activityShare: (days[i] ?? 0) / all })),
    effectiveTools: { d0: days.length, d1: hill(days, 1), d2: hill(days, 2), d1MillerMadow: 2 },
    hhi: hhi(days),
    hhiUnbiased: hhiUnbiased(days),
    fragmentation: 1,
    gini: 0.4,
    gamma: hill(days, 1),
    alpha: 1.5,
    beta: 1.2,
    normalisedDivergence: 0.5,
    normalisedDivergenceCorrected: 0.4,
    variationOfInformation: 0.3,
    teamTool: [],
  } as unknown as AuditCapability;
  return protectIndices(capability, activity, K);
}

/** Days of all tools, from the two estimators of concentration: N = (1 - unbiased) / (plain - unbiased). */
function daysFrom({ hhi: plain, hhiUnbiased: unbiased }: AuditCapability): number | null {
  return plain === null || unbiased === null ? null : (1 - unbiased) / (plain - unbiased);
}

describe('index figures', () => {
  it('do not tell the days of one person beside a large tool', () => {
    const alone = published({ confluence: { A: [43, 1842, 60] }, notion: { A: [1, 21, 21] } });
    expect(alone.tools.map(({ activityShare }) => activityShare)).toEqual([null, null]);
    expect(daysFrom(alone)).toBeNull();
    // 21 / 1863 = 0.01127: HHI = 0.97771, to three digits, which many totals would give.
    expect(alone.hhi).toBe(0.978);
    expect(alone).toMatchObject({ gini: null, variationOfInformation: null });
  });

  it('stay whole where every tool and team is large enough, although the days of all can be told', () => {
    const large = published({ a: { A: [43, 1842, 60], B: [9, 200, 40] }, b: { A: [12, 300, 40], B: [6, 90, 20] } });
    expect(daysFrom(large)).toBeCloseTo(2432, 3);
    expect(large.normalisedDivergence).toBe(0.5);
    expect(large.tools[0]?.activityShare).toBeCloseTo(2042 / 2432, 12);
  });

  it('hide the smallest of the others with the one that is too small', () => {
    const three = published({
      a: { A: [40, 900, 50] },
      b: { A: [20, 300, 40] },
      c: { A: [2, 30, 20] },
    });
    expect(three.tools.map(({ activityShare }) => activityShare === null)).toEqual([false, true, true]);
  });

  it('do not tell how the activity falls on a team of few', () => {
    const board = published({ a: { A: [40, 900, 50], Board: [1, 19, 19] }, b: { A: [20, 300, 40] } });
    expect(board).toMatchObject({ normalisedDivergence: null, normalisedDivergenceCorrected: null });
    expect(board.variationOfInformation).toBeNull();
    expect(board.alpha).toBe(1.5);
  });

  it('of a tool that one person dominates are those of a small group', () => {
    const dominated = published({ a: { A: [40, 900, 50] }, b: { A: [8, 100, 41] }, c: { A: [30, 500, 30] } });
    expect(dominated.tools.map(({ activityShare }) => activityShare === null)).toEqual([false, true, true]);
  });
});
