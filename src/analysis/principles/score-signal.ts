import type { Signal } from '../../model/audit/profile.ts';
import type { Policy } from '../../model/policy.ts';
import { describeAnchors, withAnchors } from '../scoring/anchors.ts';
import { type Shape, scoreOf } from '../scoring/shape.ts';
import { isChallenge } from './constructs.ts';
import { isMeasured } from './read-signal.ts';
import type { Reading, SignalMeta } from './signal-unit.ts';

/** A reading with its place in the profile: weight, shape in force, score. */
export interface ScoredSignal {
  readonly meta: SignalMeta;
  readonly reading: Reading;
  readonly shape: Shape;
  readonly weight: number;
  /** 0..100, severity for challenges; null = unknown, which is never zero. */
  readonly score: number | null;
}

export function scoreSignal(meta: SignalMeta, reading: Reading, policy: Policy): ScoredSignal {
  const shape = reading.shape ?? withAnchors(meta.shape, policy.anchors[meta.id]);
  const scored = isMeasured(reading) && reading.unscored !== true ? reading.value : null;
  return {
    meta,
    reading,
    shape,
    weight: policy.weights[meta.id] ?? meta.weight,
    score: scored === null ? null : scoreIn(meta.id, scored, shape),
  };
}

/** Score of a value; turned round for challenges, where 100 is severe. */
export function scoreIn(id: string, value: number, shape: Shape): number {
  const score = scoreOf(value, shape);
  return isChallenge(id) ? 100 - score : score;
}

export function toSignal({ meta, reading, shape, weight, score }: ScoredSignal): Signal {
  return {
    id: meta.id,
    title: meta.title,
    state: reading.state,
    value: reading.value,
    unit: reading.unit ?? meta.unit,
    score,
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
    evidence: [...reading.evidence],
  };
}
