import { z } from 'zod';
import { consolidate } from '../consolidation/consolidate.ts';
import { Consolidation, Savings } from '../model/audit/consolidation.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { readStage, writeStage } from '../workspace/stage-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Findings } from './analyze.ts';
import { type Ports, SEED } from './ports.ts';

/** What `decide` leaves behind. */
export const Decided = z.strictObject({ consolidation: Consolidation, savings: Savings });
export type Decided = z.infer<typeof Decided>;

export function readFindings(workspace: Workspace): Promise<Findings> {
  return readStage(workspace.snapshotFolder, 'findings', Findings, 'analyze');
}

/** Findings -> which tools stay, written to disk. */
export async function decide(
  workspace: Workspace,
  snapshot: Snapshot,
  findings: Findings,
  ports: Ports,
): Promise<Decided> {
  ports.progress('Choosing which tools stay');
  const decided = consolidate(snapshot, findings.structure, workspace.policy, {
    seed: SEED,
    overrides: workspace.decisions.overrides,
  });
  await writeStage(workspace.snapshotFolder, 'consolidation', decided);
  return decided;
}
