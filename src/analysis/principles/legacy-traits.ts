import type { Construct, Profile } from '../../model/audit/profile.ts';
import { isMeasured } from './read-signal.ts';

type LegacyTrait = Profile['legacyTraits'][number];

/** The five traits of the industrial playbook, as the mirror of signals; no score of their own (METHOD 6a.26). */
const TRAITS = [
  { id: 'synchronised-presence', title: 'Synchronised presence', signals: ['P1.1', 'P1.5', 'P3.4'] },
  {
    id: 'information-through-hierarchy',
    title: 'Information through the hierarchy',
    signals: ['D2.3', 'P5.3', 'C4.3'],
  },
  { id: 'uniformity-imposed', title: 'Uniformity imposed', signals: [] },
  { id: 'stability-over-change', title: 'Stability over change', signals: ['D2.5', 'P5.5'] },
  { id: 'management-by-observation', title: 'Management by observation', signals: ['P3.4', 'C4.1'] },
] as const;

export function legacyTraits(constructs: readonly Construct[]): LegacyTrait[] {
  const signals = new Map(constructs.flatMap((c) => c.signals).map((s) => [s.id, s]));
  return TRAITS.map(({ id, title, signals: ids }) => {
    const known = ids.map((s) => signals.get(s)).filter((s) => s !== undefined && isMeasured(s) && s.value !== null);
    const words = known.map((s) => s?.words).join('; ');
    return {
      id,
      title,
      signals: [...ids],
      words: known.length > 0 ? words : absence(ids),
      state: known.length > 0 ? 'measured' : 'not-assessed',
    };
  });
}

function absence(ids: readonly string[]): string {
  if (ids.length === 0) return 'Would need exceptions to standards, asked for and refused; nobody has declared them.';
  return `None of ${ids.join(', ')} is known.`;
}
