import type { Construct } from '../../model/audit/profile.ts';
import type { Grade } from '../../model/measurement.ts';
import { bandName } from '../scoring/band-name.ts';
import type { Resampled } from '../scoring/cluster-bootstrap.ts';
import { compose, isPublishable, type Part } from '../scoring/composition.ts';
import { confidenceLabel, confidenceOf } from '../scoring/confidence.ts';
import { quantile } from '../scoring/quantile.ts';
import { type ConstructEntry, isChallenge } from './constructs.ts';
import { type ScoredSignal, scoreIn, toSignal } from './score-signal.ts';

/** Behaviour is a weak sign of trust: without a survey C4 is at most 0.4 reliable and never of high confidence (METHOD 1). */
const TRUST_WITHOUT_SURVEY = 0.4;

/** One principle, difference or challenge from its signals (METHOD 0.2, 0.3). */
export function scoreConstruct(
  entry: ConstructEntry,
  signals: readonly ScoredSignal[],
  resampled: Resampled,
): Construct {
  const composite = compose(partsOf(signals));
  const score = isPublishable(composite) ? composite.score : null;
  const confidence = score === null ? null : confidenceIn(entry.id, signals, composite.coverage);
  return {
    id: entry.id,
    title: entry.title,
    question: entry.question,
    direction: isChallenge(entry.id) ? 'lower-is-better' : 'higher-is-better',
    score,
    bounds: [...composite.bounds],
    interval: score === null ? null : intervalOf(signals, resampled),
    band: score === null || isChallenge(entry.id) ? null : bandName(score),
    coverage: composite.coverage,
    confidence,
    confidenceLabel: confidence === null ? null : labelIn(entry.id, signals, confidence),
    grade: weakestGrade(signals),
    selfDeclaredShare: selfDeclaredShare(signals),
    signals: signals.map(toSignal),
    wouldAddMost: wouldAddMost(signals),
  };
}

/** What enters the mean: not applicable leaves the denominator, everything else stays in it (METHOD 0.2). */
export function partsOf(signals: readonly ScoredSignal[]): readonly Part[] {
  return signals
    .filter((s) => s.reading.state !== 'not-applicable')
    .map(({ score, weight, range }) => ({ score, weight, ...(range === null ? {} : { range }) }));
}

function confidenceIn(id: string, signals: readonly ScoredSignal[], signalCoverage: number): number | null {
  const known = signals.filter((s) => s.score !== null && s.weight > 0);
  const weight = known.reduce((n, s) => n + s.weight, 0);
  const mean = (of: (s: ScoredSignal) => number) => known.reduce((n, s) => n + s.weight * of(s), 0) / weight;
  const reliability = mean((s) => s.reading.reliability);
  // How many there are in scope is not known, so neither is what share of them answered.
  if (known.every((s) => s.reading.basis === 'self-declared' && s.reading.coverage === 0)) return null;
  return confidenceOf({
    signalCoverage,
    populationCoverage: mean((s) => s.reading.coverage),
    windowCoverage: mean((s) => s.reading.windowCoverage),
    reliability: isTrustWithoutSurvey(id, signals) ? Math.min(TRUST_WITHOUT_SURVEY, reliability) : reliability,
  });
}

/** Share of the known weight that rests on what people say of themselves; null = nothing is known. */
function selfDeclaredShare(signals: readonly ScoredSignal[]): number | null {
  const known = signals.filter((s) => s.score !== null && s.reading.state !== 'not-applicable');
  const weightOf = (some: readonly ScoredSignal[]) => some.reduce((n, s) => n + s.weight, 0);
  const all = weightOf(known);
  return all === 0 ? null : weightOf(known.filter((s) => s.reading.basis === 'self-declared')) / all;
}

function labelIn(id: string, signals: readonly ScoredSignal[], confidence: number) {
  const label = confidenceLabel(confidence);
  return label === 'high' && isTrustWithoutSurvey(id, signals) ? 'medium' : label;
}

function isTrustWithoutSurvey(id: string, signals: readonly ScoredSignal[]): boolean {
  return id === 'C4' && signals.every((s) => s.meta.id !== 'C4.5' || s.score === null);
}

/**
 * 95 % of the joint draws, widened by the identification bounds: in each draw the unknown weight stands at 0 for the
 * lower end and at 100 for the upper one (METHOD 0.2). Null without person-level data.
 */
function intervalOf(signals: readonly ScoredSignal[], { draws, values }: Resampled): [number, number] | null {
  if (draws === 0 || !signals.some((s) => s.score !== null && values.has(s.meta.id))) return null;
  const lows: number[] = [];
  const highs: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const [low, high] = compose(partsOf(signals.map((s) => redrawn(s, values.get(s.meta.id)?.[draw])))).bounds;
    lows.push(low);
    highs.push(high);
  }
  const [low, high] = [quantile(lows, 0.025), quantile(highs, 0.975)];
  return low === null || high === null ? null : [low, high];
}

/** The signal under one draw; as it is where it was not resampled, unknown where the draw has no answer. */
function redrawn(signal: ScoredSignal, value: number | null | undefined): ScoredSignal {
  if (value === undefined || signal.score === null) return signal;
  return { ...signal, score: value === null ? null : scoreIn(signal.meta.id, value, signal.shape) };
}

/** The chain is as strong as its weakest anchor; of the known signals, else of all. */
function weakestGrade(signals: readonly ScoredSignal[]): Grade {
  const known = signals.filter((s) => s.score !== null);
  const grades = (known.length > 0 ? known : signals).map((s) => s.meta.grade);
  return [...grades].sort().at(-1) ?? 'D';
}

/** Unknown weight by the source that would fill it, most first (METHOD 0.2, value of information). */
function wouldAddMost(signals: readonly ScoredSignal[]): Construct['wouldAddMost'] {
  const all = partsOf(signals).reduce((n, p) => n + p.weight, 0);
  const bySource = new Map<string, { weight: number; signals: string[] }>();
  for (const { meta, reading, weight } of signals) {
    if ((reading.state !== 'not-connected' && reading.state !== 'stale') || weight === 0) continue;
    const entry = bySource.get(meta.source) ?? { weight: 0, signals: [] };
    bySource.set(meta.source, { weight: entry.weight + weight / all, signals: [...entry.signals, meta.id] });
  }
  return [...bySource]
    .map(([source, { weight, signals: ids }]) => ({ source, weight, signals: ids }))
    .sort((a, b) => b.weight - a.weight || (a.source < b.source ? -1 : 1));
}
