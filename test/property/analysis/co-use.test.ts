import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coUse } from '../../../src/analysis/metrics/co-use.ts';
import { setSizes } from '../../../src/analysis/metrics/set-overlap.ts';

/** Sets over a population whose size lies around the edges of 32-bit words. */
const estate = fc.integer({ min: 1, max: 97 }).chain((members) =>
  fc.record({
    members: fc.constant(members),
    sets: fc.array(
      fc
        .uniqueArray(fc.integer({ min: 0, max: members - 1 }), { maxLength: members })
        .map((list): ReadonlySet<number> => new Set(list)),
      { maxLength: 12 },
    ),
  }),
);

describe('co-use of all pairs', () => {
  it('gives by either way what a comparison of the two sets gives', () => {
    fc.assert(
      fc.property(estate, ({ members, sets }) => {
        const counted = [coUse(sets, members, 'by person'), coUse(sets, members, 'bitsets'), coUse(sets, members)];
        for (const { sizes, shared } of counted) {
          sets.forEach((a, i) => {
            sets.forEach((b, j) => {
              const plain = setSizes(a, b);
              expect({ a: sizes[i], b: sizes[j], shared: shared(i, j) }).toEqual(plain);
            });
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of sets or members', () => {
    fc.assert(
      fc.property(estate, ({ members, sets }) => {
        const turned = sets.map((set) => new Set([...set].reverse())).reverse();
        const [one, other] = [coUse(sets, members), coUse(turned, members)];
        const last = sets.length - 1;
        sets.forEach((_, i) => {
          sets.forEach((__, j) => void expect(other.shared(last - i, last - j)).toBe(one.shared(i, j)));
        });
      }),
    );
  });
});
