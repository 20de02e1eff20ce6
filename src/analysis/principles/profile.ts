import type { Construct, Profile } from '../../model/audit/profile.ts';
import type { Structure } from '../../model/audit/structure.ts';
import type { Policy } from '../../model/policy.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { type ClusterSample, type Resampled, resampleJointly } from '../scoring/cluster-bootstrap.ts';
import { type ConstructEntry, constructs } from './constructs.ts';
import { gatherFacts } from './facts.ts';
import { legacyTraits } from './legacy-traits.ts';
import { messageNoise } from './message-noise.ts';
import { aggregate } from './overall.ts';
import { readSignalSafely } from './read-signal.ts';
import { scoreConstruct } from './score-construct.ts';
import { type ScoredSignal, scoreSignal } from './score-signal.ts';
import type { SignalInput, SignalUnit } from './signal-unit.ts';
import { signals } from './signals/registry.ts';

export interface ProfileOptions {
  /** Fixes the draws of the bootstrap and of the sensitivity appendix. */
  readonly seed: number;
  /** The registry unless a test gives its own units. */
  readonly units?: readonly SignalUnit[];
}

/** Scores five principles, four differences and four challenges from whatever signals the sources supply (METHOD 0, 1). */
export function analyseProfile(
  snapshot: Snapshot,
  structure: Structure,
  policy: Policy,
  { seed, units = signals }: ProfileOptions,
): Profile {
  const input: SignalInput = { snapshot, structure, policy, facts: gatherFacts(snapshot) };
  const scored = units.map((unit) => scoreSignal(unit.meta, readSignalSafely(unit, input), policy));
  const resampled = resampleJointly(samplesOf(scored), seed);
  const results = new Map(
    constructs.map((entry) => [
      entry.id,
      scoreConstruct(
        entry,
        scored.filter((s) => s.meta.construct === entry.id),
        resampled,
      ),
    ]),
  );
  const ofKind = (kind: ConstructEntry['kind']): Construct[] =>
    constructs.filter((c) => c.kind === kind).flatMap((c) => results.get(c.id) ?? []);
  const principles = ofKind('principle');
  const { overall, sensitivity } = aggregate(principles, policy, seed);
  return {
    principles,
    differences: ofKind('difference'),
    challenges: ofKind('challenge'),
    overall,
    sensitivity: [...sensitivity, ...bootstrapEntry(resampled, seed)],
    legacyTraits: legacyTraits([...results.values()]),
    messageNoise: messageNoise(input),
  };
}

function samplesOf(scored: readonly ScoredSignal[]): ReadonlyMap<string, ClusterSample> {
  return new Map(
    scored.flatMap(({ meta, reading, score }) =>
      score === null || reading.sample === undefined ? [] : [[meta.id, reading.sample] as const],
    ),
  );
}

function bootstrapEntry({ draws, values }: Resampled, seed: number): Profile['sensitivity'] {
  if (draws === 0) return [];
  return [
    {
      id: 'intervals',
      title: 'How the intervals were made',
      result: `${draws.toLocaleString('en-GB')} draws that resample people (seed ${seed}); ${values.size} signals carry person-level data, the others stay fixed; widened by the bounds of what is unknown`,
    },
  ];
}
