import type { TeamProfile, TeamSignal } from '../../model/audit/profile.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { textOrder } from '../../util/text-order.ts';
import { discoveries } from '../scoring/benjamini-hochberg.ts';
import { drawCounts, drawsFor, type RatioRow } from '../scoring/cluster-bootstrap.ts';
import { quantile } from '../scoring/quantile.ts';
import { seededRandom } from '../scoring/seeded-random.ts';
import { shrink } from '../scoring/shrinkage.ts';
import { varianceRatio } from '../scoring/variance-ratio.ts';
import { largestShare } from './calendar-reading.ts';
import type { Facts } from './facts.ts';
import { type ScoredSignal, scoreIn } from './score-signal.ts';

/** METHOD 0.2: share of false ones among the teams that are called different. */
const FALSE_DISCOVERIES = 0.1;
/** METHOD 5. */
const DOMINANT_SHARE = 0.4;

/** Sums of one person's rows of a signal. */
interface PersonSum {
  readonly person: number;
  readonly top: number;
  readonly bottom: number;
}

/** A signal that is known by person, in every team that is large enough for it. */
interface Divided {
  readonly signal: ScoredSignal;
  readonly sums: readonly PersonSum[];
  readonly teams: ReadonlyMap<string, readonly PersonSum[]>;
}

interface Compared extends TeamSignal {
  readonly team: string;
  readonly p: number;
}

/**
 * The signals that rest on people, by team: the observed value, the value shrunk towards the organisation by the team's
 * size, and whether the team differs from the organisation beyond chance (METHOD 0.2). No team under the signal's
 * threshold, and none in which one person makes up more than 40 %. By size of team, falling.
 */
export function teamProfiles(
  snapshot: Snapshot,
  scored: readonly ScoredSignal[],
  facts: Facts,
  seed: number,
): TeamProfile[] {
  const divided = scored.flatMap((signal) => divide(signal, snapshot, facts));
  const compared = compareWithAll(divided, seed);
  const stands = discoveries(
    compared.map(({ p }) => p),
    FALSE_DISCOVERIES,
  );
  const byTeam = new Map<string, TeamSignal[]>();
  for (const [i, { team, p: _, ...signal }] of compared.entries()) {
    const differs = signal.differs && (stands[i] ?? false);
    byTeam.set(team, [...(byTeam.get(team) ?? []), { ...signal, differs }]);
  }
  return [...byTeam]
    .map(([team, signals]) => ({ team, people: facts.teamSizes.get(team) ?? 0, signals }))
    .sort((a, b) => b.people - a.people || textOrder(a.team, b.team));
}

function divide(signal: ScoredSignal, { people }: Snapshot, facts: Facts): readonly Divided[] {
  const { sample } = signal.reading;
  if (signal.score === null || sample?.kind !== 'ratio' || sample.by === 'team') return [];
  const sums = sumByPerson(sample.rows);
  // Records of work are no behaviour of single people, but a row of a team is: never under the smaller threshold.
  const k = signal.meta.privacy === 'collaboration' ? facts.k.collaboration : facts.k.usage;
  const teams = new Map<string, PersonSum[]>();
  for (const sum of sums) {
    const team = people[sum.person]?.team ?? null;
    if (team === null || (facts.teamSizes.get(team) ?? 0) < k) continue;
    teams.set(team, [...(teams.get(team) ?? []), sum]);
  }
  const large = [...teams].filter(
    ([, members]) => members.length >= k && largestShare(members.map((m) => m.top)) <= DOMINANT_SHARE,
  );
  return large.length === 0 ? [] : [{ signal, sums, teams: new Map(large.sort(([a], [b]) => textOrder(a, b))) }];
}

function sumByPerson(rows: readonly RatioRow[]): readonly PersonSum[] {
  const sums = new Map<number, { person: number; top: number; bottom: number }>();
  for (const { person, numerator, denominator } of rows) {
    if (person === null) continue;
    const sum = sums.get(person) ?? { person, top: 0, bottom: 0 };
    sum.top += numerator;
    sum.bottom += denominator;
    sums.set(person, sum);
  }
  return [...sums.values()].sort((a, b) => a.person - b.person);
}

