import { describe, expect, it } from 'vitest';
import { type ClusterSample, drawsFor, resampleJointly } from '../../../../src/analysis/scoring/cluster-bootstrap.ts';
import { quantile } from '../../../../src/analysis/scoring/quantile.ts';

const half: ClusterSample = {
  kind: 'ratio',
  rows: Array.from({ length: 100 }, (_, person) => ({ person, numerator: person % 2, denominator: 1 })),
};

describe('cluster bootstrap', () => {
  it('draws 2,000 times for a company, fewer for a very large one, never under 200', () => {
    expect([120, 5000, 20_000, 1_000_000].map(drawsFor)).toEqual([2000, 2000, 500, 200]);
  });

  it('a share of one half in 100 people has a 95 % range near .5 +- 1.96 x .05', () => {
    const draws = (resampleJointly(new Map([['a', half]]), 5).values.get('a') ?? []).map((v) => v ?? 0);
    expect(quantile(draws, 0.025)).toBeGreaterThan(0.38);
    expect(quantile(draws, 0.025)).toBeLessThan(0.43);
    expect(quantile(draws, 0.975)).toBeGreaterThan(0.57);
    expect(quantile(draws, 0.975)).toBeLessThan(0.62);
  });

  it('resamples people and not rows: twice the rows of the same people give the same spread', () => {
    const doubled: ClusterSample = { kind: 'ratio', rows: half.kind === 'ratio' ? [...half.rows, ...half.rows] : [] };
    expect(resampleJointly(new Map([['a', doubled]]), 5).values).toEqual(
      resampleJointly(new Map([['a', half]]), 5).values,
    );
  });

  it('gives all signals the same draw', () => {
    const other: ClusterSample = {
      kind: 'ratio',
      rows: Array.from({ length: 100 }, (_, person) => ({ person, numerator: 1 - (person % 2), denominator: 1 })),
    };
    const { values } = resampleJointly(
      new Map([
        ['a', half],
        ['b', other],
      ]),
      5,
    );
    const sums = (values.get('a') ?? []).map((a, i) => (a ?? 0) + (values.get('b')?.[i] ?? 0));
    for (const both of sums) expect(both).toBeCloseTo(1, 9);
  });

  it('keeps what belongs to nobody in every draw', () => {
    const sample: ClusterSample = {
      kind: 'ratio',
      rows: [
        { person: null, numerator: 1, denominator: 1 },
        { person: 3, numerator: 1, denominator: 1 },
      ],
    };
    const { values } = resampleJointly(new Map([['a', sample]]), 1);
    expect(new Set(values.get('a'))).toEqual(new Set([1]));
  });

  it('hands whole-number weights to a statistic', () => {
    const seen: number[] = [];
    const sample: ClusterSample = {
      kind: 'statistic',
      people: [4, 9, null],
      evaluate: (weights) => {
        seen.push(weights.reduce((a, b) => a + b, 0));
        return weights[2] ?? null;
      },
    };
    const { values, people } = resampleJointly(new Map([['a', sample]]), 1);
    expect(people).toBe(2);
    expect(new Set(seen)).toEqual(new Set([3])); // two people drawn in all, and the one that is nobody's
    expect(new Set(values.get('a'))).toEqual(new Set([1]));
  });

  it('does nothing without people, and repeats with the seed', () => {
    expect(resampleJointly(new Map(), 1).draws).toBe(0);
    const once = resampleJointly(new Map([['a', half]]), 8).values.get('a');
    expect(resampleJointly(new Map([['a', half]]), 8).values.get('a')).toEqual(once);
    expect(resampleJointly(new Map([['a', half]]), 9).values.get('a')).not.toEqual(once);
  });
});
