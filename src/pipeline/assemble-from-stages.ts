import type { Audit } from '../model/audit/audit.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readSnapshot } from './analyze.ts';
import { assembleAudit } from './assemble-audit.ts';
import { readFindings } from './decide.ts';
import { earlierAudit } from './earlier-audit.ts';
import { readDecided, readTransition } from './plan.ts';

/** The audit document from what the stages left in the workspace. */
export async function assembleFromStages(workspace: Workspace): Promise<Audit> {
  const stages = {
    snapshot: await readSnapshot(workspace),
    findings: await readFindings(workspace),
    decided: await readDecided(workspace),
    transition: await readTransition(workspace),
  };
  return assembleAudit(workspace, stages, await earlierAudit(workspace));
}
