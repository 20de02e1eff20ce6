import { describe, expect, it } from 'vitest';
import { weightedMedian } from '../../../../src/analysis/principles/delivery.ts';
import { discoveries } from '../../../../src/analysis/scoring/benjamini-hochberg.ts';
import { resampleJointly } from '../../../../src/analysis/scoring/cluster-bootstrap.ts';
import { differenceInDifferences } from '../../../../src/analysis/scoring/difference-in-differences.ts';
import { varianceRatio } from '../../../../src/analysis/scoring/variance-ratio.ts';

describe('variance within teams over variance between them', () => {
  it('of four teams of two', () => {
    // Means 2, 4, 6, 8, all 5. Within: each team 1 + 1 = 2, 8 / (8 - 4) = 2. Between: 2 x (9 + 1 + 1 + 9) / 3 = 40/3;
    // usual size (8 - 16/8) / 3 = 2; (40/3 - 2) / 2 = 17/3. Ratio 2 / (17/3) = 6/17.
    const teams = [
      [1, 3],
      [3, 5],
      [5, 7],
      [7, 9],
    ];
    expect(varianceRatio(teams)).toBeCloseTo(6 / 17, 12);
  });

  it('is 10 with few teams, and where teams differ no more than their people', () => {
    expect(
      varianceRatio([
        [1, 3],
        [9, 11],
        [5, 7],
      ]),
    ).toBe(10);
    expect(
      varianceRatio([
        [1, 9],
        [1, 9],
        [1, 9],
        [1, 9],
      ]),
    ).toBe(10);
    expect(varianceRatio([[1], [2], [3], [4]])).toBe(10);
  });
});

describe('false discoveries', () => {
  it('keeps everything up to the last p under its line', () => {
    // Lines at 10 %: 0.02, 0.04, 0.06, 0.08, 0.1. Sorted 0.01, 0.03, 0.07, 0.075, 0.5: 0.075 <= 0.08 is the last, and
    // takes 0.07 with it although that lies above its own line of 0.06.
    expect(discoveries([0.5, 0.01, 0.075, 0.03, 0.07], 0.1)).toEqual([false, true, true, true, true]);
    expect(discoveries([0.3, 0.2], 0.1)).toEqual([false, false]);
    expect(discoveries([], 0.1)).toEqual([]);
  });
});

describe('weighted median', () => {
  it('is the type-7 median of the values written out', () => {
    // 2, 2, 5, 9: (2 + 5) / 2
    expect(weightedMedian([2, 5, 9], [2, 1, 1])).toBe(3.5);
    expect(weightedMedian([2, 5, 9], [0, 3, 0])).toBe(5);
    expect(weightedMedian([2, 5, 9], [0, 0, 0])).toBeNull();
  });
});

describe('difference in differences', () => {
  it('takes off what the others moved by as well', () => {
    expect(differenceInDifferences({ before: 20, after: 9 }, { before: 19, after: 17 })).toBe(-9);
  });
});

describe('counts by team', () => {
  const rows = (by: 'team' | 'person') => ({
    kind: 'ratio' as const,
    by,
    rows: [0, 1, 2, 3, 4].map((team) => ({ person: team, numerator: 10 * (team + 1), denominator: 10 })),
  });

  it('are drawn by team, beside people and without moving their draws', () => {
    const alone = resampleJointly(new Map([['P', rows('person')]]), 3);
    const both = resampleJointly(
      new Map([
        ['P', rows('person')],
        ['T', rows('team')],
      ]),
      3,
    );
    expect(both.values.get('P')).toEqual(alone.values.get('P'));
    expect(both.values.get('T')).toHaveLength(2000);
    expect(both.values.get('T')).not.toEqual(both.values.get('P'));
    expect(both.people).toBe(5);
    const mean = (both.values.get('T') ?? []).reduce<number>((n, v) => n + (v ?? 0), 0) / 2000;
    // Mean of 1..5 is 3; standard error of 2,000 draws of a mean of five: sqrt(2/5/2000) = 0.014
    expect(Math.abs(mean - 3)).toBeLessThan(0.06);
  });
});
