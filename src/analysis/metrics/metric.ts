import type { Structure } from '../../model/audit/structure.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Grade } from '../../model/measurement.ts';
import type { Policy } from '../../model/policy.ts';
import type { SectionName, Snapshot } from '../../model/snapshot.ts';

export interface MetricMeta<Section extends SectionName = SectionName> {
  /** Stable kebab-case id. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly direction: 'higher is better' | 'lower is better' | 'neither is better';
  readonly grade: Grade;
  readonly formula: string;
  readonly reference: string;
  /** Sections of the snapshot without which it cannot be measured; `accounts` and `usageDays` stand in for each other. */
  readonly requires: readonly Section[];
}

export interface MetricInput<Section extends SectionName = SectionName> {
  /** The declared sections only. */
  readonly snapshot: Pick<Snapshot, Section>;
  readonly structure: Omit<Structure, 'findings'>;
  readonly policy: Policy;
}

/** What a metric found; the runner adds id, unit and confidence. */
export type Outcome =
  | {
      readonly state: 'measured';
      readonly value: number;
      /** Share of the asked population that the sources cover, 0..1. */
      readonly coverage: number;
      readonly bounds?: readonly [number, number];
      readonly evidence?: readonly Evidence[];
    }
  | { readonly state: 'insufficient-data'; readonly missing: string; readonly wouldSupply: string }
  | { readonly state: 'not-applicable'; readonly why: string };

/** One figure for the whole organisation. Pure; it may throw, which costs only itself. */
export interface Metric<Section extends SectionName = SectionName> {
  readonly meta: MetricMeta<Section>;
  measure(input: MetricInput<Section>): Outcome;
}

/** A value that may be unknown, as an outcome. */
export function outcomeOf(value: number | null, coverage: number, missing: string, wouldSupply: string): Outcome {
  return value === null ? { state: 'insufficient-data', missing, wouldSupply } : { state: 'measured', value, coverage };
}
