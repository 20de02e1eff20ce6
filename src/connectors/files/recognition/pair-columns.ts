import type { Column } from '../profile.ts';
import { type AskedColumn, askedColumn, nameLikeness } from './name-likeness.ts';
import type { ColumnSample } from './samples.ts';
import { kindOfValues, MOST, valueLikeness } from './value-kind.ts';

/** A column of the file that may supply a column of a profile. */
export interface Pair {
  readonly position: number;
  readonly field: Column;
  /** 0..1. */
  readonly confidence: number;
  /** In words. */
  readonly why: string;
}

/** Pairs below are not proposed. */
export const LEAST = 0.3;
const BY_VALUES_ALONE = 0.4;
const BY_ELIMINATION = 0.4;

/** A name counts in full where all values fit, and for less than half where none does. */
function weighed(sample: ColumnSample, asked: AskedColumn, field: Column, position: number): Pair | null {
  const { score, why } = nameLikeness(asked, field);
  if (score < LEAST) return null;
  const share = valueLikeness(sample.values, field.holds);
  if (share !== null) {
    const fits = `${Math.round(share * 100)} % of the values fit`;
    return { position, field, confidence: score * (0.4 + 0.6 * share), why: `${why}, ${fits}` };
  }
  // Addresses are neither merchants nor tools.
  const isAddress = field.holds === 'text' && kindOfValues(sample.values) === 'person';
  return { position, field, confidence: isAddress ? score * 0.4 : score, why };
}

/** Kinds that can be told from values alone, where the name says nothing. */
const TELLING: ReadonlySet<string> = new Set(['person', 'instant', 'day', 'currency', 'amount']);

/** A required field that no name fits is proposed where one column alone is left that holds its kind. */
function byValues(
  samples: readonly ColumnSample[],
  fields: readonly Column[],
  named: readonly Pair[],
): readonly Pair[] {
  const used = new Set(named.map(({ position }) => position));
  const found = new Set(named.map(({ field }) => field.name));
  const open = fields.filter(({ name, required, holds }) => required && !found.has(name) && TELLING.has(holds));
  return open.flatMap((field) => {
    if (open.filter(({ holds }) => holds === field.holds).length > 1) return [];
    const left = samples.flatMap(({ values }, position) =>
      !used.has(position) && kindOfValues(values) === field.holds ? [position] : [],
    );
    const [position] = left;
    if (position === undefined || left.length > 1) return [];
    return [{ position, field, confidence: BY_VALUES_ALONE, why: 'by its values alone' }];
  });
}

/** Best pairs first; each column and each field once. Ties keep the order of the file, then of the profile. */
export function pairColumns(samples: readonly ColumnSample[], fields: readonly Column[]): readonly Pair[] {
  const taken = new Set<number | string>();
  const named = samples
    .flatMap((sample, position) => {
      const asked = askedColumn(sample.label);
      return fields.flatMap((field) => weighed(sample, asked, field, position) ?? []);
    })
    .filter(({ confidence }) => confidence >= LEAST)
    .sort((a, b) => b.confidence - a.confidence)
    .filter(({ position, field }) => {
      if (taken.has(position) || taken.has(field.name)) return false;
      taken.add(position).add(field.name);
      return true;
    });
  return [...named, ...byValues(samples, fields, named)];
}

/**
 * For an export that a header nearly is: where one required column is open and one column of the file is left that could
 * hold it, the vendor has renamed it.
 */
export function pairRenamed(samples: readonly ColumnSample[], fields: readonly Column[]): readonly Pair[] {
  const pairs = pairColumns(samples, fields);
  const found = new Set(pairs.map(({ field }) => field.name));
  const [open, ...others] = fields.filter(({ name, required }) => required && !found.has(name));
  const used = new Set(pairs.map(({ position }) => position));
  const left = samples.flatMap((_, position) => (used.has(position) ? [] : [position]));
  const [position] = left;
  if (open === undefined || others.length > 0 || position === undefined || left.length > 1) return pairs;
  const share = valueLikeness(samples[position]?.values ?? [], open.holds);
  if (share !== null && share < MOST) return pairs;
  return [...pairs, { position, field: open, confidence: BY_ELIMINATION, why: 'the only column that is left' }];
}
