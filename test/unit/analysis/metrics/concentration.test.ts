import { describe, expect, it } from 'vitest';
import {
  entropy,
  entropyMillerMadow,
  fragmentation,
  gini,
  giniNormalised,
  hhi,
  hhiUnbiased,
  hill,
} from '../../../../src/analysis/metrics/concentration.ts';

describe('concentration', () => {
  it('of 60/30/10', () => {
    const shares = [0.6, 0.3, 0.1];
    // .36 + .09 + .01
    expect(hhi(shares)).toBeCloseTo(0.46, 8);
    expect(entropy(shares)).toBeCloseTo(0.89794572, 8);
    expect(hill(shares, 0)).toBe(3);
    expect(hill(shares, 1)).toBeCloseTo(2.4545556, 7);
    // 1 / .46
    expect(hill(shares, 2)).toBeCloseTo(2.17391304, 8);
    // Sorted .1 .3 .6: 2 (1 x .1 + 2 x .3 + 3 x .6) / 3 - 4/3 = 5/3 - 4/3
    expect(gini(shares)).toBeCloseTo(1 / 3, 8);
    expect(giniNormalised(shares)).toBeCloseTo(0.5, 8);
    expect(fragmentation(shares)).toBeCloseTo(59.25942759, 6);
  });

  it('of four equal tools: every Hill number is the count', () => {
    const shares = [0.25, 0.25, 0.25, 0.25];
    expect(hhi(shares)).toBeCloseTo(0.25, 10);
    expect(hill(shares, 1)).toBeCloseTo(4, 10);
    expect(hill(shares, 2)).toBeCloseTo(4, 10);
    expect(gini(shares)).toBeCloseTo(0, 10);
    expect(fragmentation(shares)).toBeCloseTo(75, 10);
  });

  it('corrects small samples', () => {
    const counts = [6, 3, 1];
    expect(hhi(counts)).toBeCloseTo(0.46, 10);
    // (6x5 + 3x2 + 1x0) / (10 x 9)
    expect(hhiUnbiased(counts)).toBeCloseTo(0.4, 10);
    expect(1 / (hhiUnbiased(counts) ?? 0)).toBeCloseTo(2.5, 10);
    // .89794572 + (3 - 1) / 20
    expect(entropyMillerMadow(counts)).toBeCloseTo(0.99794572, 8);
  });

  it('is unknown without activity, and a tool without activity is not counted', () => {
    expect([hhi([]), hill([0, 0], 1), gini([]), hhiUnbiased([1]), fragmentation([])]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(hill([5, 0, 5], 0)).toBe(2);
  });
});
