import { isSmall } from './suppression.ts';
import type { TeamUse } from './team-activity.ts';

/** One person above this share of a total can be recognised in it (METHOD 5). */
const DOMINANT_SHARE = 0.4;

export const NOBODY: TeamUse = { people: 0, days: 0, most: 0 };

/** Several uses as one; people of several tools count in each. */
export function together(uses: readonly TeamUse[]): TeamUse {
  return uses.reduce(
    (all, use) => ({
      people: all.people + use.people,
      days: all.days + use.days,
      most: Math.max(all.most, use.most),
    }),
    NOBODY,
  );
}

/** A total of k people at least, none of whom makes up most of it; nobody's total tells of nobody. */
export function mayTell({ people, days, most }: TeamUse, k: number): boolean {
  return people === 0 || (!isSmall(people, k) && most <= DOMINANT_SHARE * days);
}
