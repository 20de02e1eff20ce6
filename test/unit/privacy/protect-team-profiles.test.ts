import { describe, expect, it } from 'vitest';
import type { TeamProfile } from '../../../src/model/audit/profile.ts';
import { protectTeamProfiles } from '../../../src/privacy/protect-team-profiles.ts';

const profile = (team: string, people: number, ...ids: readonly string[]) =>
  ({ team, people, signals: ids.map((id) => ({ id, value: 1, people })) }) as unknown as TeamProfile;
const ruleOf = (id: string) => ({ k: id.startsWith('P1') ? 10 : 5, coverage: 1 });

function shown(
  profiles: readonly TeamProfile[],
  counted: number | null,
  hidden: readonly string[] = [],
  rule = ruleOf,
) {
  const teams = profiles.map(({ team, people }) => ({
    id: team,
    size: hidden.includes(team) ? ('suppressed' as const) : people,
  }));
  const safe = protectTeamProfiles(profiles, { counted, teams }, rule);
  return safe.map(({ team, signals }) => `${team}: ${signals.map(({ id }) => id).join(' ')}`);
}

describe('protectTeamProfiles', () => {
  it('keeps what rests on k people of the class, with k others or none left over', () => {
    expect(shown([profile('A', 20, 'P1.1', 'P4.5'), profile('B', 8, 'P4.5')], 40)).toEqual(['A: P1.1 P4.5', 'B: P4.5']);
    expect(shown([profile('A', 20, 'P4.5'), profile('B', 8, 'P4.5')], 28)).toEqual(['A: P4.5', 'B: P4.5']);
  });

  it('withholds a collaboration signal of a team of eight', () => {
    expect(shown([profile('A', 20, 'P1.1'), profile('B', 8, 'P1.1')], 60)).toEqual(['A: P1.1']);
  });

  // 31 - 20 - 8 = 3 people: the organisation's mean x 31 less the two totals would be theirs. Without B they are 11.
  it('withholds the smallest team where the others would come out', () => {
    expect(shown([profile('A', 20, 'P4.5'), profile('B', 8, 'P4.5')], 31)).toEqual(['A: P4.5']);
    // Only B has the second signal: the rest is 23 people, so it stays.
    expect(shown([profile('A', 20, 'P4.5'), profile('B', 8, 'P4.5', 'C3.6')], 31)).toEqual(['A: P4.5', 'B: C3.6']);
  });

  it('drops teams whose size is withheld, since a profile states it', () => {
    expect(shown([profile('A', 20, 'P4.5'), profile('B', 8, 'P4.5')], 60, ['B'])).toEqual(['A: P4.5']);
  });

  it('withholds what would tell that a few of the team have no value', () => {
    const few = { ...profile('A', 20, 'P4.5'), signals: profile('A', 18, 'P4.5').signals };
    expect(shown([few, profile('B', 8, 'P4.5')], 60)).toEqual(['B: P4.5']);
  });

  // Half of 60 people have a value: 30 less 20 less 8 leaves two, whose total would come out.
  it('counts those with a value, too, when it looks at who is left over', () => {
    const half = () => ({ k: 5, coverage: 0.5 });
    expect(shown([profile('A', 20, 'P4.5'), profile('B', 8, 'P4.5')], 60, [], half)).toEqual(['A: P4.5']);
  });
});
