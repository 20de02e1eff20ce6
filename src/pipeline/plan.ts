import { Transition } from '../model/audit/transition.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { planTransition } from '../transition/plan-transition.ts';
import { readStage, writeStage } from '../workspace/stage-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Findings } from './analyze.ts';
import { Decided } from './decide.ts';
import type { Ports } from './ports.ts';

export function readDecided(workspace: Workspace): Promise<Decided> {
  return readStage(workspace.snapshotFolder, 'consolidation', Decided, 'decide');
}

export function readTransition(workspace: Workspace): Promise<Transition> {
  return readStage(workspace.snapshotFolder, 'transition', Transition, 'plan');
}

/** Decisions -> dated plan, written to disk. */
export async function plan(
  workspace: Workspace,
  snapshot: Snapshot,
  findings: Findings,
  decided: Decided,
  ports: Ports,
): Promise<Transition> {
  ports.progress('Dating the transition');
  const transition = planTransition(
    snapshot,
    findings.structure,
    findings.profile,
    decided.consolidation,
    workspace.policy,
  );
  await writeStage(workspace.snapshotFolder, 'transition', transition);
  return transition;
}
