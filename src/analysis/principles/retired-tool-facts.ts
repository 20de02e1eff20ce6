import type { Account, Snapshot } from '../../model/snapshot.ts';
import { addDays } from '../../util/day-arithmetic.ts';
import { type PersonDay, personDaysOf, type ToolRollout } from './rollout-facts.ts';

const DAYS_BEFORE = 90;

export interface RetiredUse {
  readonly rollout: ToolRollout;
  /** People who used it in the 90 days before cut-over; where that cannot be told of all, those who used it since too. */
  readonly before: ReadonlySet<number>;
  readonly after: ReadonlySet<number>;
  readonly isFloor: boolean;
  /** People with an account or sign-ins, and how many of them have no date of use. */
  readonly holders: number;
  readonly unknown: number;
}

/**
 * Use on either side of a cut-over; the day itself belongs to neither. Null where it is not known. Sign-ins tell the 90
 * days before only where these lie in the audited period; else the last activity tells who stopped, but of those who
 * are still active not whether they were active then.
 */
export function readRetiredUse(rollout: ToolRollout, snapshot: Snapshot): RetiredUse | null {
  const { date, tool } = rollout;
  const since = addDays(date, -DAYS_BEFORE);
  const accounts = snapshot.accounts.filter((a) => a.tool === tool);
  const days = personDaysOf(snapshot, new Set([tool])).get(tool) ?? [];
  const seesBefore = days.length > 0 && snapshot.period.start <= since;
  const dated = accounts.filter(isDated);
  if (!seesBefore && dated.length === 0) return null;
  const uses = [...days, ...dated.flatMap(lastUse)];
  const seen = peopleOf(uses.filter(({ day }) => day >= since && day < date));
  const after = peopleOf(uses.filter(({ day }) => day > date));
  const known = new Set([...peopleOf(days), ...dated.map((a) => a.person)]);
  const holders = new Set([...known, ...accounts.map((a) => a.person)]);
  return {
    rollout,
    before: seesBefore ? seen : new Set([...seen, ...after]),
    after,
    isFloor: !seesBefore && after.size > 0,
    holders: holders.size,
    unknown: holders.size - known.size,
  };
}

/** Last activity, or that there never was any (METHOD 6a.13). */
function isDated({ lastActive, activeDays }: Account): boolean {
  return lastActive !== null || activeDays === 0;
}

function lastUse({ person, lastActive }: Account): readonly PersonDay[] {
  return lastActive === null ? [] : [{ person, day: lastActive }];
}

function peopleOf(uses: readonly PersonDay[]): ReadonlySet<number> {
  return new Set(uses.map(({ person }) => person));
}
