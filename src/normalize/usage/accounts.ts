import type { ObservationOf } from '../../model/observation.ts';
import type { Account } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import { largest, latest } from '../in-order.ts';
import type { PlaceName } from '../names/place-names.ts';
import { accountSighting } from '../names/sightings.ts';
import type { PersonIndexer } from '../people/person-index.ts';
import type { ToolActivity } from './counted-usage.ts';

/** True wins, then false; unknown only where nobody knows. */
function anyAssigned(a: boolean | null, b: boolean | null): boolean | null {
  if (a === true || b === true) return true;
  return a ?? b;
}

/** Two sources on one seat. It is closed only where every source says so: a door that one of them sees open is open. */
function merged(a: Account, b: Account): Account {
  return {
    ...a,
    lastActive: latest(a.lastActive, b.lastActive),
    activeDays: largest(a.activeDays, b.activeDays),
    assigned: anyAssigned(a.assigned, b.assigned),
    closed: a.closed && b.closed,
    evidence: [...a.evidence, ...b.evidence],
    toldBy: [...tellers(a), ...tellers(b)],
    ...untilOf(a, b),
  };
}

/** Newest day of the reports by source; of two of one source the later one. */
function untilOf({ toldUntil: a }: Account, { toldUntil: b }: Account): Pick<Account, 'toldUntil'> {
  if (a === undefined || b === undefined)
    return a === undefined && b === undefined ? {} : { toldUntil: { ...a, ...b } };
  const later = Object.entries(b).map(([source, day]) => [source, latest(a[source] ?? null, day) ?? day]);
  return { toldUntil: { ...a, ...Object.fromEntries(later) } };
}

/** Sources that say anything of the use of the account. */
function tellers({ toldBy, lastActive, activeDays, evidence }: Account): string[] {
  if (toldBy !== undefined) return toldBy;
  return lastActive === null && activeDays === null ? [] : evidence.map(({ source }) => source);
}

/** Kept only where it says more than the evidence does. */
function withoutPlainTellers({ toldBy, ...account }: Account): Account {
  return toldBy === undefined || toldBy.length === account.evidence.length ? account : { ...account, toldBy };
}

function fromRow(row: ObservationOf<'account'>, tool: string, person: number): Account {
  const { lastActive, activeDays, assigned, closed, at, toldUntil } = row;
  const tells = toldUntil !== undefined && (lastActive !== null || activeDays !== null);
  const until = tells ? { toldUntil: { [at.source]: toldUntil } } : {};
  return { tool, person, lastActive, activeDays, assigned, closed, evidence: [at], ...until };
}

/** Events alone show activity and nothing about the seat. No day inside the period is unknown, not zero. */
function fromActivity({ tool, person, activeDays: days, lastActive, at }: ToolActivity, countDays: boolean): Account {
  const activeDays = countDays && days > 0 ? days : null;
  return { tool, person, lastActive, activeDays, assigned: null, closed: false, evidence: [at] };
}

/** What events add to a known account; whether it is closed is not theirs to say. */
function withActivity(account: Account, activity: Account): Account {
  return { ...merged(account, activity), closed: account.closed };
}

interface Context {
  readonly place: PlaceName;
  readonly indexer: PersonIndexer;
  readonly activities: readonly ToolActivity[];
  /** False where person-days must not be computed (METHOD 6a.30). */
  readonly countDays: boolean;
}

/** One account per tool and person, sorted by both. */
export function accountsOf(rows: readonly ObservationOf<'account'>[], context: Context): Account[] {
  const accounts = new Map<string, Account>();
  for (const row of rows) {
    const tool = context.place(accountSighting(row)).tool?.id;
    if (tool === undefined) continue;
    const person = context.indexer.indexOf(row.person);
    const key = `${person} ${tool}`;
    const known = accounts.get(key);
    const account = fromRow(row, tool, person);
    accounts.set(key, known === undefined ? account : merged(known, account));
  }
  for (const activity of context.activities) {
    const key = `${activity.person} ${activity.tool}`;
    const known = accounts.get(key);
    const account = fromActivity(activity, context.countDays);
    accounts.set(key, known === undefined ? account : withActivity(known, account));
  }
  const all = [...accounts.values()].map(withoutPlainTellers);
  return all.sort((a, b) => textOrder(a.tool, b.tool) || a.person - b.person);
}
