import type { Construct, Profile } from '../../model/audit/profile.ts';
import type { Policy } from '../../model/policy.ts';
import { bandName } from '../scoring/band-name.ts';
import { dirichletDraw } from '../scoring/dirichlet.ts';
import { arithmeticMean, geometricMean } from '../scoring/mean.ts';
import { seededRandom } from '../scoring/seeded-random.ts';
import { percent } from './phrases.ts';

/** METHOD 0.3. */
const DRAWS = 1000;
const CONCENTRATION = 20;
const UNSTABLE_SHARE = 0.2;

type Overall = Profile['overall'];
type Sensitivity = Profile['sensitivity'][number];

interface Principle {
  readonly id: string;
  readonly score: number;
  readonly weight: number;
  readonly signals: readonly { readonly id: string; readonly score: number; readonly weight: number }[];
}

/** The five principles as one figure, and how far it depends on the way of adding up (METHOD 0.3). */
export function aggregate(
  principles: readonly Construct[],
  policy: Policy,
  seed: number,
): { readonly overall: Overall; readonly sensitivity: readonly Sensitivity[] } {
  const scored = principles.flatMap((p) => asScored(p, policy));
  if (scored.length === 0) {
    const note = 'No principle has enough evidence to be scored.';
    return { overall: { geometric: null, arithmetic: null, bandUnstable: null, note }, sensitivity: [] };
  }
  const complete = scored.length === principles.length;
  const items = scored.map((p) => ({ value: p.score, weight: p.weight }));
  const geometric = complete ? geometricMean(items) : null;
  const arithmetic = complete ? arithmeticMean(items) : null;
  const redrawn = redrawWeights(scored, complete, seed);
  const bandUnstable = geometric === null ? null : redrawn.bandChanges > UNSTABLE_SHARE;
  return {
    overall: { geometric, arithmetic, bandUnstable, note: overallNote(principles, geometric, bandUnstable) },
    sensitivity: [
      ...(geometric === null || arithmetic === null ? [] : [compareMeans(geometric, arithmetic)]),
      weightsEntry(redrawn, complete),
      ...scored.map(dropOne),
    ],
  };
}

function asScored({ id, score, signals }: Construct, policy: Policy): readonly Principle[] {
  if (score === null) return [];
  const known = signals.flatMap((s) =>
    s.score === null || s.weight === 0 ? [] : [{ id: s.id, score: s.score, weight: s.weight }],
  );
  return [{ id, score, weight: policy.weights[id] ?? 1, signals: known }];
}

function overallNote(principles: readonly Construct[], geometric: number | null, unstable: boolean | null): string {
  if (geometric === null) {
    const missing = principles.filter((p) => p.score === null).map((p) => p.id);
    return missing.length === 0
      ? 'The policy gives no principle any weight.'
      : `Not summed up: ${missing.join(', ')} ${missing.length === 1 ? 'has' : 'have'} too little evidence.`;
  }
  const mean = 'Geometric mean of the five principles: a strong one does not buy off a missing one.';
  return unstable === true ? `${mean} Band unstable: it changes with the weights.` : mean;
}

function compareMeans(geometric: number, arithmetic: number): Sensitivity {
  const bands = [bandName(geometric), bandName(arithmetic)];
  return {
    id: 'mean',
    title: 'Arithmetic instead of geometric mean',
    result: `${geometric.toFixed(1)} (${bands[0]}) against ${arithmetic.toFixed(1)} (${bands[1]})`,
  };
}

interface Redrawn {
  /** Share of draws in which the band of the overall figure changes; of any principle where there is no overall figure. */
  readonly bandChanges: number;
  readonly orderChanges: number;
}

/** Draws signal weights in every principle, and principle weights, around those in force. */
function redrawWeights(principles: readonly Principle[], complete: boolean, seed: number): Redrawn {
  const random = seededRandom(seed);
  const bands = bandsOf(principles, complete);
  const order = orderOf(principles);
  let bandChanges = 0;
  let orderChanges = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const weights = dirichletDraw(
      principles.map((p) => p.weight),
      CONCENTRATION,
      random,
    );
    const drawn = principles.map((p, i) => ({ ...p, weight: weights[i] ?? 0, score: redrawnScore(p, random) }));
    if (bandsOf(drawn, complete) !== bands) bandChanges += 1;
    if (orderOf(drawn) !== order) orderChanges += 1;
  }
  return { bandChanges: bandChanges / DRAWS, orderChanges: orderChanges / DRAWS };
}

function redrawnScore({ signals }: Principle, random: () => number): number {
  const weights = dirichletDraw(
    signals.map((s) => s.weight),
    CONCENTRATION,
    random,
  );
  return signals.reduce((n, s, i) => n + s.score * (weights[i] ?? 0), 0);
}

function bandsOf(principles: readonly Principle[], complete: boolean): string {
  if (!complete) return principles.map((p) => bandName(p.score)).join();
  const mean = geometricMean(principles.map((p) => ({ value: p.score, weight: p.weight })));
  return mean === null ? '' : bandName(mean);
}

function orderOf(principles: readonly Principle[]): string {
  return [...principles]
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map((p) => p.id)
    .join();
}

function weightsEntry({ bandChanges, orderChanges }: Redrawn, complete: boolean): Sensitivity {
  const what = complete ? 'the band of the overall figure' : 'the band of at least one scored principle';
  const unstable = bandChanges > UNSTABLE_SHARE ? '; band unstable' : '';
  return {
    id: 'weights',
    title: `${DRAWS.toLocaleString('en-GB')} draws of other weights (Dirichlet, concentration ${CONCENTRATION})`,
    result: `${what} changes in ${percent(bandChanges)} of draws, the order of the principles in ${percent(orderChanges)}${unstable}`,
  };
}

/** The signal whose loss moves the score most. */
function dropOne({ id, score, signals }: Principle): Sensitivity {
  const without = signals
    .map((left) => ({ id: left.id, score: meanWithout(signals, left.id) }))
    .flatMap((w) => (w.score === null ? [] : [{ id: w.id, score: w.score }]))
    .sort((a, b) => Math.abs(b.score - score) - Math.abs(a.score - score) || (a.id < b.id ? -1 : 1));
  const most = without[0];
  const title = `${id} without one of its signals`;
  if (most === undefined) return { id: `drop-${id}`, title, result: 'rests on one signal only' };
  const [from, to] = [bandName(score), bandName(most.score)];
  const band = from === to ? `stays ${from}` : `${from} becomes ${to}`;
  return {
    id: `drop-${id}`,
    title,
    result: `${score.toFixed(1)} becomes ${most.score.toFixed(1)} without ${most.id}; ${band}`,
  };
}

function meanWithout(signals: Principle['signals'], id: string): number | null {
  return arithmeticMean(signals.filter((s) => s.id !== id).map((s) => ({ value: s.score, weight: s.weight })));
}
