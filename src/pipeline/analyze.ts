import { z } from 'zod';
import { measureAll } from '../analysis/metrics/measure-all.ts';
import { analyseProfile } from '../analysis/principles/profile.ts';
import { measureEstate, withFindings } from '../analysis/structure.ts';
import { Profile } from '../model/audit/profile.ts';
import { Structure } from '../model/audit/structure.ts';
import { Measurement } from '../model/measurement.ts';
import { Snapshot } from '../model/snapshot.ts';
import { readStage, writeStage } from '../workspace/stage-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Ports, SEED } from './ports.ts';
import { withUsage } from './usage/read-usage.ts';

/** What `analyze` leaves behind. Not yet suppressed: it stays in the workspace and is no report. */
export const Findings = z.strictObject({
  structure: Structure,
  profile: Profile,
  measurements: z.array(Measurement),
});
export type Findings = z.infer<typeof Findings>;

export async function readSnapshot(workspace: Workspace): Promise<Snapshot> {
  return withUsage(workspace, await readStage(workspace.snapshotFolder, 'snapshot', Snapshot, 'collect'));
}

/** Snapshot -> findings, written to disk. */
export async function analyze(workspace: Workspace, snapshot: Snapshot, ports: Ports): Promise<Findings> {
  ports.progress('Measuring overlap and fragmentation');
  const estate = measureEstate(snapshot, workspace.policy, { seed: SEED });
  ports.progress('Scoring the async principles');
  const profile = analyseProfile(snapshot, estate.sections, workspace.policy, { seed: SEED, facts: estate.facts });
  // After the profile: some findings turn its signals into sentences.
  const structure = withFindings(estate, profile);
  const measurements = measureAll(snapshot, workspace.policy, structure);
  const findings = { structure, profile, measurements };
  await writeStage(workspace.snapshotFolder, 'findings', findings);
  return findings;
}
