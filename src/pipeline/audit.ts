import { Audit } from '../model/audit/audit.ts';
import { RENDERER_IDS, type RendererId } from '../renderers/registry.ts';
import { readStage } from '../workspace/stage-files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { analyze } from './analyze.ts';
import { assembleAudit } from './assemble-audit.ts';
import { type AuditSummary, summariseAudit } from './audit-summary.ts';
import { collect } from './collect.ts';
import { decide } from './decide.ts';
import { earlierAudit } from './earlier-audit.ts';
import { plan } from './plan.ts';
import type { Ports } from './ports.ts';
import { render, type WrittenFile } from './render.ts';
import { withUsage } from './usage/read-usage.ts';

export interface AuditResult {
  readonly workspace: string;
  /** Folder of the snapshot, relative to the workspace. */
  readonly snapshot: string;
  readonly files: readonly WrittenFile[];
  readonly summary: AuditSummary;
}

/** All stages after import: collect, analyze, decide, plan, render. */
export async function audit(
  workspace: Workspace,
  ports: Ports,
  formats: readonly RendererId[] = RENDERER_IDS,
): Promise<AuditResult> {
  const snapshot = await withUsage(workspace, await collect(workspace, ports));
  const findings = await analyze(workspace, snapshot, ports);
  const decided = await decide(workspace, snapshot, findings, ports);
  const transition = await plan(workspace, snapshot, findings, decided, ports);
  const document = assembleAudit(workspace, { snapshot, findings, decided, transition }, await earlierAudit(workspace));
  const files = await render(workspace, document, formats, ports);
  return {
    workspace: workspace.name,
    snapshot: `snapshots/${workspace.period}`,
    files,
    summary: summariseAudit(document, files),
  };
}

/** The audit of the workspace's period as last written. */
export function readAudit(workspace: Workspace): Promise<Audit> {
  return readStage(workspace.reportFolder, 'audit', Audit, 'audit');
}
