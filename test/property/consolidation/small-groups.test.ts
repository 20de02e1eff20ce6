import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate } from '../../../src/consolidation/consolidate.ts';
import { type CompanySpec, company, people, policy } from '../../unit/consolidation/company.ts';

const K = 5;

function run(spec: CompanySpec) {
  const { snapshot, structure } = company(spec);
  return consolidate(snapshot, structure, policy(), { seed: 3, overrides: [] });
}

interface Boards {
  /** Users of Miro, and of Mural; of the first, so many do not use the second. */
  readonly miro: number;
  readonly more: number;
  readonly miroSeat: number;
  readonly muralSeat: number;
  readonly spare: number;
  readonly end: string;
}

const boards: fc.Arbitrary<Boards> = fc.record({
  miro: fc.integer({ min: 10, max: 40 }),
  more: fc.integer({ min: -2, max: 12 }),
  miroSeat: fc.integer({ min: 50, max: 600 }),
  muralSeat: fc.integer({ min: 50, max: 600 }),
  spare: fc.integer({ min: 0, max: 12 }),
  end: fc.constantFrom('2026-12-31', '2027-05-31', '2027-11-30'),
});

/** Two boards with fixed numbers of users; only how many use Miro alone differs between two of these companies. */
function withMiroOnly(alone: number, { miro, more, miroSeat, muralSeat, spare, end }: Boards): CompanySpec {
  const mural = miro + more;
  return {
    people: people(0, 60).map(() => 'Studio'),
    tools: [
      {
        id: 'Miro',
        vector: { wiki: 3 },
        annual: miro * miroSeat,
        seats: miro,
        users: people(0, miro),
        start: '2025-12-01',
        end,
        noticeDays: 30,
      },
      {
        id: 'Mural',
        vector: { wiki: 3 },
        annual: (mural + spare) * muralSeat,
        seats: mural + spare,
        users: people(alone, mural),
        start: '2026-01-06',
        end: '2027-01-05',
        noticeDays: 60,
      },
    ],
  };
}

/** What was decided, without any figure. */
function decided({ consolidation }: ReturnType<typeof run>) {
  const tools = (plans: readonly { readonly retires: readonly string[] }[]) => plans.map(({ retires }) => retires);
  return JSON.stringify([
    consolidation.decisions.map(({ verdict, target }) => [verdict, target]),
    tools(consolidation.plans),
  ]);
}

describe('a group below k in a move', () => {
  it('leaves no trace: the document is the same for one, two, three and four people', () => {
    let compared = 0;
    let moving = 0;
    fc.assert(
      fc.property(boards, (spec) => {
        // At least one person uses Mural alone, or going on in Miro would be no move for anybody.
        const least = Math.max(1, 1 - spec.more);
        // Those who use Mural alone are a small group too, or none of them is.
        const isSmallToo = (alone: number) => spec.more + alone < K;
        const runs = people(least, Math.max(0, K - least)).map((alone) => ({
          ...run(withMiroOnly(alone, spec)),
          isSmallToo: isSmallToo(alone),
        }));
        // A choice that turns with one person more is itself different; only equal choices are compared.
        for (const [at, one] of runs.entries()) {
          for (const other of runs
            .slice(at + 1)
            .filter((each) => decided(each) === decided(one) && each.isSmallToo === one.isSmallToo)) {
            expect(other).toEqual(one);
            compared++;
            if (one.consolidation.plans.some(({ moves }) => moves > 0)) moving++;
          }
        }
      }),
      { numRuns: 120, seed: 41 },
    );
    expect(compared).toBeGreaterThan(300);
    expect(moving).toBeGreaterThan(150);
  });
});
