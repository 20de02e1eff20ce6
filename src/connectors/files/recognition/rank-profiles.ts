import type { FileProfile } from '../profile.ts';
import { type Pair, pairColumns, pairRenamed } from './pair-columns.ts';
import type { ColumnSample } from './samples.ts';

/** A profile that a sheet may be, and how well it fits. */
export interface Candidate {
  readonly profile: FileProfile;
  readonly pairs: readonly Pair[];
  /** Mean confidence over the required fields, 0..1. */
  readonly confidence: number;
  /** The same for comparison: a little more for each further column that finds a place, less for each that does not. */
  readonly score: number;
  /** Every required field is filled well, and there is what tells it from other profiles. */
  readonly isGood: boolean;
  readonly missing: readonly string[];
}

/** A template that fills every required column this well is better than an export that lacks one. */
const GOOD = 0.6;
/** A profile needs more than its required columns to be told from others; a header without these is hardly one. */
const SAYS_LITTLE = 0.5;

export function candidateOf(profile: FileProfile, samples: readonly ColumnSample[], isNear: boolean): Candidate {
  const { columns, oneOf } = profile.meta;
  const pairs = isNear ? pairRenamed(samples, columns) : pairColumns(samples, columns);
  const required = columns.filter((column) => column.required);
  const sumOf = (isRequired: boolean): number =>
    pairs.filter(({ field }) => field.required === isRequired).reduce((sum, { confidence }) => sum + confidence, 0);
  const found = new Set(pairs.map(({ field }) => field.name));
  const confidence = sumOf(true) / required.length;
  const saysEnough = oneOf === undefined || oneOf.some((name) => found.has(name));
  const placed = pairs.length / Math.max(1, samples.length);
  return {
    profile,
    pairs,
    confidence,
    score: confidence * (saysEnough ? 1 : SAYS_LITTLE) * (0.6 + 0.4 * placed) + 0.05 * sumOf(false),
    isGood:
      saysEnough &&
      required.every(({ name }) => pairs.some(({ field, confidence: sure }) => field.name === name && sure >= GOOD)),
    missing: required.filter(({ name }) => !found.has(name)).map(({ name }) => name),
  };
}

/** An export that the header nearly is goes before a template, unless it lacks a column and a template does not. */
export function rank(candidate: Candidate, near: readonly FileProfile[]): number {
  if (near.includes(candidate.profile)) return candidate.missing.length === 0 ? 3 : 1;
  return candidate.isGood ? 2 : 0;
}
