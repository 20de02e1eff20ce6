import type { Construct, Profile } from '../../model/audit/profile.ts';

type FragmentationPart = Profile['fragmentation'][number];

/** What C3 is made of; each part has another remedy, so the composite never stands without them (METHOD 2.9). */
const PARTS = [
  {
    id: 'silos',
    title: 'Silos: teams do one job in different tools',
    signals: ['C3.2', 'C3.3'],
    remedy: 'choose one tool',
  },
  {
    id: 'duplicates',
    title: 'Duplicates: the same people hold several tools for one job',
    signals: ['C3.1', 'C3.6'],
    remedy: 'remove seats',
  },
  { id: 'hand-offs', title: 'Hand-offs carried by hand', signals: ['C3.4'], remedy: 'integrate' },
  { id: 'shadow', title: 'Shadow tools', signals: ['C3.5'], remedy: 'govern' },
  { id: 'switching', title: 'Switching between tools in a day', signals: ['P4.6'], remedy: 'co-locate work' },
] as const;

/** Severity of each part, 0 none to 100 severe: the mean of its known signals, null where none is known. */
export function fragmentationParts(constructs: readonly Construct[]): FragmentationPart[] {
  const signals = new Map(constructs.flatMap((construct) => construct.signals).map((signal) => [signal.id, signal]));
  return PARTS.map(({ id, title, signals: ids, remedy }) => {
    const known = ids.flatMap((signal) => {
      const score = signals.get(signal)?.score ?? null;
      // A principle scores what is good, a challenge what is severe.
      return score === null ? [] : [{ signal, severity: signal.startsWith('C') ? score : 100 - score }];
    });
    const severity = known.length === 0 ? null : known.reduce((n, one) => n + one.severity, 0) / known.length;
    return { id, title, signals: known.map(({ signal }) => signal), asked: [...ids], severity, remedy };
  });
}
