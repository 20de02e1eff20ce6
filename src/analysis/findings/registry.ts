import type { Finding } from '../../model/audit/structure.ts';
import { afterHoursLoad } from './after-hours-load.ts';
import { costDisagreement } from './cost-disagreement.ts';
import { decisionsWithoutApprover } from './decisions-without-approver.ts';
import { deliberateRedundancy } from './deliberate-redundancy.ts';
import { documentationOverload } from './documentation-overload.ts';
import { duplicateTools } from './duplicate-tools.ts';
import { hubAtRisk } from './hub-at-risk.ts';
import { integrationIsolated } from './integration-isolated.ts';
import { leaversWithAccounts } from './leavers-with-accounts.ts';
import { manualHandoffs } from './manual-handoffs.ts';
import { noHome } from './no-home.ts';
import { noticeAssumed } from './notice-assumed.ts';
import { noticeMissed } from './notice-missed.ts';
import { noticeSoon } from './notice-soon.ts';
import { processWithoutPage } from './process-without-page.ts';
import { redundancyWithoutExpiry } from './redundancy-without-expiry.ts';
import type { FindingContext, FindingRule } from './rule.ts';
import { severalInstances } from './several-instances.ts';
import { shadowTool } from './shadow-tool.ts';
import { shelfware } from './shelfware.ts';
import { silos } from './silos.ts';
import { statusMeetings } from './status-meetings.ts';
import { unlistedTool } from './unlisted-tool.ts';
import { usageUnknown } from './usage-unknown.ts';
import { vendorConcentration } from './vendor-concentration.ts';

/** Every rule, in the order in which a report states them: dates and money, the way of working, what is only noted. */
export const findingRules: readonly FindingRule[] = [
  noticeMissed,
  noticeSoon,
  duplicateTools,
  silos,
  shelfware,
  leaversWithAccounts,
  redundancyWithoutExpiry,
  hubAtRisk,
  shadowTool,
  unlistedTool,
  usageUnknown,
  severalInstances,
  costDisagreement,
  noticeAssumed,
  statusMeetings,
  afterHoursLoad,
  decisionsWithoutApprover,
  noHome,
  processWithoutPage,
  documentationOverload,
  manualHandoffs,
  vendorConcentration,
  integrationIsolated,
  deliberateRedundancy,
];

/** What every rule states, with the step of the rule. */
export function findAll(context: FindingContext): Finding[] {
  return findingRules.flatMap(({ meta, find }) => find(context).map((stated) => ({ ...stated, step: meta.step })));
}
