import type { Finding, Structure } from '../../model/audit/structure.ts';
import type { Policy } from '../../model/policy.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Cube } from '../structure/cube.ts';
import type { Exception } from '../structure/intended.ts';
import type { EstateUse } from '../structure/tool-use.ts';

export interface FindingContext {
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly sections: Omit<Structure, 'findings'>;
  readonly use: EstateUse;
  readonly cube: Cube;
  readonly exceptions: readonly Exception[];
}

/** One kind of statement about the estate. `find` states it only where the sources show it. */
export interface FindingRule {
  readonly meta: {
    readonly id: Finding['rule'];
    readonly title: string;
    /** When it is stated, in plain words, with its thresholds. */
    readonly condition: string;
    readonly reference: string;
  };
  readonly find: (context: FindingContext) => readonly Finding[];
}
