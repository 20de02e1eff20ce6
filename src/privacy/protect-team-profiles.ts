import type { PeopleCount } from '../model/audit/figures.ts';
import type { TeamProfile } from '../model/audit/profile.ts';
import { isSmall } from './suppression.ts';

export interface SignalRule {
  /** Threshold of the signal's class (METHOD 5): collaboration, else usage. */
  readonly k: number;
  /** Share of the people counted of whom the signal knows something, 0..1. */
  readonly coverage: number;
}

export interface Organisation {
  readonly counted: number | null;
  /** As published: a team whose size is withheld has no profile either, since a profile states it. */
  readonly teams: readonly { readonly id: string; readonly size: PeopleCount }[];
}

interface Row {
  readonly team: string;
  /** Of the team, and of those with a value of the signal. */
  readonly size: number;
  readonly people: number;
}

function rowsOf(signal: string, profiles: readonly TeamProfile[]): readonly Row[] {
  return profiles.flatMap(({ team, people: size, signals }) =>
    signals.flatMap(({ id, people }) => (id === signal ? [{ team, size, people }] : [])),
  );
}

/**
 * Teams that may have the signal: k people with a value and none or k without one, since both numbers are shown. Mean
 * times people is a total, so those of the organisation who are left over must be none or k too, whether a reader counts
 * everybody or those with a value.
 */
function teamsWith(rows: readonly Row[], counted: number, { k, coverage }: SignalRule): ReadonlySet<string> {
  const told = rows.filter(({ size, people }) => people >= k && !isSmall(size - people, k));
  const bySize = told.sort((a, b) => b.size - a.size);
  const isLeft = (all: number, count: (row: Row) => number) =>
    isSmall(all - bySize.reduce((sum, row) => sum + count(row), 0), k);
  const known = Math.round(coverage * counted);
  while (bySize.length > 0 && (isLeft(counted, ({ size }) => size) || isLeft(known, ({ people }) => people)))
    bySize.pop();
  return new Set(bySize.map(({ team }) => team));
}

/**
 * Profiles of teams with those values withheld that rest on fewer than k people, or that would tell, taken from the
 * organisation's value, the mean of fewer than k others. A team without any value left has none.
 */
export function protectTeamProfiles(
  profiles: readonly TeamProfile[],
  { counted, teams }: Organisation,
  ruleOf: (signal: string) => SignalRule,
): TeamProfile[] {
  const shown = new Set(teams.filter(({ size }) => typeof size === 'number').map(({ id }) => id));
  const named = profiles.filter(({ team }) => shown.has(team));
  const all = counted ?? profiles.reduce((sum, { people }) => sum + people, 0);
  const ids = new Set(named.flatMap(({ signals }) => signals.map(({ id }) => id)));
  const told = new Map([...ids].map((id) => [id, teamsWith(rowsOf(id, named), all, ruleOf(id))]));
  return named
    .map((profile) => ({
      ...profile,
      signals: profile.signals.filter(({ id }) => told.get(id)?.has(profile.team) === true),
    }))
    .filter(({ signals }) => signals.length > 0);
}
