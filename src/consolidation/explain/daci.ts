import type { DaciRecord, Verdict } from '../../model/audit/consolidation.ts';
import { addDays } from '../../util/day-arithmetic.ts';
import { moneyWords } from '../../util/money-words.ts';
import type { EstateTool } from '../estate.ts';
import type { Outcome } from '../outcome.ts';
import type { Reversal } from './reversal.ts';

/** A decision is looked at again after two quarters. */
const REVIEW_AFTER_DAYS = 180;

/** DACI record (METHOD 4.5): one driver, one approver who is another role, nobody both asked and only told. */
export function daciFor(
  tool: EstateTool,
  verdict: Verdict,
  target: EstateTool | undefined,
  due: string | null,
  reversal: Reversal | null,
  outcome: Outcome,
): DaciRecord {
  const isMoney = verdict === 'cut seats' || verdict === 'renegotiate' || verdict === 'downgrade tier';
  const isUnused = tool.users?.size === 0;
  const sentence = sentenceFor(tool, verdict, target);
  return {
    decision: sentence,
    due,
    // Deleted accounts and ended contracts do not come back; everything else can be set back.
    reversibility: verdict === 'retire' || verdict === 'merge workspaces' ? 'one-way' : 'two-way',
    driver:
      tool.audit.department === null ? `Owner of ${tool.name}` : `Owner of ${tool.name} (${tool.audit.department})`,
    approver: isMoney ? 'Head of finance' : 'Head of operations',
    contributors: contributors(tool, verdict, target),
    informed: verdict === 'keep' || isUnused ? [] : [`Everyone who uses ${tool.name}`],
    options: options(tool, verdict, sentence, reversal, outcome),
    reviewDate: addDays(due ?? outcome.snapshot.asOf, REVIEW_AFTER_DAYS),
  };
}

export function sentenceFor(tool: EstateTool, verdict: Verdict, target: EstateTool | undefined): string {
  switch (verdict) {
    case 'retire':
      return target === undefined ? `Retire ${tool.name}.` : `Retire ${tool.name} and work in ${target.name}.`;
    case 'cut seats':
      return `Keep ${tool.name} and give back the seats that nobody uses.`;
    case 'downgrade tier':
      return `Keep ${tool.name} on a smaller plan.`;
    case 'merge workspaces':
      return `Merge the workspaces of ${tool.name} into one.`;
    case 'renegotiate':
      return `Renegotiate ${tool.name} before the notice date.`;
    case 'integrate':
      return `Keep ${tool.name} and integrate it where work is handed over by hand.`;
    case 'not enough evidence':
      return `Settle the open fact about ${tool.name} before deciding.`;
    default:
      return `Keep ${tool.name}.`;
  }
}

function contributors(tool: EstateTool, verdict: Verdict, target: EstateTool | undefined): string[] {
  if (verdict === 'keep') return [];
  const isShared = (verdict === 'retire' && tool.users?.size !== 0) || verdict === 'merge workspaces';
  const leads = isShared ? ['Leads of the teams that use it'] : [];
  const owner = target === undefined ? [] : [`Owner of ${target.name}`];
  const security = verdict === 'retire' ? ['IT and security'] : [];
  const purchasing = tool.audit.contract === null ? [] : ['Purchasing'];
  return [...leads, ...owner, ...security, ...purchasing];
}

function options(
  tool: EstateTool,
  verdict: Verdict,
  sentence: string,
  reversal: Reversal | null,
  outcome: Outcome,
): DaciRecord['options'] {
  const row = outcome.ledger.get(tool.id);
  const saves = (row?.released ?? 0) - (row?.added ?? 0);
  const counts = verdict === 'retire' || verdict === 'cut seats';
  const evidence =
    counts && row !== undefined ? `Gross ${moneyWords(saves, outcome.currency)} a year.` : 'See the reasons.';
  const other =
    verdict === 'retire' ? `Keep ${tool.name}.` : verdict === 'keep' ? `Retire ${tool.name}.` : 'Leave it as it is.';
  const price =
    reversal?.cost == null
      ? reversal?.isWithheld === true
        ? 'Its price is withheld: it would tell the size of a small group.'
        : 'Not priced.'
      : `${moneyWords(reversal.cost, outcome.currency)} more over the horizon than the recommendation.`;
  return [
    { option: sentence, evidence },
    { option: other, evidence: verdict === 'retire' || verdict === 'keep' ? price : 'The present cost goes on.' },
  ];
}
