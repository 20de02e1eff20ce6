import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type BridgeDays, bridgeLine, type CashCase } from './bridge.ts';
import { quantile, triangular } from './triangular.ts';

/** A case with the ranges of what is not certain about it. */
export interface UncertainCase {
  readonly cash: CashCase;
  readonly days: BridgeDays;
  /** Gross a year: low, likely, high. */
  readonly gross: readonly [number, number, number];
  readonly movers: number;
  readonly rebuilds: number;
}

/** Once, per person moved and per integration rebuilt; minor units. */
export interface CostRanges {
  readonly migration: readonly [number, number, number];
  readonly rebuild: readonly [number, number, number];
}

export const DRAWS = 2000;

/**
 * P10, P50 and P90 of the first twelve months' net cash over seeded draws. Migration and rebuild cost are one draw for
 * all decisions (an organisation that moves slowly moves slowly everywhere); every draw uses the same numbers in the
 * same place, so two plans can be compared.
 */
export function netRange(cases: readonly UncertainCase[], ranges: CostRanges, seed: number) {
  const random = xoroshiro128plus(seed);
  const next = () => uniformFloat64(random);
  const totals: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const migration = triangular(next(), ...ranges.migration);
    const rebuild = triangular(next(), ...ranges.rebuild);
    let total = 0;
    for (const { cash, days, gross, movers, rebuilds } of cases) {
      const drawn = Math.round(triangular(next(), ...gross));
      const once = Math.round(movers * migration + rebuilds * rebuild);
      total += bridgeLine({ ...cash, gross: drawn, migration: once }, days).net;
    }
    totals.push(total);
  }
  totals.sort((a, b) => a - b);
  const at = (p: number) => Math.round(quantile(totals, p));
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
