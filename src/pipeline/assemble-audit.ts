import { advise } from '../analysis/advice.ts';
import { compareAudits } from '../analysis/changes.ts';
import { notAssessed } from '../analysis/not-assessed.ts';
import { loadMatchQuality } from '../catalog/load-match-quality.ts';
import type { Audit } from '../model/audit/audit.ts';
import type { Transition } from '../model/audit/transition.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { protectStructure } from '../privacy/protect-structure.ts';
import { agendaOf } from '../transition/agenda.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Findings } from './analyze.ts';
import type { Decided } from './decide.ts';
import { VERSION } from './version.ts';

export interface Stages {
  readonly snapshot: Snapshot;
  readonly findings: Findings;
  readonly decided: Decided;
  readonly transition: Transition;
}

/** Joins the stages into the one document that renderers read; small groups are withheld here. */
export function assembleAudit(workspace: Workspace, stages: Stages, earlier: Audit | null): Audit {
  const { snapshot, findings, decided, transition } = stages;
  const structure = protectStructure(findings.structure, snapshot.privacy.k);
  const audit: Audit = {
    schema: 'unsprawl/audit@1',
    version: VERSION,
    organisation: snapshot.organisation,
    period: snapshot.period,
    asOf: snapshot.asOf,
    currency: snapshot.organisation.currency,
    policy: workspace.policy,
    sources: snapshot.sources,
    gaps: snapshot.gaps,
    rejected: snapshot.rejected,
    reconciliation: snapshot.reconciliation,
    openNames: snapshot.openNames,
    matching: [...loadMatchQuality()],
    ...structure,
    ...findings.profile,
    measurements: findings.measurements,
    consolidation: decided.consolidation,
    agenda: agendaOf(decided.consolidation.decisions),
    savings: decided.savings,
    transition,
    changes: null,
    advice: advise(snapshot, findings.profile),
    notAssessed: notAssessed(snapshot, structure, findings.profile),
    issued: [],
  };
  return earlier === null ? audit : { ...audit, changes: compareAudits(earlier, audit) };
}
