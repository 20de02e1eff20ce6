import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entropy, gini, hhi, hill } from '../../../src/analysis/metrics/concentration.ts';
import { type NeedEdge, needCoverage } from '../../../src/analysis/metrics/need-coverage.ts';
import { decomposeRedundancy } from '../../../src/analysis/metrics/redundancy.ts';
import { jaccard, jaccardMax, overlapCoefficient, setSizes } from '../../../src/analysis/metrics/set-overlap.ts';
import { teamDiversity } from '../../../src/analysis/metrics/team-diversity.ts';
import { type Edge, liveGraph } from '../../../src/analysis/metrics/tool-graph.ts';

/** Activity of tools: whole person-days, so that sums are exact. */
const amounts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 });
const orders = [0, 1, 2] as const;

/** Teams x tools with some activity in every team. */
const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([teams, tools]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: tools, maxLength: tools }), {
      minLength: teams,
      maxLength: teams,
    }),
  )
  .filter((rows) => rows.every((row) => row.some((amount) => amount > 0)));

const nodes = ['a', 'b', 'c', 'd', 'e'];
const pair = fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes)).filter(([a, b]) => a < b);

describe('concentration (METHOD 2.10)', () => {
  it('does not depend on the names or the order of tools', () => {
    fc.assert(
      fc.property(
        amounts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          for (const q of orders) expect(hill(shuffled, q)).toBeCloseTo(hill(list, q)!, 9);
          expect(gini(shuffled)).toBeCloseTo(gini(list)!, 9);
        },
      ),
    );
  });

  it('does not change when the population is cloned', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 6 }), (list, k) => {
        const cloned = list.map((amount) => amount * k);
        for (const q of orders) expect(hill(cloned, q)).toBeCloseTo(hill(list, q)!, 9);
        expect(hhi(cloned)).toBeCloseTo(hhi(list)!, 9);
      }),
    );
  });

  it('does not see an unused tool', () => {
    fc.assert(
      fc.property(amounts, (list) => {
        for (const q of orders) expect(hill([...list, 0], q)).toBe(hill(list, q));
        expect(gini([...list, 0])).toBe(gini(list));
      }),
    );
  });

  it('doubles with a second, disjoint estate of the same shape', () => {
    fc.assert(
      fc.property(amounts, (list) => {
        for (const q of orders) expect(hill([...list, ...list], q)).toBeCloseTo(2 * hill(list, q)!, 8);
      }),
    );
  });

  it('never rises when two tools are merged, and falls in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 8 }),
        ([first, second, ...rest]) => {
          const [apart, merged] = [
            [first!, second!, ...rest],
            [first! + second!, ...rest],
          ];
          for (const q of orders) expect(hill(merged, q)!).toBeLessThanOrEqual(hill(apart, q)! + 1e-9);
          expect(hill(apart, 2)!).toBeLessThanOrEqual(hill(apart, 1)! + 1e-9);
          expect(hill(apart, 1)!).toBeLessThanOrEqual(hill(apart, 0)! + 1e-9);
        },
      ),
    );
  });
});

describe('team diversity (METHOD 2.10)', () => {
  it('is gamma = alpha beta, with 0 <= JSD <= H(teams)', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const found = teamDiversity(rows)!;
        const between = entropy(rows.map((row) => row.reduce((sum, amount) => sum + amount, 0)))!;
        expect(found.alpha * found.beta).toBeCloseTo(found.gamma, 8);
        expect(found.jsd).toBeGreaterThanOrEqual(0);
        expect(found.jsd).toBeLessThanOrEqual(between + 1e-12);
        expect(found.jsdNormalised).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('keeps gamma, alpha and beta when a team is split into two identical teams', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const [first, ...rest] = rows;
        const half = first!.map((amount) => amount / 2);
        const [whole, split] = [teamDiversity(rows)!, teamDiversity([half, half, ...rest])!];
        expect(split.gamma).toBeCloseTo(whole.gamma, 9);
        expect(split.alpha).toBeCloseTo(whole.alpha, 9);
        expect(split.beta).toBeCloseTo(whole.beta, 9);
      }),
    );
  });

  it('does not change when the population is cloned', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 5 }), (rows, k) => {
        const cloned = teamDiversity(rows.map((row) => row.map((amount) => amount * k)))!;
        expect(cloned.beta).toBeCloseTo(teamDiversity(rows)!.beta, 9);
        expect(cloned.jsdNormalised).toBeCloseTo(teamDiversity(rows)!.jsdNormalised, 9);
      }),
    );
  });
});

describe('overlap', () => {
  const set = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }).map((members) => new Set(members));

  it('stays inside its bounds, and Jaccard under what sizes allow', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const sizes = setSizes(a, b);
        expect(sizes).toEqual({ ...setSizes(b, a), a: a.size, b: b.size });
        const [j, limit, o] = [jaccard(sizes), jaccardMax(sizes), overlapCoefficient(sizes)];
        if (j !== null && limit !== null) expect(j).toBeLessThanOrEqual(limit + 1e-12);
        if (o !== null && j !== null) expect(o).toBeGreaterThanOrEqual(j - 1e-12);
      }),
    );
  });

  it('divides C without rest', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (c, o) => {
        const { duplicateSeats, parallelTools } = decomposeRedundancy(c, o);
        expect(duplicateSeats + parallelTools).toBeCloseTo(c, 12);
      }),
    );
  });
});

describe('need coverage', () => {
  it('never falls when an integration is added', () => {
    const needs = fc
      .uniqueArray(pair, { selector: ([a, b]) => `${a}${b}`, minLength: 1, maxLength: 8 })
      .chain((pairs) =>
        fc.tuple(
          ...pairs.map(([a, b]) => fc.integer({ min: 1, max: 60 }).map((weekly): NeedEdge => ({ a, b, weekly }))),
        ),
      );
    fc.assert(
      fc.property(needs, fc.array(pair, { maxLength: 8 }), pair, (list, edges, extra) => {
        const before = needCoverage(liveGraph(nodes, edges as Edge[]), list);
        const after = needCoverage(liveGraph(nodes, [...(edges as Edge[]), extra]), list);
        for (const key of ['direct', 'path', 'pairs', 'pairsByPath'] as const) {
          expect(after[key]!).toBeGreaterThanOrEqual(before[key]!);
        }
        expect(before.path!).toBeGreaterThanOrEqual(before.direct!);
        expect(before.manualShare! + before.direct!).toBeCloseTo(1, 12);
      }),
    );
  });
});
