import type { Signal } from '../../model/audit/profile.ts';
import type { Policy } from '../../model/policy.ts';
import { describeAnchors, withAnchors } from '../scoring/anchors.ts';
import { type Shape, scoreOf } from '../scoring/shape.ts';
import { isChallenge } from './constructs.ts';
import { type AskedReading, isMeasured } from './read-signal.ts';
import type { SignalMeta } from './signal-unit.ts';

/** Signals whose measure is the pulse itself. */
const PULSE_UNIT = '0-100';

/** A reading with its place in the profile: weight, shape in force, score. */
export interface ScoredSignal {
  readonly meta: SignalMeta;
  readonly reading: AskedReading;
  readonly shape: Shape;
  readonly weight: number;
  /** 0..100, severity for challenges; null = unknown, which is never zero. */
  readonly score: number | null;
  /** Where the score could lie, were everything seen that is not; null = it is exact, or unknown. */
  readonly range: readonly [number, number] | null;
  /** Score of what people answered, 0..100, severity for challenges; null = not asked, or by too few. */
  readonly declaredScore: number | null;
}

export function scoreSignal(meta: SignalMeta, reading: AskedReading, policy: Policy): ScoredSignal {
  const own = withAnchors(meta.shape, policy.anchors[meta.id]);
  const shape = reading.shape ?? own;
  const declared = reading.declared?.value ?? null;
  const scored = isMeasured(reading) && reading.unscored !== true ? reading.value : null;
  return {
    meta,
    reading,
    shape,
    weight: policy.weights[meta.id] ?? meta.weight,
    score: scored === null ? null : scoreIn(meta.id, scored, shape),
    range: scored === null ? null : rangeOf(meta, reading, shape),
    declaredScore: declared === null ? null : scoreIn(meta.id, declared, reading.declared?.shape ?? own),
  };
}

/**
 * What people say in place of a source narrows nothing, unless the signal is what people say; a value that is seen in
 * part lies between the ends that its unseen part could give it.
 */
function rangeOf({ id, unit }: SignalMeta, { basis, range }: AskedReading, shape: Shape): ScoredSignal['range'] {
  if (basis === 'self-declared' && unit !== PULSE_UNIT) return [0, 100];
  if (range === undefined) return null;
  const [a, b] = [scoreIn(id, range[0], shape), scoreIn(id, range[1], shape)];
  return [Math.min(a, b), Math.max(a, b)];
}

/** Score of a value; turned round for challenges, where 100 is severe. */
export function scoreIn(id: string, value: number, shape: Shape): number {
  const score = scoreOf(value, shape);
  return isChallenge(id) ? 100 - score : score;
}

function basisOf({ reading }: ScoredSignal): Signal['basis'] {
  if (!isMeasured(reading) || reading.value === null) return null;
  return reading.basis ?? 'observed';
}

/** The gap between saying and doing (METHOD 6a.27). */
function selfDeclaredOf({ reading, score, declaredScore }: ScoredSignal): Signal['selfDeclared'] {
  const { declared, basis } = reading;
  if (declared === undefined || declaredScore === null) return null;
  const gap = basis === 'self-declared' || score === null ? null : declaredScore - score;
  return { score: declaredScore, answers: declared.answers, items: declared.items, gap };
}

export function toSignal(signal: ScoredSignal): Signal {
  const { meta, reading, shape, weight, score } = signal;
  return {
    id: meta.id,
    title: meta.title,
    state: reading.state,
    value: reading.value,
    // Where people were resampled it is set when all signals are known.
    interval: null,
    unit: reading.unit ?? meta.unit,
    score,
    scoreBounds: signal.range === null ? null : [...signal.range],
    weight,
    coverage: reading.coverage,
    reliability: reading.reliability,
    grade: meta.grade,
    words: reading.words,
    anchors: describeAnchors(shape, isChallenge(meta.id) ? 'severity' : 'score'),
    formula: meta.formula,
    wouldSupply:
      isMeasured(reading) || reading.state === 'suppressed' || reading.state === 'not-applicable' ? null : meta.source,
    note: reading.note,
    basis: basisOf(signal),
    selfDeclared: selfDeclaredOf(signal),
    evidence: [...reading.evidence],
  };
}
