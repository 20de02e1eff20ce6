import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseStudyTargets } from '../../src/analysis/case-study.ts';
import { similarityOf } from '../../src/analysis/metrics/capability-similarity.ts';
import { chapman } from '../../src/analysis/metrics/capture-recapture.ts';
import { expectedShared, lift, pAtLeast } from '../../src/analysis/metrics/chance.ts';
import {
  entropy,
  entropyMillerMadow,
  fragmentation,
  gini,
  giniNormalised,
  hhi,
  hhiUnbiased,
  hill,
} from '../../src/analysis/metrics/concentration.ts';
import { impliedSecondsPerToggle, switchLoad } from '../../src/analysis/metrics/context-switches.ts';
import { deciderSpread } from '../../src/analysis/metrics/effective-deciders.ts';
import { MINUTES_PER_HANDOFF, needCoverage } from '../../src/analysis/metrics/need-coverage.ts';
import { decomposeRedundancy } from '../../src/analysis/metrics/redundancy.ts';
import {
  cosine,
  dice,
  jaccard,
  jaccardMax,
  overlapCoefficient,
  ruzicka,
  setSizes,
  weightedOverlap,
} from '../../src/analysis/metrics/set-overlap.ts';
import { singleSourceByVolume, singleSourceIndex } from '../../src/analysis/metrics/single-source-index.ts';
import { ssoCoverage } from '../../src/analysis/metrics/sso-coverage.ts';
import { teamDiversity, weightedRows } from '../../src/analysis/metrics/team-diversity.ts';
import { graphShape, liveGraph } from '../../src/analysis/metrics/tool-graph.ts';
import { compose } from '../../src/analysis/scoring/composition.ts';
import { confidenceOf } from '../../src/analysis/scoring/confidence.ts';
import { differenceInDifferences } from '../../src/analysis/scoring/difference-in-differences.ts';
import { focusTime, gapsIn, lengthOf, type Stretch, unionOf } from '../../src/analysis/scoring/intervals.ts';
import { kaplanMeierMedian, survivalCurve } from '../../src/analysis/scoring/kaplan-meier.ts';
import { arithmeticMean, geometricMean } from '../../src/analysis/scoring/mean.ts';
import { quantile } from '../../src/analysis/scoring/quantile.ts';
import { band, logband, low, scoreOf } from '../../src/analysis/scoring/shape.ts';
import { shrink } from '../../src/analysis/scoring/shrinkage.ts';
import { wilson } from '../../src/analysis/scoring/wilson.ts';
import { commonWorkingHours, workingHoursBetween } from '../../src/analysis/scoring/working-hours.ts';
import { budgetedWorst } from '../../src/consolidation/money/budgeted-robustness.ts';
import { triangular } from '../../src/consolidation/money/triangular.ts';
import { enumerateGroup } from '../../src/consolidation/solve/enumerate.ts';
import { hideEachOther, suppressCells } from '../../src/privacy/suppression.ts';
import { dateMove } from '../../src/util/move-dates.ts';
import { miniProblem } from './consolidation/mini.ts';

// Inputs are those of the specification; each answer takes the ones of its example.
// biome-ignore lint/suspicious/noExplicitAny: forty shapes of input, each read once
type Inputs = any;

interface Example {
  readonly id: string;
  readonly inputs: Inputs;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: number;
}

const read = (path: string): readonly Example[] => JSON.parse(readFileSync(path, 'utf8')).examples;
const examples = read(join(import.meta.dirname, '../../fixtures/worked-examples.json'));
const specification = join(import.meta.dirname, '../../../shared/worked-examples.json');

const concentrationOf = ({ shares }: Inputs) => ({
  hhi: hhi(shares),
  hhi10000: (hhi(shares) ?? 0) * 10_000,
  shannon: entropy(shares),
  hill0: hill(shares, 0),
  hill1: hill(shares, 1),
  hill2: hill(shares, 2),
  gini: gini(shares),
  giniNormalised: giniNormalised(shares),
  fragmentation: fragmentation(shares),
});

const teamsOf = ({ teams, weights }: Inputs) => teamDiversity(weightedRows(teams, weights));

function solved(states: Record<string, 'keep' | 'drop'> = {}) {
  const solution = enumerateGroup(miniProblem(states));
  if (solution.status !== 'optimal') throw new Error(solution.status);
  return solution;
}

