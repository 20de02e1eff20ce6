import { type Random, seededRandom } from './seeded-random.ts';

/**
 * What a signal's value rests on, by person, so that people can be resampled (METHOD 0.2). `person` null = belongs to
 * nobody and is kept in every draw. A ratio is sum of numerators over sum of denominators; a statistic evaluates its
 * observations under whole-number weights and may have no answer. Sources that count by team only are resampled by
 * team: `person` then holds the number of the team.
 */
export type ClusterSample =
  | { readonly kind: 'ratio'; readonly rows: readonly RatioRow[]; readonly by?: 'person' | 'team' }
  | {
      readonly kind: 'statistic';
      readonly people: readonly (number | null)[];
      readonly evaluate: (weights: readonly number[]) => number | null;
    };

export interface RatioRow {
  readonly person: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

export interface Resampled {
  readonly draws: number;
  readonly people: number;
  /** Signal id -> value in each draw; null = no value in that draw. */
  readonly values: ReadonlyMap<string, readonly (number | null)[]>;
}

const FULL_DRAWS = 2000;
/** People times draws that keep the bootstrap of a large organisation within seconds. */
const DRAW_BUDGET = 10_000_000;

/** 2,000, fewer above 5,000 people so that cost stays bounded, never under 200. */
export function drawsFor(people: number): number {
  return people * FULL_DRAWS <= DRAW_BUDGET ? FULL_DRAWS : Math.max(200, Math.floor(DRAW_BUDGET / people));
}

/**
 * Resamples people with replacement, and teams where a source counts by team only; all signals under the same draw, so
 * that their dependence is kept.
 */
export function resampleJointly(samples: ReadonlyMap<string, ClusterSample>, seed: number): Resampled {
  const byPerson = new Map([...samples].filter(([, sample]) => !isByTeam(sample)));
  const byTeam = new Map([...samples].filter(([, sample]) => isByTeam(sample)));
  const [people, teams] = [clustersIn(byPerson), clustersIn(byTeam)];
  const draws = people.length + teams.length === 0 ? 0 : drawsFor(people.length);
  const values = new Map([
    ...resample(byPerson, people, draws, seededRandom(seed)),
    ...resample(byTeam, teams, draws, seededRandom(seed + 1)),
  ]);
  return { draws, people: people.length, values: new Map([...samples.keys()].map((id) => [id, values.get(id) ?? []])) };
}

function isByTeam(sample: ClusterSample): boolean {
  return sample.kind === 'ratio' && sample.by === 'team';
}

function resample(
  samples: ReadonlyMap<string, ClusterSample>,
  clusters: readonly number[],
  draws: number,
  random: Random,
): ReadonlyMap<string, readonly (number | null)[]> {
  const position = new Map(clusters.map((cluster, i) => [cluster, i]));
  const estimators = [...samples].map(([id, sample]) => ({
    id,
    estimate: estimator(sample, position),
    values: [] as (number | null)[],
  }));
  for (let draw = 0; draw < draws; draw += 1) {
    const counts = drawCounts(clusters.length, random);
    for (const { estimate, values } of estimators) values.push(estimate(counts));
  }
  return new Map(estimators.map(({ id, values }) => [id, values]));
}

/** How often each of `size` clusters is drawn when `size` are drawn with replacement. */
export function drawCounts(size: number, random: Random): Int32Array {
  const counts = new Int32Array(size);
  for (let i = 0; i < size; i += 1) {
    const drawn = Math.floor(random() * size);
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  return counts;
}

function clustersIn(samples: ReadonlyMap<string, ClusterSample>): readonly number[] {
  const people = new Set<number>();
  for (const sample of samples.values()) {
    const owners = sample.kind === 'ratio' ? sample.rows.map((r) => r.person) : sample.people;
    for (const person of owners) if (person !== null) people.add(person);
  }
  return [...people].sort((a, b) => a - b);
}

type Estimate = (counts: Int32Array) => number | null;

function estimator(sample: ClusterSample, position: ReadonlyMap<number, number>): Estimate {
  if (sample.kind === 'ratio') return ratioEstimator(sample.rows, position);
  const places = sample.people.map((person) => placeOf(person, position));
  return (counts) => sample.evaluate(places.map((place) => (place < 0 ? 1 : (counts[place] ?? 0))));
}

function ratioEstimator(rows: readonly RatioRow[], position: ReadonlyMap<number, number>): Estimate {
  const sums = [...sumByPlace(rows, position)];
  const places = Int32Array.from(sums, ([place]) => place);
  const tops = Float64Array.from(sums, ([, { top }]) => top);
  const bottoms = Float64Array.from(sums, ([, { bottom }]) => bottom);
  return (counts) => {
    let top = 0;
    let bottom = 0;
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] ?? -1;
      const times = place < 0 ? 1 : (counts[place] ?? 0);
      top += times * (tops[i] ?? 0);
      bottom += times * (bottoms[i] ?? 0);
    }
    return bottom > 0 ? top / bottom : null;
  };
}

/** People are drawn whole, so their rows can be added up before the draws. */
function sumByPlace(rows: readonly RatioRow[], position: ReadonlyMap<number, number>) {
  const sums = new Map<number, { top: number; bottom: number }>();
  for (const { person, numerator, denominator } of rows) {
    const place = placeOf(person, position);
    const known = sums.get(place);
    if (known === undefined) sums.set(place, { top: numerator, bottom: denominator });
    else {
      known.top += numerator;
      known.bottom += denominator;
    }
  }
  return sums;
}

function placeOf(person: number | null, position: ReadonlyMap<number, number>): number {
  return person === null ? -1 : (position.get(person) ?? -1);
}
