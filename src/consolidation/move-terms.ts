import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { addDays, monthsBetween } from '../util/day-arithmetic.ts';
import { dateMove, type MoveDates, type MoveTerm } from '../util/move-dates.ts';
import type { EstateTool } from './estate.ts';

/** Without a stated start a renewal is taken to run for a year. */
const DEFAULT_TERM_MONTHS = 12;

export function moveTerm(tool: EstateTool, snapshot: Snapshot): MoveTerm | null {
  const contract = tool.audit.contract;
  if (contract === null) return null;
  const autoRenew = contract.autoRenew;
  const start = contract.start ?? snapshot.contracts.find((c) => c.tool === tool.id && c.end === contract.end)?.start;
  const months = start === null || start === undefined ? DEFAULT_TERM_MONTHS : monthsBetween(start, contract.end);
  return { end: contract.end, noticeDays: contract.noticeDays, autoRenew, termMonths: Math.max(1, months) };
}

/** When the cost of the tool can end: with a migration and a parallel run, or (for seats) with the next term alone. */
export function exitDates(
  tool: EstateTool,
  snapshot: Snapshot,
  policy: Policy,
  teams: readonly string[],
  withMigration: boolean,
): MoveDates {
  const freezes = policy.freezes.filter((f) => f.teams.length === 0 || f.teams.some((team) => teams.includes(team)));
  const term = moveTerm(tool, snapshot);
  // A term that runs out does not wait for the decision buffer.
  const waits = withMigration && term === null;
  return dateMove(term, {
    asOf: snapshot.asOf,
    earliest: waits ? addDays(snapshot.asOf, policy.decision_buffer_days) : snapshot.asOf,
    migrationDays: withMigration ? policy.migration_days : 0,
    parallelDays: withMigration ? policy.parallel_run_days : 0,
    bufferDays: policy.decision_buffer_days,
    freezes: withMigration ? freezes : [],
  });
}
