import type { Account, Snapshot } from '../../model/snapshot.ts';
import { addDays } from '../../util/day-arithmetic.ts';

/** "Monthly active" (METHOD 1 P4.5): N days before the end of the period, the Nth included (METHOD 6a.1). */
const MONTH_DAYS = 30;

export interface MonthlyActivity {
  /** Tool -> people active in the last month. */
  readonly active: ReadonlyMap<string, ReadonlySet<number>>;
  /** Tool -> people whose activity cannot be told. */
  readonly unknown: ReadonlyMap<string, ReadonlySet<number>>;
  /** Tool -> people with a live account of whom a source tells that they did not use it. */
  readonly idle: ReadonlyMap<string, ReadonlySet<number>>;
  /** Tools of which a source tells activity. */
  readonly seen: ReadonlySet<string>;
}

/** Who used what in the month before the end of the period, from accounts and person-days together. */
export function monthlyActivity(snapshot: Snapshot): MonthlyActivity {
  const since = addDays(snapshot.period.end, -MONTH_DAYS);
  const active = new Map<string, Set<number>>();
  const unknown = new Map<string, Set<number>>();
  const idle = new Map<string, Set<number>>();
  const seen = new Set<string>();
  const { tool, person, day } = snapshot.usageDays;
  for (let i = 0; i < tool.length; i += 1) {
    const [t, p, d] = [tool[i], person[i], day[i]];
    if (t === undefined || p === undefined || d === undefined) continue;
    seen.add(t);
    if (d >= since && d <= snapshot.period.end) addTo(active, t, p);
  }
  for (const account of snapshot.accounts) {
    const verdict = activityOf(account, since);
    if (verdict !== null) seen.add(account.tool);
    if (verdict === true) addTo(active, account.tool, account.person);
    // Absence of sign-ins alone never proves an idle seat (Annex A), so only a sign of use settles an undated account.
    const used = active.get(account.tool)?.has(account.person) ?? false;
    if (verdict === null && !used) addTo(unknown, account.tool, account.person);
    if (verdict === false && !used && !account.closed) addTo(idle, account.tool, account.person);
  }
  return { active, unknown, idle, seen };
}

/** Null = cannot be told: no date, and not "never" (METHOD 6a.13). */
function activityOf(account: Account, since: string): boolean | null {
  if (account.closed) return false;
  if (account.lastActive !== null) return account.lastActive >= since;
  return account.activeDays === 0 ? false : null;
}

function addTo(sets: Map<string, Set<number>>, tool: string, person: number): void {
  const set = sets.get(tool);
  if (set === undefined) sets.set(tool, new Set([person]));
  else set.add(person);
}
