import { describe, expect, it } from 'vitest';
import { parallelSample } from '../../../../src/analysis/principles/parallel-sample.ts';
import type { EstateUse } from '../../../../src/analysis/structure/tool-use.ts';

const used = (...people: number[]) => ({ users: new Set(people), days: null, coverage: 1 });
const estate = {
  window: { weeks: 12, start: null, end: null },
  population: [],
  byTool: new Map([
    ['a', used(1, 2, 3, 4)],
    ['b', used(3, 4, 5)],
    ['c', used(7)],
  ]),
  coUsers: () => null,
} as unknown as EstateUse;

const pairs = [
  { pair: { a: 'a', b: 'b', capabilitySimilarity: 0.6 }, weight: 3 },
  { pair: { a: 'b', b: 'c', capabilitySimilarity: 0.5 }, weight: 1 },
];

function sampleOf(use: EstateUse) {
  const { sample } = parallelSample(pairs, use);
  if (sample?.kind !== 'statistic') throw new Error('no sample');
  return sample;
}

describe('parallel tools as a sample of people', () => {
  it('is the figure itself when everybody is drawn once', () => {
    const { people, evaluate } = sampleOf(estate);
    expect(people).toEqual([1, 2, 3, 4, 5, 7]);
    // a, b: O = 2/3, 0.6 x 1/3 = 0.2; b, c: O = 0, 0.5. (3 x 0.2 + 0.5) / 4
    expect(evaluate([1, 1, 1, 1, 1, 1])).toBeCloseTo(0.275, 12);
  });

  it('counts the overlap among those drawn', () => {
    const { evaluate } = sampleOf(estate);
    // Person 3 twice and 5 once, 7 once: a 2, b 3, shared 2: O = 1; b, c as before. (3 x 0 + 0.5) / 4
    expect(evaluate([0, 0, 2, 0, 1, 1])).toBeCloseTo(0.125, 12);
    // Nobody of c: that pair is not known, 0.6 x (1 - 2/2) = 0
    expect(evaluate([0, 0, 2, 0, 1, 0])).toBeCloseTo(0, 12);
    expect(evaluate([0, 0, 0, 0, 0, 1])).toBeNull();
  });

  it('is nothing where the co-use of people is not looked at', () => {
    expect(parallelSample(pairs, { ...estate, coUsers: null })).toEqual({});
  });
});
