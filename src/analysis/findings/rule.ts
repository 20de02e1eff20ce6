import type { Profile } from '../../model/audit/profile.ts';
import type { Finding, Structure } from '../../model/audit/structure.ts';
import type { Policy } from '../../model/policy.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Facts } from '../principles/facts.ts';
import type { Cube } from '../structure/cube.ts';
import type { Exception } from '../structure/intended.ts';
import type { EstateUse } from '../structure/tool-use.ts';

/** The scored constructs, whose signals some rules turn into sentences. */
export type ScoredProfile = Pick<Profile, 'principles' | 'differences' | 'challenges'>;

export interface FindingContext {
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly sections: Omit<Structure, 'findings'>;
  readonly use: EstateUse;
  readonly cube: Cube;
  readonly exceptions: readonly Exception[];
  readonly facts: Facts;
  /** null = the way of working was not scored, so nothing is said about it. */
  readonly profile: ScoredProfile | null;
}

/** A finding as its rule states it; the registry adds the step of its rule. */
export type StatedFinding = Omit<Finding, 'step'>;

/** One kind of statement about the estate. `find` states it only where the sources show it. */
export interface FindingRule {
  readonly meta: {
    readonly id: Finding['rule'];
    readonly title: string;
    /** When it is stated, in plain words, with its thresholds. */
    readonly condition: string;
    readonly reference: string;
    /** Step of the transition that it belongs to (METHOD 4.4): 1 charter, 2 decisions, 3 single source, 4 tools, 5 training. */
    readonly step: Finding['step'];
  };
  readonly find: (context: FindingContext) => readonly StatedFinding[];
}