/** Mean of a function of the triangular distribution, by the midpoints of 400,000 equal shares of it. */
function triangularMean({ low, mode, high }: Inputs, of: (x: number) => number): number {
  const n = 400_000;
  let total = 0;
  for (let i = 0; i < n; i += 1) total += of(triangular((i + 0.5) / n, low, mode, high));
  return total / n;
}

const answers: Readonly<Record<string, (inputs: Inputs) => unknown>> = {
  'norm-lower-better': ({ value, good, bad }) => ({ score: scoreOf(value, low(good, bad)) }),
  'norm-band-linear': ({ value, zeroLow, goodLow, goodHigh, zeroHigh }) => ({
    score: scoreOf(value, band(zeroLow, goodLow, goodHigh, zeroHigh)),
  }),
  'norm-band-log': ({ value, zeroLow, goodLow, goodHigh, zeroHigh }) => ({
    score: scoreOf(value, logband(zeroLow, goodLow, goodHigh, zeroHigh)),
  }),
  'missing-is-not-zero': ({ signals }) => {
    const { score, coverage, bounds } = compose(signals);
    return { score, coverage, lower: bounds[0], upper: bounds[1] };
  },
  'geometric-vs-arithmetic': ({ scores, weights }) => {
    const items = scores.map((value: number, i: number) => ({ value, weight: weights[i] }));
    return { arithmetic: arithmeticMean(items), geometric: geometricMean(items) };
  },
  'wilson-interval': ({ successes, trials }) => {
    const interval = wilson(successes, trials);
    return { p: successes / trials, low: interval?.[0], high: interval?.[1] };
  },
  'confidence-product': (factors) => ({ confidence: confidenceOf(factors) }),
  'shrinkage-small-team': ({ teamMean, teamN, orgMean, k }) => ({ shrunk: shrink(teamMean, teamN, orgMean, k) }),
  'concentration-60-30-10': concentrationOf,
  'concentration-equal-4': concentrationOf,
  'concentration-small-sample': ({ counts }) => ({
    hhiPlugin: hhi(counts),
    hhiUnbiased: hhiUnbiased(counts),
    hill2Unbiased: 1 / (hhiUnbiased(counts) ?? 0),
    shannonMillerMadow: entropyMillerMadow(counts),
  }),
  'overlap-sets': ({ a, b }) => {
    const sizes = setSizes(new Set(a), new Set(b));
    return {
      intersection: sizes.shared,
      jaccard: jaccard(sizes),
      overlapCoefficient: overlapCoefficient(sizes),
      dice: dice(sizes),
    };
  },
  'overlap-size-bias': ({ sizeA, sizeB, intersection }) => {
    const sizes = { a: sizeA, b: sizeB, shared: intersection };
    const [j, most] = [jaccard(sizes) ?? 0, jaccardMax(sizes) ?? 0];
    return { jaccard: j, overlapCoefficient: overlapCoefficient(sizes), jaccardMax: most, jaccardRelative: j / most };
  },
  'overlap-activity-weighted': ({ a, b }) => ({
    ruzicka: ruzicka(a, b),
    weightedOverlap: weightedOverlap(a, b),
    cosine: cosine(a, b),
  }),
  'overlap-lift-chance': ({ population, sizeA, sizeB, intersection }) => {
    const draw = { population, a: sizeA, b: sizeB };
    return {
      expected: expectedShared(draw),
      lift: lift(draw, intersection),
      pAtLeast: pAtLeast(draw, intersection),
    };
  },
  'capability-similarity': ({ a, b, weights }) => {
    const found = similarityOf(a, b, weights);
    const { similarity, cosine: weightedCosine, aCoveredByB, bCoveredByA } = found;
    return { weightedJaccard: similarity, weightedCosine, aCoveredByB, bCoveredByA };
  },
  'redundancy-decomposition': ({ capabilitySimilarity, userOverlap }) => {
    const parts = decomposeRedundancy(capabilitySimilarity, userOverlap);
    return { ...parts, total: parts.duplicateSeats + parts.parallelTools };
  },
  'teams-each-own-tool': teamsOf,
  'teams-all-use-both': teamsOf,
  'teams-mixed': teamsOf,
  'integration-graph': ({ nodes, edges, needWeekly, partition, minutesPerHandoff }) => {
    expect(minutesPerHandoff).toBe(MINUTES_PER_HANDOFF);
    const graph = liveGraph(nodes, edges);
    const shape = graphShape(graph, (node) => String(partition.findIndex((part: string[]) => part.includes(node))));
    const needs = Object.entries(needWeekly as Record<string, number>).map(([pair, weekly]) => {
      const [a = '', b = ''] = pair.split('-');
      return { a, b, weekly };
    });
    const covered = needCoverage(graph, needs);
    return {
      components: shape.components,
      isolated: shape.isolated,
      articulation: shape.articulation,
      density: shape.density,
      directNeedCoverage: covered.pairs,
      pathNeedCoverage: covered.pairsByPath,
      betweenness: Object.fromEntries(shape.betweenness),
      modularity: shape.modularity,
      manualHandoffShare: covered.manualShare,
      manualMinutesPerWeek: (covered.manualWeekly ?? 0) * MINUTES_PER_HANDOFF,
    };
  },
  'context-switches': ({ events }) => {
    const load = switchLoad(events);
    return { ...load, switchRate: load?.rate };
  },
  'toggle-cost-implied': ({ togglesPerDay, workDays, hoursPerWeek }) => ({
    secondsPerToggle: impliedSecondsPerToggle(togglesPerDay, workDays, hoursPerWeek),
  }),
  'ssot-index': ({ inHome, total, duplicateRate }) => {
    const types = inHome.map((count: number, i: number) => ({ inHome: count, total: total[i] }));
    return {
      equalWeight: singleSourceIndex(types),
      volumeWeighted: singleSourceByVolume(types),
      withDuplicatePenalty: singleSourceIndex(types, duplicateRate),
    };
  },
  'shadow-capture-recapture': (sources) => {
    const { seen, estimatedTotal, unseen, standardError } = chapman(sources);
    return { seen, chapman: estimatedTotal, unseen, standardError };
  },
  'sso-coverage': ({ apps }) => ssoCoverage(apps),
  'timezone-overlap': ({ pairs }) => ({ hours: pairs.map(([a, b]: [number, number]) => commonWorkingHours(a, b)) }),
  'focus-blocks': ({ dayStart, dayEnd, meetings, minBlockHours }) => {
    const day: Stretch = [dayStart, dayEnd];
    const free = lengthOf(gapsIn(day, meetings));
    const focus = focusTime(day, meetings, minBlockHours);
    return {
      meetingHours: lengthOf(unionOf(meetings)),
      freeHours: free,
      focusHours: focus,
      fragmentation: 1 - focus / free,
    };
  },
  'meeting-union': ({ meetings }) => {
    const naive = lengthOf(meetings);
    const union = lengthOf(unionOf(meetings));
    return { naive, union, conflict: naive - union };
  },
  // Friday 2026-07-03 and Monday 2026-07-06
  'working-hours-latency': () => {
    const [sent, replied] = [Date.parse('2026-07-03T16:00:00Z'), Date.parse('2026-07-06T10:00:00Z')];
    return { clockHours: (replied - sent) / 3_600_000, workingHours: workingHoursBetween(sent, replied, 'UTC') };
  },
  'latency-censoring': ({ observations }) => {
    const waitings = observations.map(({ t, answered }: { t: number; answered: boolean }) => ({
      time: t,
      ended: answered,
    }));
    const answered = waitings.filter((w: { ended: boolean }) => w.ended).map((w: { time: number }) => w.time);
    return {
      survival: survivalCurve(waitings),
      kaplanMeierMedian: kaplanMeierMedian(waitings),
      naiveMedian: quantile(answered, 0.5),
    };
  },
  'decision-concentration': ({ decisionsPerDecider }) => deciderSpread(decisionsPerDecider),
  'complementary-suppression': ({ teams, total, k }) => ({ suppressed: hiddenTeams(teams, total, k) }),
  'suppression-two-small': ({ teams, total, k }) => {
    const suppressed = hiddenTeams(teams, total, k);
    const hidden = suppressed.map((team) => teams[team] as number);
    expect(hideEachOther(hidden)).toBe(true);
    return { suppressed, hiddenSum: hidden.reduce((all, count) => all + count, 0) };
  },
  'consolidation-mini': () => {
    const solution = solved();
    const best = solution.best.total;
    return {
      'best.total': best,
      costOfPinningNotion: solved({ Notion: 'keep' }).best.total - best,
      costOfForbiddingTeams: solved({ Teams: 'drop' }).best.total - best,
    };
  },
  'renewal-arithmetic': ({ contractEnd, noticeDays, parallelDays, migrationDays, bufferDays }) => {
    const dates = dateMove(
      { end: contractEnd, noticeDays, autoRenew: true, termMonths: 12 },
      { asOf: '2026-07-01', earliest: '2026-07-01', migrationDays, parallelDays, bufferDays, freezes: [] },
    );
    const { noticeDeadline, cutOver, start, goNoGo } = dates;
    return { noticeDeadline, latestCutover: cutOver, latestStart: start, goNoGo };
  },
  'triangular-moments': (range) => {
    const mean = triangularMean(range, (x) => x);
    const variance = triangularMean(range, (x) => (x - mean) ** 2);
    return { mean, variance, sd: Math.sqrt(variance) };
  },
  'budgeted-robustness': ({ nominal, deviation, gammas }) => {
    const costs = nominal.map((value: number, i: number) => ({ nominal: value, deviation: deviation[i] }));
    return { worst: gammas.map((gamma: number) => budgetedWorst(costs, gamma)) };
  },
  'did-effect': ({ treatedBefore, treatedAfter, controlBefore, controlAfter }) => ({
    effect: differenceInDifferences(
      { before: treatedBefore, after: treatedAfter },
      { before: controlBefore, after: controlAfter },
    ),
  }),
  'case-study-targets': ({
    baselineMeetingHours,
    baselineMessages,
    baselineCycleDays,
    meetingChange,
    messageChange,
    speedChange,
  }) =>
    caseStudyTargets(
      { meetingHours: baselineMeetingHours, messages: baselineMessages, cycleDays: baselineCycleDays },
      { meetingHours: meetingChange, messages: messageChange, speed: speedChange },
    ),
};

