import type { Policy } from '../../model/policy.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { byTool } from './by-tool.ts';
import { lastUsageDays } from './last-days.ts';
import { holdersOf } from './seat-holders.ts';
import { seatRules, seatSorter } from './seat-state.ts';

/** People who left by the period's end and still have an open account in some tool. */
export function leaversOf(snapshot: Snapshot, policy: Policy): ReadonlySet<number> {
  const [rules, lastDays] = [seatRules(snapshot, policy), lastUsageDays(snapshot)];
  const stateOf = seatSorter(rules);
  const leavers = new Set<number>();
  for (const [tool, accounts] of byTool(snapshot.accounts)) {
    for (const holder of holdersOf(accounts, lastDays.get(tool) ?? new Map(), rules.silenceOf)) {
      if (stateOf(holder, snapshot.people[holder.person]) === 'leaver') leavers.add(holder.person);
    }
  }
  return leavers;
}
