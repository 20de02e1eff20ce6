import type { ToolContract } from '../../model/audit/structure.ts';
import type { Day } from '../../model/calendar.ts';
import type { Contract } from '../../model/snapshot.ts';
import { addDays } from '../scoring/iso-weeks.ts';
import { annualOf, type Exchange } from './contract-cost.ts';
import { inForce, latestEnd } from './terms.ts';

/** Unknown notice is planned with this many days and flagged (METHOD 4.1). */
export const ASSUMED_NOTICE_DAYS = 90;

/** Last day on which notice can be given: end less notice (METHOD 4.1). */
export function noticeDeadline(end: Day, noticeDays: number): Day {
  return addDays(end, -Math.round(noticeDays));
}

/** missed when `asOf` is later than the deadline; an unknown notice period stays `assumed` (METHOD 6a.20). */
export function noticeState(contract: Contract, asOf: Day): ToolContract['noticeState'] {
  if (contract.noticeDays === null) return 'assumed';
  return asOf > noticeDeadline(contract.end, contract.noticeDays) ? 'missed' : 'known';
}

/** The contract whose notice comes up next: of those that run as of the day, the earliest deadline still ahead. */
export function nextContract(contracts: readonly Contract[], asOf: Day): Contract | null {
  const running = inForce(contracts, asOf);
  const last = latestEnd(contracts);
  const choice = running.length > 0 ? running : contracts.filter(({ end }) => end === last);
  const deadline = (c: Contract) => noticeDeadline(c.end, c.noticeDays ?? ASSUMED_NOTICE_DAYS);
  const byDeadline = [...choice].sort((a, b) => (deadline(a) < deadline(b) ? -1 : deadline(a) > deadline(b) ? 1 : 0));
  return byDeadline.find((contract) => deadline(contract) >= asOf) ?? byDeadline[0] ?? null;
}

export function toolContract(contracts: readonly Contract[], asOf: Day, exchange: Exchange): ToolContract | null {
  const contract = nextContract(contracts, asOf);
  if (contract === null) return null;
  const noticeDays = contract.noticeDays ?? ASSUMED_NOTICE_DAYS;
  return {
    plan: contract.plan,
    start: contract.start,
    end: contract.end,
    noticeDays,
    noticeDeadline: noticeDeadline(contract.end, noticeDays),
    noticeState: noticeState(contract, asOf),
    autoRenew: contract.autoRenew,
    minimumSeats: contract.minimumSeats,
    annual: annualOf(contract, exchange),
  };
}