function compareWithAll(divided: readonly Divided[], seed: number): readonly Compared[] {
  const everybody = [...new Set(divided.flatMap(({ sums }) => sums.map(({ person }) => person)))].sort((a, b) => a - b);
  const place = new Map(everybody.map((person, i) => [person, i]));
  const questions = divided.map((one) => ({ one, drawn: differencesOf(one, place) }));
  const random = seededRandom(seed);
  for (let left = everybody.length === 0 ? 0 : drawsFor(everybody.length); left > 0; left -= 1) {
    const counts = drawCounts(everybody.length, random);
    for (const { drawn } of questions) drawn.add(counts);
  }
  return questions.flatMap(({ one, drawn }) => compare(one, drawn.byTeam));
}

/** Collects team minus organisation of one signal, draw by draw; people of no large team count for the organisation. */
function differencesOf({ sums, teams }: Divided, place: ReadonlyMap<number, number>) {
  const names = [...teams.keys()];
  const teamOf = new Map(
    [...teams.values()].flatMap((members, at) => members.map(({ person }) => [person, at] as const)),
  );
  const places = Int32Array.from(sums, ({ person }) => place.get(person) ?? 0);
  const team = Int32Array.from(sums, ({ person }) => teamOf.get(person) ?? names.length);
  const [tops, bottoms] = [Float64Array.from(sums, ({ top }) => top), Float64Array.from(sums, ({ bottom }) => bottom)];
  const byTeam = new Map(names.map((name) => [name, [] as number[]]));
  const [top, bottom] = [new Float64Array(names.length + 1), new Float64Array(names.length + 1)];
  const add = (counts: Int32Array) => {
    top.fill(0);
    bottom.fill(0);
    for (let i = 0; i < places.length; i += 1) {
      const times = counts[places[i] ?? 0] ?? 0;
      const at = team[i] ?? 0;
      top[at] = (top[at] ?? 0) + times * (tops[i] ?? 0);
      bottom[at] = (bottom[at] ?? 0) + times * (bottoms[i] ?? 0);
    }
    const [allTop, allBottom] = [top.reduce((n, x) => n + x, 0), bottom.reduce((n, x) => n + x, 0)];
    for (const [at, name] of names.entries()) {
      const own = bottom[at] ?? 0;
      if (own > 0 && allBottom > 0) byTeam.get(name)?.push((top[at] ?? 0) / own - allTop / allBottom);
    }
  };
  return { add, byTeam };
}

function compare(
  { signal, sums, teams }: Divided,
  differences: ReadonlyMap<string, readonly number[]>,
): readonly Compared[] {
  const organisation = ratioOf(sums);
  if (organisation === null) return [];
  const kappa = varianceRatio([...teams.values()].map(valuesOf));
  return [...teams].flatMap(([team, members]): Compared[] => {
    const value = ratioOf(members);
    const drawn = differences.get(team) ?? [];
    const [low, high] = [quantile(drawn, 0.025), quantile(drawn, 0.975)];
    if (value === null || low === null || high === null) return [];
    const shrunk = shrink(value, members.length, organisation, kappa);
    const { id } = signal.meta;
    return [
      {
        team,
        id,
        unit: signal.reading.unit ?? signal.meta.unit,
        value,
        shrunk,
        kappa,
        people: members.length,
        organisation,
        score: scoreIn(id, shrunk, signal.shape),
        difference: [low, high],
        differs: low > 0 || high < 0,
        p: twoSided(drawn),
      },
    ];
  });
}

function ratioOf(sums: readonly PersonSum[]): number | null {
  const bottom = sums.reduce((n, sum) => n + sum.bottom, 0);
  return bottom > 0 ? sums.reduce((n, sum) => n + sum.top, 0) / bottom : null;
}

function valuesOf(members: readonly PersonSum[]): readonly number[] {
  return members.flatMap(({ top, bottom }) => (bottom > 0 ? [top / bottom] : []));
}

/** Share of draws on the far side of zero, twice; never below what the number of draws can tell. */
function twoSided(differences: readonly number[]): number {
  const below = differences.filter((d) => d <= 0).length;
  const above = differences.filter((d) => d >= 0).length;
  return Math.min(1, (2 * (Math.min(below, above) + 1)) / (differences.length + 1));
}
