import { advise } from '../analysis/advice.ts';
import { compareAudits } from '../analysis/changes.ts';
import { notAssessed } from '../analysis/not-assessed.ts';
import { signals } from '../analysis/principles/signals/registry.ts';
import { loadMatchQuality } from '../catalog/load-match-quality.ts';
import type { Audit } from '../model/audit/audit.ts';
import type { Transition } from '../model/audit/transition.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type Gate, protectAudit } from '../privacy/protect-audit.ts';
import { teamActivity } from '../privacy/team-activity.ts';
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

/** Thresholds in force, and who stands behind the figures: what the gate before every output judges by. */
function gateOf({ snapshot, findings }: Stages, earlier: Audit | null): Gate {
  const { k } = snapshot.privacy;
  const classes = new Map(signals.map(({ meta }) => [meta.id, meta.privacy]));
  const { start, end } = findings.structure.people.window;
  const window = { start: start ?? snapshot.period.start, end: end ?? snapshot.period.end };
  return {
    k,
    thresholdOf: (signal) => (classes.get(signal) === 'collaboration' ? k.collaboration : k.usage),
    activity: teamActivity(snapshot, window),
    earlier,
  };
}

/**
 * Joins the stages into the one document that renderers read; small groups are withheld here.
 * @throws OutputError where withholding is not enough to keep them unknown (METHOD 6a.30)
 */
export function assembleAudit(workspace: Workspace, stages: Stages, earlier: Audit | null): Audit {
  const counted = joinStages(workspace, stages);
  const safe = protectAudit(counted, gateOf(stages, earlier));
  // From what is published: that the use of some seats is unknown would tell of a withheld group.
  const audit = { ...safe, notAssessed: notAssessed(stages.snapshot, safe, safe) };
  return earlier === null ? audit : { ...audit, changes: compareAudits(earlier, audit) };
}

/** The whole document with every count in it: nothing may be written of it before the gate. */
export function joinStages(workspace: Workspace, stages: Stages): Audit {
  const { snapshot, findings, decided, transition } = stages;
  return {
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
    ...findings.structure,
    ...findings.profile,
    measurements: findings.measurements,
    consolidation: decided.consolidation,
    agenda: agendaOf(decided.consolidation.decisions),
    savings: decided.savings,
    transition,
    changes: null,
    advice: advise(snapshot, findings.profile),
    notAssessed: [],
    issued: [],
  };
}