function hiddenTeams(teams: Record<string, number>, total: number, k: number): string[] {
  const cells = Object.entries(teams).map(([id, value]) => ({ id, value }));
  return [...suppressCells({ cells, total, k }).hidden].sort();
}

/** Examples whose answer is a plan and not a figure, worked out beside the part that makes it. */
const ELSEWHERE = {
  'facility-3x3': 'consolidation/solve/enumerate.test.ts',
  'wave-packing': 'transition/pack-waves.test.ts',
} as const;

function expectClose(found: unknown, expected: unknown, tolerance: number, place: string): void {
  if (typeof expected === 'number') {
    expect(typeof found, place).toBe('number');
    expect(Math.abs(Number(found) - expected), `${place}: ${found} against ${expected}`).toBeLessThanOrEqual(tolerance);
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected)) {
      expectClose((found as Record<string, unknown>)[key], value, tolerance, `${place}.${key}`);
    }
  } else expect(found, place).toEqual(expected);
}

/** What the example expects of `consolidation-mini` beside whole plans, which its own test holds. */
function asked({ id, expected }: Example): Readonly<Record<string, unknown>> {
  if (id !== 'consolidation-mini') return expected;
  const { best, costOfPinningNotion, costOfForbiddingTeams } = expected;
  return { 'best.total': (best as { total: number }).total, costOfPinningNotion, costOfForbiddingTeams };
}

describe('worked examples', () => {
  it.each(examples.filter(({ id }) => !(id in ELSEWHERE)))('$id', (example) => {
    const answer = answers[example.id];
    if (answer === undefined) throw new Error('nothing answers this example');
    expectClose(answer(example.inputs), asked(example), example.tolerance, example.id);
  });

  it('each have an answer', () => {
    const answered = [...Object.keys(answers), ...Object.keys(ELSEWHERE)].sort();
    expect(answered).toEqual(examples.map(({ id }) => id).sort());
    for (const file of Object.values(ELSEWHERE)) expect(existsSync(join(import.meta.dirname, file))).toBe(true);
  });

  it.skipIf(!existsSync(specification))('are those of the specification', () => {
    const plain = ({ id, inputs, expected, tolerance }: Example) => ({ id, inputs, expected, tolerance });
    expect(examples.map(plain)).toEqual(read(specification).map(plain));
  });
});
