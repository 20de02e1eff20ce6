import type { Construct, Profile } from '../../model/audit/profile.ts';
import type { Structure } from '../../model/audit/structure.ts';
import type { Policy } from '../../model/policy.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { type ClusterSample, type Resampled, resampleJointly } from '../scoring/cluster-bootstrap.ts';
import { type ConstructEntry, constructs } from './constructs.ts';
import { delivery } from './delivery.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { fragmentationParts } from './fragmentation-parts.ts';
import { legacyTraits } from './legacy-traits.ts';
import { messageNoise } from './message-noise.ts';
import { aggregate } from './overall.ts';
import { pulseFigures } from './pulse-figures.ts';
import { readSignalSafely } from './read-signal.ts';
import { scoreConstruct } from './score-construct.ts';
import { type ScoredSignal, scoreSignal } from './score-signal.ts';
import type { SignalInput, SignalUnit } from './signal-unit.ts';
import { signals } from './signals/registry.ts';
import { teamProfiles } from './team-profiles.ts';
import { intervalIn, withIntervals } from './with-intervals.ts';

export interface ProfileOptions {
  /** Fixes the draws of the bootstrap and of the sensitivity appendix. */
  readonly seed: number;
  /** The registry unless a test gives its own units. */
  readonly units?: readonly SignalUnit[];
  /** Facts of this snapshot where they were read before. */
  readonly facts?: Facts;
}

/** Scores five principles, four differences and four challenges from whatever signals the sources supply (METHOD 0, 1). */
export function analyseProfile(
  snapshot: Snapshot,
  structure: Omit<Structure, 'findings'>,
  policy: Policy,
  { seed, units = signals, facts = gatherFacts(snapshot) }: ProfileOptions,
): Profile {
  const input: SignalInput = { snapshot, structure, policy, facts };
  const scored = units.map((unit) => scoreSignal(unit.meta, readSignalSafely(unit, input), policy));
  const noise = messageNoise(input);
  const work = delivery(input);
  const samples = new Map([
    ...samplesOf(scored),
    ...[noise.sample].flatMap((sample) => (sample === undefined ? [] : [['messages', sample] as const])),
    ...[work.sample].flatMap((sample) => (sample === undefined ? [] : [['cycle-days', sample] as const])),
  ]);
  const resampled = resampleJointly(samples, seed);
  const results = new Map(
    constructs.map((entry) => [
      entry.id,
      withIntervals(
        scoreConstruct(
          entry,
          scored.filter((s) => s.meta.construct === entry.id),
          resampled,
        ),
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
    teamProfiles: teamProfiles(snapshot, scored, input.facts, seed),
    fragmentation: fragmentationParts([...results.values()]),
    legacyTraits: legacyTraits([...results.values()]),
    delivery: { cycleDays: work.cycleDays, items: work.items, interval: intervalIn(resampled, 'cycle-days') },
    messageNoise: noiseOf(noise, resampled),
    ...pulseFigures(input),
  };
}

function noiseOf({ sample: _, ...noise }: ReturnType<typeof messageNoise>, resampled: Resampled) {
  return { ...noise, interval: noise.perPersonWeek === null ? null : intervalIn(resampled, 'messages') };
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
      result: `${draws.toLocaleString('en-GB')} draws that resample people, or teams where a source counts by team only (seed ${seed}); ${values.size} figures carry such data, the others stay fixed; widened by the bounds of what is unknown`,
    },
  ];
}
