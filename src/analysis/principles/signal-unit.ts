import type { Signal, SignalState } from '../../model/audit/profile.ts';
import type { Structure } from '../../model/audit/structure.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Policy } from '../../model/policy.ts';
import type { SectionName, Snapshot } from '../../model/snapshot.ts';
import type { ClusterSample } from '../scoring/cluster-bootstrap.ts';
import type { Shape } from '../scoring/shape.ts';
import type { ConstructId } from './constructs.ts';
import type { Facts } from './facts.ts';

/** Which group threshold guards a signal (METHOD 5): none for records and contracts, usage 5, collaboration 10. */
export type PrivacyClass = 'none' | 'usage' | 'collaboration';

export interface SignalMeta {
  /** METHOD 1, such as `P1.1`. */
  readonly id: string;
  readonly title: string;
  readonly construct: ConstructId;
  readonly unit: string;
  /** For a challenge `good` is "no trouble" and `bad` is "severe". */
  readonly shape: Shape;
  readonly grade: Signal['grade'];
  readonly weight: number;
  readonly formula: string;
  readonly reference: string;
  /** The file or connector that supplies it, in plain words. */
  readonly source: string;
  /** Sections without which it is not connected. Empty = nothing that can be read today carries it. */
  readonly requires: readonly SectionName[];
  readonly privacy: PrivacyClass;
  /** Person-day or after-hours facts, which the works-council profile never computes (METHOD 6a.30). */
  readonly personDay: boolean;
  /** Counted over the full ISO weeks of the period, so under four weeks it is partial (METHOD 0.2). */
  readonly windowed: boolean;
}

export interface SignalInput {
  readonly snapshot: Snapshot;
  /** What findings are made from, so without them. */
  readonly structure: Omit<Structure, 'findings'>;
  readonly policy: Policy;
  readonly facts: Facts;
}

/** What a signal found. `value` is in the unit of the meta unless `unit` replaces it. */
export interface Reading {
  readonly state: SignalState;
  readonly value: number | null;
  /** People or records with data over those in scope, 0..1. */
  readonly coverage: number;
  /** Weeks with data over weeks asked, 0..1; 1 for what is not counted by week. */
  readonly windowCoverage: number;
  readonly reliability: number;
  readonly words: string;
  readonly note: string | null;
  readonly evidence: readonly Evidence[];
  /**
   * What the value could be, were the unseen part seen (METHOD 0.2, no assumption about it); absent = nothing is unseen.
   * For line shapes only, whose score is monotone between the ends.
   */
  readonly range?: readonly [number, number];
  /** People behind the value, where a threshold applies. */
  readonly people?: number;
  /** The value rests on records and no people after all, whatever the class of the signal. */
  readonly ofRecords?: true;
  /** Largest share of one person in the total, where METHOD 5's dominance rule applies. */
  readonly dominance?: number;
  readonly sample?: ClusterSample;
  /** A value that has no anchors in this form, such as a bare count: shown, never scored. */
  readonly unscored?: true;
  /** Replace unit and shape, for a survey answer that stands in for a measurement. */
  readonly unit?: string;
  readonly shape?: Shape;
}

export interface SignalUnit {
  readonly meta: SignalMeta;
  readonly measure: (input: SignalInput) => Reading;
}
