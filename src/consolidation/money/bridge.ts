import { daysBetween } from '../../util/day-arithmetic.ts';
import type { MoveDates } from '../../util/move-dates.ts';

/** What one decision does to cash; integer minor units. */
export interface CashCase {
  /** A year: cost that ends less seats bought elsewhere. */
  readonly gross: number;
  /** A year: seats bought elsewhere, due from the cut-over on. */
  readonly added: number;
  /** Once, at the cut-over. */
  readonly migration: number;
  readonly dates: MoveDates;
}

export interface BridgeAmounts {
  readonly gross: number;
  readonly commitFloor: number;
  readonly missedNotice: number;
  readonly migration: number;
  readonly dualRunning: number;
  readonly net: number;
}

const YEAR = 365;

/** Days inside the first twelve months, 0..365, that the amounts of a case are multiplied with. */
export interface BridgeDays {
  readonly exit: number;
  /** Of those, the days of the term that runs now; null = no contract. */
  readonly current: number | null;
  readonly bothPaid: number;
  readonly movesWithin: boolean;
}

export function bridgeDays(dates: MoveDates, asOf: string): BridgeDays {
  const inYear = (day: string) => Math.min(YEAR, Math.max(0, daysBetween(asOf, day)));
  const exit = inYear(dates.exit);
  const cutOver = inYear(dates.cutOver);
  return {
    exit,
    current: dates.currentEnd === null ? null : Math.min(exit, inYear(dates.currentEnd)),
    bothPaid: Math.max(0, exit - cutOver),
    movesWithin: cutOver < YEAR,
  };
}

/**
 * First twelve months from the as-of date: gross - commit floor - missed notice - migration - dual running = net,
 * exactly. Until the current term ends the money is committed; from there to the end of the term that is really left
 * it is lost to a notice that was missed or to a lack of time; from the cut-over on both tools are paid for.
 * Without a contract the old tool is paid for until the parallel run ends. Where the seats bought elsewhere are dearer,
 * gross is negative and so are the first two steps: that cost is not due before the term ends either.
 */
export function bridgeLine(cash: Omit<CashCase, 'dates'>, days: BridgeDays): BridgeAmounts {
  const withheld = share(cash.gross, days.exit);
  const commitFloor = days.current === null ? 0 : share(cash.gross, days.current);
  const missedNotice = days.current === null ? 0 : withheld - commitFloor;
  const both = share(cash.added, days.bothPaid);
  const dualRunning = days.current === null ? withheld + both : both;
  const migration = days.movesWithin ? cash.migration : 0;
  const net = cash.gross - commitFloor - missedNotice - migration - dualRunning;
  return { gross: cash.gross, commitFloor, missedNotice, migration, dualRunning, net };
}

function share(annual: number, days: number): number {
  return Math.round((annual * Math.max(0, days)) / YEAR);
}

/** Cash saved from the as-of date up to `until`, that day not included. */
export function cashUntil(cash: CashCase, until: string): number {
  const { dates } = cash;
  const after = Math.max(0, daysBetween(dates.exit, until));
  const both = Math.max(0, daysBetween(dates.cutOver, dates.exit < until ? dates.exit : until));
  const paid = dates.cutOver < until ? cash.migration : 0;
  return share(cash.gross, after) - share(cash.added, both) - paid;
}
