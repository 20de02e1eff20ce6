import { describe, expect, it } from 'vitest';
import { analyseProfile } from '../../../../src/analysis/principles/profile.ts';
import { measured } from '../../../../src/analysis/principles/reading.ts';
import type { SignalUnit } from '../../../../src/analysis/principles/signal-unit.ts';
import { low } from '../../../../src/analysis/scoring/shape.ts';
import { Policy } from '../../../../src/model/policy.ts';
import { emptyStructure } from '../../../support/signal-input.ts';
import { emptySnapshot, withPeople } from '../../../support/snapshot.ts';

/** Hours of each person by a rule, as a signal that anybody could be resampled for. */
function hours(of: (person: number) => number, privacy: 'usage' | 'collaboration' = 'usage'): SignalUnit {
  return {
    meta: {
      id: 'P1.1',
      title: 'Meeting load',
      construct: 'P1',
      unit: 'h',
      shape: low(8, 20),
      grade: 'C',
      weight: 1,
      formula: '',
      reference: '',
      source: '',
      requires: [],
      privacy,
      personDay: false,
      windowed: false,
    },
    measure: ({ snapshot }) => {
      const rows = snapshot.people.map((_, person) => ({ person, numerator: of(person), denominator: 1 }));
      const value = rows.reduce((n, row) => n + row.numerator, 0) / rows.length;
      return measured({ value, words: '', people: rows.length, sample: { kind: 'ratio', rows } });
    },
  };
}

const company = (sizes: Readonly<Record<string, number>>) =>
  Object.entries(sizes).reduce((snapshot, [team, size]) => withPeople(snapshot, team, size), emptySnapshot());

const profilesOf = (sizes: Readonly<Record<string, number>>, unit: SignalUnit) =>
  analyseProfile(company(sizes), emptyStructure(), Policy.parse({}), { seed: 7, units: [unit] }).teamProfiles;

describe('teams beside the organisation', () => {
  it('are shrunk by their size, and stand apart only beyond chance', () => {
    // Red: 10 people of 20 h; Blue: 30 people of 10 h. All: (200 + 300) / 40 = 12.5; two teams, so kappa is 10.
    const [blue, red] = profilesOf(
      { Red: 10, Blue: 30 },
      hours((person) => (person < 10 ? 20 : 10)),
    );
    expect([blue?.team, blue?.people, red?.team, red?.people]).toEqual(['Blue', 30, 'Red', 10]);
    const [signal] = red?.signals ?? [];
    expect(signal).toMatchObject({ id: 'P1.1', value: 20, organisation: 12.5, kappa: 10, people: 10, differs: true });
    // 10/20 x 20 + 10/20 x 12.5 = 16.25; 100 x (20 - 16.25) / 12
    expect(signal?.shrunk).toBeCloseTo(16.25, 12);
    expect(signal?.score).toBeCloseTo(31.25, 12);
    expect(signal?.difference[0]).toBeGreaterThan(0);
  });

  it('are not told apart where people differ and teams do not', () => {
    const profiles = profilesOf(
      { Red: 12, Blue: 12, Green: 12, Grey: 12 },
      hours((person) => (person % 2 === 0 ? 8 : 12)),
    );
    expect(profiles).toHaveLength(4);
    expect(profiles.flatMap(({ signals }) => signals).some(({ differs }) => differs)).toBe(false);
  });

  it('have no row under the threshold of the signal, nor where one person makes up most of it', () => {
    const teams = (unit: SignalUnit) => profilesOf({ Red: 9, Blue: 20, Tiny: 4 }, unit).map(({ team }) => team);
    expect(teams(hours(() => 10))).toEqual(['Blue', 'Red']);
    expect(teams(hours(() => 10, 'collaboration'))).toEqual(['Blue']);
    // Person 0 has 100 of 108 hours of Red.
    expect(teams(hours((person) => (person === 0 ? 100 : 1)))).toEqual(['Blue']);
  });

  it('give the same draws for the same seed', () => {
    const unit = hours((person) => person % 7);
    expect(profilesOf({ Red: 10, Blue: 30 }, unit)).toEqual(profilesOf({ Red: 10, Blue: 30 }, unit));
  });
});
