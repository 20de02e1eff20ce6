import type { Snapshot } from '../model/snapshot.ts';
import type { EstateTool } from './estate.ts';

const ENVIRONMENT =
  /\b(sandbox|staging|stage|stg|test|testing|dev|development|develop|qa|uat|demo|prod|production|preprod|preview|training|trial|integration|canary|beta|dr|backup)\b/i;

/**
 * Paid workspaces or tenants of one product (METHOD 6a.24). Copies of one environment for tests are not workspaces;
 * without a bill nothing says that they are paid.
 */
export function workspacesOf(tool: EstateTool, snapshot: Snapshot): readonly string[] {
  const named = tool.audit.instances.filter((instance) => !ENVIRONMENT.test(instance.replaceAll(/[_-]/g, ' ')));
  const contracts = snapshot.contracts.filter((contract) => contract.tool === tool.id).length;
  const isPaid = contracts > 0 || (tool.cost?.annual ?? 0) > 0;
  return isPaid && named.length > 1 ? named : [];
}
