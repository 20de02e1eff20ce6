import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../../../src/analysis/scoring/quantile.ts';
import { weightedMedian } from '../../../../src/analysis/scoring/weighted-median.ts';

describe('weighted median', () => {
  it('2 three times, 5 and 9 once: 2, 2, 2, 5, 9', () => {
    expect(
      weightedMedian([
        [5, 1],
        [2, 3],
        [9, 1],
      ]),
    ).toBe(2);
  });

  it('is none where nothing weighs', () => {
    expect(weightedMedian([])).toBeNull();
    expect(weightedMedian([[4, 0]])).toBeNull();
  });

  it('a single value of any weight is itself', () => {
    expect(weightedMedian([[4, 0.5]])).toBe(4);
  });

  it('agrees with the list that repeats each value as often as it weighs', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 })), { maxLength: 8 });
    fc.assert(
      fc.property(pairs, (values) => {
        const list = values.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
        expect(weightedMedian(values)).toBe(quantile(list, 0.5));
      }),
    );
  });
});
