import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, isPublishable } from '../../../../src/analysis/scoring/composition.ts';
import { confidenceLabel, confidenceOf } from '../../../../src/analysis/scoring/confidence.ts';
import { arithmeticMean, geometricMean } from '../../../../src/analysis/scoring/mean.ts';
import { shrink } from '../../../../src/analysis/scoring/shrinkage.ts';

const parts = fc.array(
  fc.record({
    score: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
    weight: fc.double({ min: 0.1, max: 5, noNaN: true }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('compose', () => {
  it('keeps the unknown weight: 80 (.5), 40 (.3), unknown (.2)', () => {
    // score (40+12)/.8 = 65; unknown at 0: 52; at 100: 52+20 = 72
    const result = compose([
      { score: 80, weight: 0.5 },
      { score: 40, weight: 0.3 },
      { score: null, weight: 0.2 },
    ]);
    expect(result.score).toBeCloseTo(65, 9);
    expect(result.coverage).toBeCloseTo(0.8, 9);
    expect(result.bounds[0]).toBeCloseTo(52, 9);
    expect(result.bounds[1]).toBeCloseTo(72, 9);
  });

  it('knows nothing without a known part: bounds 0 to 100, never a score of zero', () => {
    expect(compose([{ score: null, weight: 1 }])).toEqual({ score: null, coverage: 0, bounds: [0, 100], known: 0 });
  });

  it('ignores a part without weight', () => {
    const result = compose([
      { score: 10, weight: 0 },
      { score: 60, weight: 2 },
    ]);
    expect(result).toEqual({ score: 60, coverage: 1, bounds: [60, 60], known: 1 });
  });

  it('property: losing a part gives bounds that contain the old bounds and the old score', () => {
    fc.assert(
      fc.property(parts, fc.nat(), (list, n) => {
        const before = compose(list);
        const after = compose(list.map((p, i) => (i === n % list.length ? { ...p, score: null } : p)));
        expect(after.bounds[0]).toBeLessThanOrEqual(before.bounds[0] + 1e-9);
        expect(after.bounds[1]).toBeGreaterThanOrEqual(before.bounds[1] - 1e-9);
        if (before.score !== null) {
          expect(before.score).toBeGreaterThanOrEqual(after.bounds[0] - 1e-9);
          expect(before.score).toBeLessThanOrEqual(after.bounds[1] + 1e-9);
        }
      }),
    );
  });

  it('property: whatever the unknown parts turn out to be, the score lies within the bounds', () => {
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 100, noNaN: true }), (list, truth) => {
        const { bounds } = compose(list);
        const full = compose(list.map((p) => ({ ...p, score: p.score ?? truth })));
        expect(full.score ?? 0).toBeGreaterThanOrEqual(bounds[0] - 1e-9);
        expect(full.score ?? 0).toBeLessThanOrEqual(bounds[1] + 1e-9);
      }),
    );
  });
});

describe('publication gate', () => {
  it('asks for two known parts and half of the weight', () => {
    const known = { score: 50, weight: 1 };
    const unknown = { score: null, weight: 1 };
    expect(isPublishable(compose([known, known, unknown, unknown]))).toBe(true);
    expect(isPublishable(compose([known, known, unknown, unknown, unknown]))).toBe(false);
    expect(isPublishable(compose([{ score: 50, weight: 9 }, unknown]))).toBe(false);
  });
});

describe('confidence', () => {
  it('is the geometric mean of four factors: (.8 x .75 x .9 x .85)^(1/4) = .459^(1/4)', () => {
    const confidence = confidenceOf({
      signalCoverage: 0.8,
      populationCoverage: 0.75,
      windowCoverage: 0.9,
      reliability: 0.85,
    });
    expect(confidence).toBeCloseTo(0.82310108, 6);
  });

  it('is labelled at .8 and .5', () => {
    expect([0.8, 0.79, 0.5, 0.49].map(confidenceLabel)).toEqual(['high', 'medium', 'medium', 'low']);
  });
});

describe('means', () => {
  it('geometric punishes imbalance: sqrt(64 x 100) = 80 against 82', () => {
    const items = [64, 100].map((value) => ({ value, weight: 0.5 }));
    expect(geometricMean(items)).toBeCloseTo(80, 9);
    expect(arithmeticMean(items)).toBe(82);
  });

  it('geometric floors a zero at 1: sqrt(1 x 100) = 10', () => {
    expect(geometricMean([0, 100].map((value) => ({ value, weight: 1 })))).toBeCloseTo(10, 9);
  });

  it('are unknown without weight', () => {
    expect(geometricMean([])).toBeNull();
    expect(arithmeticMean([{ value: 5, weight: 0 }])).toBeNull();
  });
});

describe('shrinkage', () => {
  it('6/(6+10) of 40 and 10/16 of 60 is 15 + 37.5', () => {
    expect(shrink(40, 6, 60)).toBe(52.5);
  });
});
