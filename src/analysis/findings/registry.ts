import type { Finding } from '../../model/audit/structure.ts';
import { costDisagreement } from './cost-disagreement.ts';
import { deliberateRedundancy } from './deliberate-redundancy.ts';
import { duplicateTools } from './duplicate-tools.ts';
import { integrationIsolated } from './integration-isolated.ts';
import { leaversWithAccounts } from './leavers-with-accounts.ts';
import { manualHandoffs } from './manual-handoffs.ts';
import { noHome } from './no-home.ts';
import { noticeAssumed } from './notice-assumed.ts';
import { noticeMissed } from './notice-missed.ts';
import { noticeSoon } from './notice-soon.ts';
import type { FindingContext, FindingRule } from './rule.ts';
import { severalInstances } from './several-instances.ts';
import { shadowTool } from './shadow-tool.ts';
import { shelfware } from './shelfware.ts';
import { silos } from './silos.ts';
import { unlistedTool } from './unlisted-tool.ts';
import { usageUnknown } from './usage-unknown.ts';

/** Every rule, in the order in which a report states them. */
export const findingRules: readonly FindingRule[] = [
  noticeMissed,
  noticeSoon,
  duplicateTools,
  silos,
  shelfware,
  leaversWithAccounts,
  shadowTool,
  unlistedTool,
  usageUnknown,
  severalInstances,
  costDisagreement,
  noticeAssumed,
  manualHandoffs,
  noHome,
  integrationIsolated,
  deliberateRedundancy,
];

export function findAll(context: FindingContext): Finding[] {
  return findingRules.flatMap((rule) => rule.find(context));
}
