import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Packable, packWaves } from '../../../src/transition/pack-waves.ts';
import { addDays } from '../../../src/util/day-arithmetic.ts';
import { plan } from '../../unit/transition/plan.ts';
import { randomCompany } from '../random-company.ts';

const FREEZE = { from: '2026-11-15', to: '2027-01-05' };

describe('the plan of any company', () => {
  it('respects notice dates, terms, freezes and order', () => {
    fc.assert(
      fc.property(randomCompany, (spec) => {
        const { transition, consolidation, settings } = plan(spec, { freezes: [FREEZE] });
        const moves = transition.waves.flatMap(({ id, moves: members }) =>
          members.map((move) => ({ ...move, wave: id })),
        );
        const asOf = spec.asOf ?? '';
        for (const move of moves) {
          const tool = spec.tools.find(({ id }) => id === move.tool);
          if (move.noticeDeadline !== null && tool?.autoRenew !== false) {
            expect(move.noticeDeadline >= asOf).toBe(true);
          }
          if (move.cutOver === null || move.start === null || move.parallelEnds === null) continue;
          expect(move.start >= asOf).toBe(true);
          expect(move.cutOver).toBe(addDays(move.start, settings.migration_days));
          // Never a cut-over after a term that is not paid for.
          if (move.contractEnd !== null) expect(move.parallelEnds <= move.contractEnd).toBe(true);
          expect(move.cutOver >= FREEZE.from && move.cutOver <= FREEZE.to).toBe(false);
          for (const before of move.after) {
            const first = moves.find(({ id }) => id === before);
            expect((first?.wave ?? 0) < move.wave).toBe(true);
            expect((first?.cutOver ?? '') <= move.start).toBe(true);
          }
        }
        const acted = consolidation.decisions.filter(
          ({ verdict }) => !['keep', 'not enough evidence'].includes(verdict),
        );
        expect(moves.map(({ decision }) => decision).sort()).toEqual(acted.map(({ id }) => id).sort());
      }),
      { numRuns: 120, seed: 31 },
    );
  });
});

describe('packWaves', () => {
  it('respects capacity and precedence', () => {
    const packable = fc
      .array(
        fc.record({
          load: fc.dictionary(fc.constantFrom('X', 'Y', 'Z'), fc.integer({ min: 1, max: 4 })),
          after: fc.uniqueArray(fc.nat(9), { maxLength: 2 }),
          earliestWave: fc.integer({ min: 1, max: 2 }),
        }),
        { maxLength: 10 },
      )
      // Only earlier moves may come before, so there is no circle.
      .map((moves): Packable[] =>
        moves.map(({ load, after, earliestWave }, at) => ({
          id: `${at}`,
          load: new Map(Object.entries(load)),
          after: after.filter((before) => before < at).map(String),
          earliestWave,
        })),
      );
    fc.assert(
      fc.property(packable, (moves) => {
        const waves = packWaves(moves);
        const loads = new Map<string, number>();
        for (const { id, load, after, earliestWave } of moves) {
          const wave = waves.get(id) ?? 0;
          expect(wave).toBeGreaterThanOrEqual(earliestWave);
          for (const before of after) expect(waves.get(before) ?? 0).toBeLessThan(wave);
          for (const [team, units] of load) loads.set(`${team}${wave}`, (loads.get(`${team}${wave}`) ?? 0) + units);
        }
        for (const units of loads.values()) expect(units).toBeLessThanOrEqual(4);
      }),
      { numRuns: 300, seed: 32 },
    );
  });
});
