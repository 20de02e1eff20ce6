import type { Savings, ToolDecision } from '../../model/audit/consolidation.ts';
import { addDays, addMonths } from '../../util/day-arithmetic.ts';
import { toMinor } from '../../util/minor-units.ts';
import { endedHandOffs, HAND_OFF_MINUTES, handOffHours, manualHandOffs } from '../hand-offs.ts';
import type { Outcome } from '../outcome.ts';
import { type BridgeAmounts, bridgeLine, cashUntil } from './bridge.ts';
import { type DecisionCase, decisionCases } from './cases.ts';
import { DRAWS, netRange } from './net-range.ts';

/** Payback later than this is not shown. */
const LONGEST_PAYBACK_MONTHS = 120;

/** How the bridge is computed, in words: printed under it. */
function methodWords({ policy, k }: Outcome): string {
  const reserve = Math.round(policy.seat_buffer * 100);
  return [
    'First twelve months from the as-of date, cash only, integer minor units.',
    `Gross: annual cost that ends, less seats bought for the people who move. They first take the seats of the target that are bought beyond its recommended number (people active or new there and a reserve of ${reserve} %, at least the minimum of the contract); the reserve stays free, and a seat that is taken is not cut as well.`,
    'Commit floor: what the running term still charges. Missed notice: terms that renew because notice is past or time is too short.',
    'Migration: people moved and integrations rebuilt at the likely cost of the policy, in the month of the cut-over. Dual running: new seats during the parallel run, and the old tool until it ends where no contract binds it.',
    'Net, likely: the lines with every input at its likely value; their sum is the net total.',
    `Net, simulated: the lowest tenth, the middle and the highest tenth of ${DRAWS} seeded draws over the policy's cost ranges, the reserve of seats (none to double) and the spread of costs that are not from a contract; one draw of migration cost for all decisions. The middle is not the likely total: the ranges are triangular and skewed, with more room on one side of the likely value than on the other, so half of the draws do not lie on each side of it; with costs that can rise further than fall the middle is the lower of the two.`,
    'Prices as today, not discounted.',
    `Small groups: where fewer than ${k} people move, or would be left beside those who do, every figure counts them as ${k} or with the rest; where a smaller group could be told from a tool's seats, they are cut in whole steps of ${k}. No figure, and no difference of figures, is made of such a group.`,
  ].join(' ');
}

/** Four columns that are never added (METHOD 6a.22) and the bridge from gross to net. */
export function savingsOf(decisions: readonly ToolDecision[], outcome: Outcome, seed: number): Savings {
  const { currency, snapshot, estate } = outcome;
  const cases = decisionCases(decisions, outcome);
  const lines = cases.map((each) => ({ each, amounts: bridgeLine(each.cash, each.days) }));
  const money = (minor: number) => ({ minor, currency });
  const total = (pick: (amounts: BridgeAmounts) => number) =>
    money(lines.reduce((sum, { amounts }) => sum + pick(amounts), 0));
  const known = estate.tools.filter((tool) => tool.cost !== null);
  const addressable = known.reduce((sum, tool) => sum + (tool.cost?.annual ?? 0), 0);
  // Free products have a known cost of zero; beside tools of unknown cost that says nothing about the money at stake.
  const nothingKnown = known.length === 0 || (addressable === 0 && known.length < estate.tools.length);
  const net = netRange(cases, costRanges(outcome), seed);
  return {
    currency,
    cashThisYear: nothingKnown ? null : money(cashThisYear(cases, outcome)),
    cashRunRate: nothingKnown ? null : total(({ gross }) => gross),
    avoided: nothingKnown ? null : money(avoidedBy(cases, outcome)),
    hours: hoursFreed(decisions, outcome),
    bridge: {
      gross: total(({ gross }) => gross),
      commitFloor: total(({ commitFloor }) => commitFloor),
      missedNotice: total(({ missedNotice }) => missedNotice),
      migration: total(({ migration }) => migration),
      dualRunning: total(({ dualRunning }) => dualRunning),
      netLikely: total(({ net: likely }) => likely),
      net: { p10: money(net.p10), p50: money(net.p50), p90: money(net.p90) },
      lines: lines.map(({ each, amounts }) => ({
        decision: each.decision,
        tool: each.tool.id,
        gross: money(amounts.gross),
        commitFloor: money(amounts.commitFloor),
        missedNotice: money(amounts.missedNotice),
        migration: money(amounts.migration),
        dualRunning: money(amounts.dualRunning),
        net: money(amounts.net),
      })),
      method: methodWords(outcome),
    },
    paybackMonths: payback(cases, snapshot.asOf),
    addressableSpend: nothingKnown ? null : money(addressable),
  };
}

function costRanges({ policy, currency }: Outcome) {
  const range = ({ low, likely, high }: { low: number; likely: number; high: number }) =>
    [toMinor(low, currency), toMinor(likely, currency), toMinor(high, currency)] as const;
  return { migration: range(policy.costs.migration_per_person), rebuild: range(policy.costs.integration_rebuild) };
}

function avoidedBy(cases: readonly DecisionCase[], outcome: Outcome): number {
  return cases.reduce((sum, { tool }) => sum + (outcome.ledger.get(tool.id)?.avoided ?? 0), 0);
}

/** From the as-of date to the end of the fiscal year that it lies in. */
function cashThisYear(cases: readonly DecisionCase[], { snapshot }: Outcome): number {
  const until = nextFiscalYear(snapshot.asOf, snapshot.fiscalYearStart);
  return cases.reduce((sum, { cash }) => sum + cashUntil(cash, until), 0);
}

/** First day of the next fiscal year; `start` is `MM-DD`. */
export function nextFiscalYear(asOf: string, start: string): string {
  const inYear = (year: number) => addDays(`${year}-${start.slice(0, 2)}-01`, Number(start.slice(3)) - 1);
  const year = Number(asOf.slice(0, 4));
  const thisOne = inYear(year);
  return thisOne > asOf ? thisOne : inYear(year + 1);
}

/** Months until all one-off and double cost is earned back; 0 = nothing to earn back; null = never, or no saving. */
function payback(cases: readonly DecisionCase[], asOf: string): number | null {
  const gross = cases.reduce((sum, { cash }) => sum + cash.gross, 0);
  if (gross <= 0) return null;
  if (cases.every(({ cash }) => cash.migration === 0 && cash.added === 0)) return 0;
  for (let month = 1; month <= LONGEST_PAYBACK_MONTHS; month++) {
    const until = addMonths(asOf, month);
    const allMoved = cases.every(({ cash }) => cash.dates.cutOver < until);
    if (allMoved && cases.reduce((sum, { cash }) => sum + cashUntil(cash, until), 0) >= 0) return month;
  }
  return null;
}

/** Hours a year that integrating, and working in one tool instead of two, would free; null = none are known. */
function hoursFreed(decisions: readonly ToolDecision[], outcome: Outcome): Savings['hours'] {
  const carriers = new Set(decisions.filter(({ verdict }) => verdict === 'integrate').map(({ tool }) => tool));
  const integrated = manualHandOffs(outcome).filter(({ carrier }) => carriers.has(carrier));
  const weekly = [...integrated, ...endedHandOffs(outcome)].reduce((sum, pair) => sum + pair.weekly, 0);
  if (weekly === 0) return null;
  const hours = (minutes: number) => Math.round(handOffHours(weekly, minutes));
  return {
    low: hours(HAND_OFF_MINUTES.low),
    likely: hours(HAND_OFF_MINUTES.likely),
    high: hours(HAND_OFF_MINUTES.high),
  };
}
