import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredMedian } from '../../../../src/analysis/scoring/clustered-median.ts';
import { kaplanMeierMedian } from '../../../../src/analysis/scoring/kaplan-meier.ts';

describe('the median waiting time by person', () => {
  it('open ones are censored: 1, 2, 3 open, 4, 6 open gives 4/5, then x 3/4, then x 1/2: 4', () => {
    const times = [
      [1, true],
      [2, true],
      [3, false],
      [4, true],
      [6, false],
    ] as const;
    const sample = clusteredMedian(times.map(([time, ended], person) => ({ person, time, ended })));
    expect(sample.evaluate([1, 1, 1, 1, 1])).toBe(4);
    // without the third person: 3/4, then x 2/3 = 1/2
    expect(sample.evaluate([1, 1, 0, 1, 1])).toBe(2);
    expect(sample.evaluate([0, 0, 1, 0, 1])).toBeNull();
  });

  it('agrees with the plain median of every observation under the weight of its person', () => {
    const waiting = fc.record({ person: fc.nat(4), time: fc.nat(6), ended: fc.boolean() });
    const weights = fc.array(fc.nat(3), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(waiting, { minLength: 1, maxLength: 30 }), weights, (waitings, byPerson) => {
        const { people, evaluate } = clusteredMedian(waitings);
        const plain = kaplanMeierMedian(waitings.map((w) => ({ ...w, weight: byPerson[w.person] ?? 0 })));
        expect(evaluate(people.map((p) => byPerson[p ?? 0] ?? 0))).toBe(plain);
      }),
    );
  });
});
