import type { AuditTool, ToolContract } from '../../model/audit/structure.ts';
import type { Day } from '../../model/calendar.ts';
import type { Contract } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import { addDays } from '../scoring/iso-weeks.ts';
import { annualOf, type Exchange } from './contract-cost.ts';
import { type Term, termsOn } from './terms.ts';

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

function deadlineOf({ end, noticeDays }: Contract): Day {
  return noticeDeadline(end, noticeDays ?? ASSUMED_NOTICE_DAYS);
}

/**
 * By deadline: of those that have not ended the earliest deadline still to come, else the earliest of those that run,
 * else the last that ended.
 */
function nextTerm(byDeadline: readonly Term[], asOf: Day): Term | null {
  const open = byDeadline.filter(({ end }) => end >= asOf);
  const coming = open.find((term) => deadlineOf(term) >= asOf);
  const running = open.find(({ start }) => start === null || start <= asOf);
  const last = [...byDeadline].sort((a, b) => textOrder(b.end, a.end))[0];
  return coming ?? running ?? open[0] ?? last ?? null;
}

function toolContract(term: Term, asOf: Day, exchange: Exchange): ToolContract {
  const noticeDays = term.noticeDays ?? ASSUMED_NOTICE_DAYS;
  return {
    plan: term.plan,
    start: term.start,
    end: term.end,
    noticeDays,
    noticeDeadline: noticeDeadline(term.end, noticeDays),
    noticeState: noticeState(term, asOf),
    autoRenew: term.autoRenew,
    minimumSeats: term.minimumSeats,
    annual: annualOf(term, exchange),
    ...(term.renewedFrom === null ? {} : { renewedFrom: term.renewedFrom }),
  };
}

/** The contract whose notice comes up next, and the others by notice deadline. */
export function toolContracts(
  contracts: readonly Contract[],
  asOf: Day,
  exchange: Exchange,
): Pick<AuditTool, 'contract' | 'furtherContracts'> {
  const byDeadline = [...termsOn(contracts, asOf)].sort(
    (a, b) => textOrder(deadlineOf(a), deadlineOf(b)) || textOrder(a.end, b.end),
  );
  const next = nextTerm(byDeadline, asOf);
  if (next === null) return { contract: null };
  const further = byDeadline.filter((term) => term !== next).map((term) => toolContract(term, asOf, exchange));
  const contract = toolContract(next, asOf, exchange);
  return further.length === 0 ? { contract } : { contract, furtherContracts: further };
}
