import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { toMinor } from '../util/minor-units.ts';
import type { MoveDates } from '../util/move-dates.ts';
import { HOURS_LOST } from './build-problem.ts';
import type { Condition, Override } from './conditions.ts';
import type { ToolEffect } from './effects.ts';
import type { Estate } from './estate.ts';
import type { LedgerRow } from './money/ledger.ts';
import type { ToldSetting } from './money/told-cost.ts';
import type { EstateSolution, SolvedGroupOf } from './solve-groups.ts';

/** Everything that is known about the chosen plan when single decisions are written. */
export interface Outcome {
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly currency: string;
  /** Smallest number of people that may be printed. */
  readonly k: number;
  readonly estate: Estate;
  readonly conditions: readonly Condition[];
  /** By tool. */
  readonly overrides: ReadonlyMap<string, Override>;
  readonly solution: EstateSolution;
  readonly groupOf: ReadonlyMap<string, SolvedGroupOf>;
  readonly effects: ReadonlyMap<string, ToolEffect>;
  readonly retired: ReadonlySet<string>;
  readonly ledger: ReadonlyMap<string, LedgerRow>;
  /** When the cost of the tool can end, by tool; only where something ends. */
  readonly dates: ReadonlyMap<string, MoveDates>;
}

/** What costs over the horizon are counted with where groups are too small to be told. */
export function toldSetting({ estate, k, policy, currency }: Outcome): ToldSetting {
  const switchCost = toMinor(policy.costs.migration_per_person.likely, currency);
  const shortfallPerPerson = toMinor(policy.costs.hourly_wage.likely * HOURS_LOST, currency);
  return { estate, k, years: policy.horizon_years, switchCost, shortfallPerPerson };
}
