import type { Day } from '../../model/calendar.ts';
import type { Contract } from '../../model/snapshot.ts';
import { addDays, addMonths, monthsBetween } from '../../util/day-arithmetic.ts';

/** A contract with the term that runs, or last ran, on a day. */
export interface Term extends Contract {
  /** End as the source has it, where later terms are assumed; null = the term is the source's own. */
  readonly renewedFrom: Day | null;
}

/** Without a stated start a renewal is taken to run for a year. */
const DEFAULT_TERM_MONTHS = 12;
/** A contract that begins within a quarter of another's end, on the same plan, continues it. */
const SUCCESSION_DAYS = 92;

function samePlan(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Whether another row is the next term of this one; where its start is not stated, any later end is taken for it. */
function hasSuccessor(contract: Contract, all: readonly Contract[]): boolean {
  const [from, to] = [addDays(contract.end, -SUCCESSION_DAYS), addDays(contract.end, SUCCESSION_DAYS)];
  return all.some(
    ({ start, end, plan }) =>
      end > contract.end && samePlan(plan, contract.plan) && (start === null || (from <= start && start <= to)),
  );
}

/** An ended contract that renews by itself, in the term of equal length that holds the day; any other as it stands. */
function onDay(contract: Contract, day: Day): Term {
  const { start, end, autoRenew } = contract;
  if (end >= day || autoRenew !== true) return { ...contract, renewedFrom: null };
  const months = start === null ? DEFAULT_TERM_MONTHS : Math.max(1, monthsBetween(start, end));
  let terms = 1;
  while (addMonths(end, terms * months) < day) terms++;
  return {
    ...contract,
    start: addDays(addMonths(end, (terms - 1) * months), 1),
    end: addMonths(end, terms * months),
    renewedFrom: end,
  };
}

/** Every contract but those that another one continues, in the order of the source. */
export function termsOn(contracts: readonly Contract[], day: Day): readonly Term[] {
  return contracts
    .filter((contract) => contract.end >= day || !hasSuccessor(contract, contracts))
    .map((contract) => onDay(contract, day));
}

/** Contracts that run on a day, those among them that have renewed by themselves since they were written down. */
export function inForce(contracts: readonly Contract[], day: Day): readonly Term[] {
  return termsOn(contracts, day).filter(({ start, end }) => (start === null || start <= day) && end >= day);
}

/** Ended, and without a renewal: nothing of it is paid for any more. */
export function isOver({ end, autoRenew }: Pick<Contract, 'end' | 'autoRenew'>, day: Day): boolean {
  return autoRenew === false && end < day;
}
