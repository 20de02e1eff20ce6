import type { Signal } from '../../model/audit/profile.ts';
import type { ScoredProfile } from './rule.ts';

export type MeasuredSignal = Signal & { readonly value: number; readonly score: number };

/**
 * A signal that sources observed and that has a score; null where it is unknown, withheld, or only what people say of
 * themselves, which is no finding.
 */
export function measuredSignal(profile: ScoredProfile | null, id: string): MeasuredSignal | null {
  if (profile === null) return null;
  const all = [...profile.principles, ...profile.differences, ...profile.challenges].flatMap(({ signals }) => signals);
  const found = all.find((signal) => signal.id === id);
  if (found === undefined || found.basis === 'self-declared') return null;
  if (found.state !== 'measured' && found.state !== 'measured-partial') return null;
  const { value, score } = found;
  return value === null || score === null ? null : { ...found, value, score };
}

/** A signal's words as a sentence without its full stop. */
export function sentenceOf(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
