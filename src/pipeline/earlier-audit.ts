import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Audit } from '../model/audit/audit.ts';
import { readStageIfAny } from '../workspace/stage-files.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The newest audit in the workspace whose period ended before this one starts; null where there is none. */
export async function earlierAudit(workspace: Workspace): Promise<Audit | null> {
  const folder = join(workspace.root, 'reports');
  const names = await readdir(folder).catch(() => []);
  let newest: Audit | null = null;
  for (const name of [...names].sort()) {
    const audit = await readStageIfAny(join(folder, name), 'audit', Audit);
    if (audit === null || audit.period.end >= workspace.config.period.start) continue;
    if (newest === null || audit.period.end > newest.period.end) newest = audit;
  }
  return newest;
}
