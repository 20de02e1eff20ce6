import { describe, expect, it } from 'vitest';
import { similarityOf } from '../../../../src/analysis/metrics/capability-similarity.ts';
import { expectedShared, lift, pAtLeast } from '../../../../src/analysis/metrics/chance.ts';
import { decomposeRedundancy } from '../../../../src/analysis/metrics/redundancy.ts';
import {
  cosine,
  dice,
  jaccard,
  jaccardMax,
  overlapCoefficient,
  overlapRange,
  ruzicka,
  setSizes,
  weightedOverlap,
} from '../../../../src/analysis/metrics/set-overlap.ts';

describe('set overlap', () => {
  it('of {1..6} and {4..10}', () => {
    const sizes = setSizes(new Set([1, 2, 3, 4, 5, 6]), new Set([4, 5, 6, 7, 8, 9, 10]));
    expect(sizes).toEqual({ a: 6, b: 7, shared: 3 });
    // 3/10, 3/6, 6/13
    expect(jaccard(sizes)).toBeCloseTo(0.3, 10);
    expect(overlapCoefficient(sizes)).toBeCloseTo(0.5, 10);
    expect(dice(sizes)).toBeCloseTo(0.46153846, 8);
  });

  it('shows the size bias of Jaccard: ten people fully inside a hundred', () => {
    const sizes = { a: 10, b: 100, shared: 10 };
    expect(jaccard(sizes)).toBeCloseTo(0.1, 10);
    expect(jaccardMax(sizes)).toBeCloseTo(0.1, 10);
    expect(overlapCoefficient(sizes)).toBe(1);
  });

  it('weighs by activity', () => {
    const [a, b] = [
      [5, 3, 0, 2],
      [1, 3, 4, 0],
    ];
    // Smaller 1+3+0+0 = 4, larger 5+3+4+2 = 14; totals 10 and 8; 14 / sqrt(38 x 26)
    expect(ruzicka(a!, b!)).toBeCloseTo(4 / 14, 10);
    expect(weightedOverlap(a!, b!)).toBeCloseTo(0.5, 10);
    expect(cosine(a!, b!)).toBeCloseTo(0.44539933, 8);
  });

  it('gives a range where a source misses users, and none where both cover 90 %', () => {
    // .5 / .8
    expect(overlapRange(0.5, 0.8, 1)).toEqual([0.5, 0.625]);
    expect(overlapRange(0.9, 0.5, 0.6)).toEqual([0.9, 1]);
    expect(overlapRange(0.5, 0.9, 0.95)).toBeNull();
  });

  it('is unknown for empty sets', () => {
    const none = { a: 0, b: 4, shared: 0 };
    expect(overlapCoefficient(none)).toBeNull();
    expect(jaccard({ a: 0, b: 0, shared: 0 })).toBeNull();
  });
});

describe('chance', () => {
  const draw = { population: 100, a: 20, b: 30 };

  it('expects 20 x 30 / 100 shared people; twelve are a lift of two', () => {
    expect(expectedShared(draw)).toBe(6);
    expect(lift(draw, 12)).toBe(2);
    expect(pAtLeast(draw, 12)).toBeCloseTo(0.00183061, 8);
  });

  it('is certain at the least possible intersection', () => {
    expect(pAtLeast(draw, 0)).toBe(1);
    // 8 of 10 and 7 of 10 share at least 5
    expect(pAtLeast({ population: 10, a: 8, b: 7 }, 5)).toBe(1);
    // All of b inside a: C(8,7) / C(10,7) = 8 / 120
    expect(pAtLeast({ population: 10, a: 8, b: 7 }, 7)).toBeCloseTo(8 / 120, 10);
  });

  it('holds for populations whose factorials overflow', () => {
    expect(pAtLeast({ population: 5000, a: 1000, b: 1000 }, 400)).toBeGreaterThan(0);
    expect(pAtLeast({ population: 5000, a: 1000, b: 1000 }, 400)).toBeLessThan(1e-20);
  });
});

describe('capability overlap', () => {
  it('of two weighted vectors, with both containments', () => {
    const found = similarityOf([1, 0.5, 0, 1], [0.5, 0.5, 1, 1], [3, 2, 1, 4]);
    // Smaller 1.5 + 1 + 0 + 4 = 6.5; larger 3 + 1 + 1 + 4 = 9; masses 8 and 7.5
    expect(found.similarity).toBeCloseTo(0.72222222, 8);
    expect(found.cosine).toBeCloseTo(0.87635609, 8);
    expect(found.aCoveredByB).toBeCloseTo(0.8125, 10);
    expect(found.bCoveredByA).toBeCloseTo(0.86666667, 8);
  });

  it('splits redundancy into duplicate seats and parallel tools that add up', () => {
    const parts = decomposeRedundancy(0.7222222222222222, 0.5);
    expect(parts.duplicateSeats).toBeCloseTo(0.36111111, 8);
    expect(parts.parallelTools).toBeCloseTo(0.36111111, 8);
    expect(parts.duplicateSeats + parts.parallelTools).toBeCloseTo(0.72222222, 8);
  });
});
