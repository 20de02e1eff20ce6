import { stripCurrency } from '../cells/amount.ts';
import { type Cell, CellProblem } from '../cells/cell.ts';
import { readCurrency } from '../cells/currency.ts';
import { writtenNumber } from '../cells/number.ts';
import { writtenDay } from '../cells/written-day.ts';
import { yesNoOf } from '../cells/yes-no.ts';
import type { Column, FileProfile, Holds } from '../profile.ts';
import type { Sheet } from '../tables/sheet.ts';
import { headerKey } from './header-key.ts';
import type { Recognition } from './recognise.ts';

interface ColumnProposal {
  /** As the file writes it. */
  readonly column: string;
  /** Column of the proposed profile; null = nothing in it fits. */
  readonly field: string | null;
  /** 0..1. */
  readonly confidence: number;
}

/** What a file may be. A person accepts or corrects it; nothing is read before. */
export interface MappingProposal {
  readonly reason: 'unknown-header' | 'several-profiles-fit' | 'column-twice';
  /** The template that fits best; null = none comes near. */
  readonly profile: string | null;
  readonly confidence: number;
  readonly columns: readonly ColumnProposal[];
  /** Required columns of the proposed profile that no column of the file fits. */
  readonly missing: readonly string[];
  /** Profile ids that fit equally well. */
  readonly alternatives: readonly string[];
}

const SAMPLE_ROWS = 50;
const LEAST = 0.3;

interface Pair {
  readonly position: number;
  readonly field: Column;
  readonly confidence: number;
}

function wordsOf(name: string): readonly string[] {
  return headerKey(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Share of common words (Dice); words count as common where one begins with the other and four letters agree. */
function wordLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const alike = (x: string, y: string): boolean =>
    x === y || (Math.min(x.length, y.length) >= 4 && (x.startsWith(y) || y.startsWith(x)));
  const common = a.filter((word) => b.some((other) => alike(word, other))).length;
  return (2 * common) / (a.length + b.length);
}

function nameLikeness(header: string, column: Column): number {
  const key = headerKey(header);
  if ([column.name, ...(column.synonyms ?? [])].some((name) => headerKey(name) === key)) return 1;
  if ((column.hints ?? []).some((name) => headerKey(name) === key)) return 0.85;
  const names = [column.name, ...(column.synonyms ?? []), ...(column.hints ?? [])];
  return 0.75 * Math.max(...names.map((name) => wordLikeness(wordsOf(header), wordsOf(name))));
}

function isCurrency(text: string): boolean {
  try {
    return readCurrency(text) !== null;
  } catch (thrown) {
    if (thrown instanceof CellProblem) return false;
    throw thrown;
  }
}

const LOOKS_LIKE: Readonly<Partial<Record<Holds, (text: string) => boolean>>> = {
  day: (text) => writtenDay(text) !== null,
  instant: (text) => (writtenDay(text)?.rest ?? '') !== '',
  amount: (text) => writtenNumber(stripCurrency(text).text) !== null,
  decimal: (text) => writtenNumber(text) !== null,
  count: (text) => writtenNumber(text) !== null,
  'yes-no': (text) => yesNoOf(text) !== undefined,
  currency: isCurrency,
  person: (text) => text.includes('@'),
  people: (text) => text.includes('@'),
};

/** Share of the sampled values that the column could hold; null where it may hold anything or there are none. */
function valueLikeness(values: readonly string[], holds: Holds): number | null {
  const looksRight = LOOKS_LIKE[holds];
  if (looksRight === undefined || values.length === 0) return null;
  return values.filter(looksRight).length / values.length;
}

function sampleColumns(sheet: Sheet): readonly (readonly string[])[] {
  const columns: string[][] = sheet.header.map(() => []);
  let rows = 0;
  sheet.visit({
    broken: () => undefined,
    row: ({ cells }) => {
      rows += 1;
      if (rows > SAMPLE_ROWS) return;
      cells.forEach((cell: Cell, position) => {
        const text = String(cell).trim().slice(0, 64);
        if (text !== '') columns[position]?.push(text);
      });
    },
  });
  return columns;
}

function confidenceOf(header: string, values: readonly string[], field: Column): number {
  const byName = nameLikeness(header, field);
  const byValue = valueLikeness(values, field.holds);
  if (byValue === null) return byName;
  return byName === 0 ? 0 : byName * (0.4 + 0.6 * byValue);
}

/** Best pairs first; each column and each field once. Ties keep the order of the file, then of the template. */
function pairUp(
  header: readonly string[],
  samples: readonly (readonly string[])[],
  fields: readonly Column[],
): readonly Pair[] {
  const all = header.flatMap((name, position) =>
    fields.map((field) => ({ position, field, confidence: confidenceOf(name, samples[position] ?? [], field) })),
  );
  const taken = new Set<number | string>();
  return all
    .filter(({ confidence }) => confidence >= LEAST)
    .sort((a, b) => b.confidence - a.confidence)
    .filter(({ position, field }) => {
      if (taken.has(position) || taken.has(field.name)) return false;
      taken.add(position).add(field.name);
      return true;
    });
}

interface Candidate {
  readonly profile: FileProfile;
  readonly pairs: readonly Pair[];
  readonly score: number;
}

/** Mean over the required fields, and a little for each further column that finds a place. */
function weigh(profile: FileProfile, pairs: readonly Pair[]): Candidate {
  const required = profile.meta.columns.filter((column) => column.required);
  const sum = pairs.filter(({ field }) => field.required).reduce((total, { confidence }) => total + confidence, 0);
  const more = pairs.filter(({ field }) => !field.required).reduce((total, { confidence }) => total + confidence, 0);
  return { profile, pairs, score: sum / required.length + 0.05 * more };
}

function rounded(value: number): number {
  return Math.round(Math.min(1, value) * 100) / 100;
}

function reasonOf(answer: Exclude<Recognition, { kind: 'recognised' }>): MappingProposal['reason'] {
  if (answer.kind === 'tie') return 'several-profiles-fit';
  return answer.kind === 'doubled' ? 'column-twice' : 'unknown-header';
}

function candidatesFor(answer: Recognition, profiles: readonly FileProfile[]): readonly FileProfile[] {
  if (answer.kind === 'tie') return answer.fits.map(({ profile }) => profile);
  if (answer.kind === 'doubled') return [answer.fit.profile];
  return profiles.filter(({ meta }) => meta.template !== undefined);
}

/** The template that comes nearest, and for each column of the file the field that it may be. */
export function proposeMapping(
  sheet: Sheet,
  profiles: readonly FileProfile[],
  answer: Exclude<Recognition, { kind: 'recognised' }>,
): MappingProposal {
  const samples = sampleColumns(sheet);
  const ranked = candidatesFor(answer, profiles)
    .map((profile) => weigh(profile, pairUp(sheet.header, samples, profile.meta.columns)))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  const chosen = best !== undefined && best.score >= LEAST ? best : undefined;
  const found = new Set(chosen?.pairs.map(({ field }) => field.name));
  return {
    reason: reasonOf(answer),
    profile: chosen?.profile.meta.id ?? null,
    confidence: rounded(chosen?.score ?? 0),
    columns: sheet.header.map((column, position) => {
      const pair = chosen?.pairs.find((entry) => entry.position === position);
      return { column, field: pair?.field.name ?? null, confidence: rounded(pair?.confidence ?? 0) };
    }),
    missing: (chosen?.profile.meta.columns ?? [])
      .filter((c) => c.required && !found.has(c.name))
      .map(({ name }) => name),
    alternatives: answer.kind === 'tie' ? answer.fits.map(({ profile }) => profile.meta.id) : [],
  };
}
