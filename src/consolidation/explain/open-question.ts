import type { Verdict } from '../../model/audit/consolidation.ts';
import type { EstateTool } from '../estate.ts';
import type { Outcome } from '../outcome.ts';

/** "We do not know X; asking Y settles it" (REPORT rule 9): the one fact that would settle the decision. */
export function openQuestion(tool: EstateTool, verdict: Verdict, outcome: Outcome): string | null {
  const owner = tool.audit.department === null ? 'its owner' : `its owner in ${tool.audit.department}`;
  if (tool.users === null && verdict !== 'keep') {
    return `We do not know who uses ${tool.name}; its account list with last sign-in settles it (ask ${owner}).`;
  }
  if (verdict === 'not enough evidence') return unsettled(tool, owner, outcome);
  if (tool.audit.contract?.noticeState === 'assumed' && verdict !== 'keep') {
    return `We do not know the notice period of ${tool.name} and took ${tool.audit.contract.noticeDays} days; the contract settles it (ask ${owner}).`;
  }
  return null;
}

function unsettled(tool: EstateTool, owner: string, outcome: Outcome): string {
  const group = outcome.groupOf.get(tool.id);
  if (group?.solution.status === 'infeasible') {
    return `We do not know which of the conflicting conditions gives way; whoever set them settles it.`;
  }
  if (group?.solution.status === 'not decided') {
    return `${group.solution.note}; a policy that pins the tools which certainly stay settles it.`;
  }
  return `We do not know what ${tool.name} costs; its contract or last invoice settles it (ask ${owner}).`;
}
