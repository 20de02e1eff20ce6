import { stripCurrency } from '../cells/amount.ts';
import { writtenNumber } from '../cells/number.ts';
import type { FileProfile } from '../profile.ts';
import type { Sheet } from '../tables/sheet.ts';
import { headerKey } from './header-key.ts';
import { looksOf } from './looks.ts';
import { currencyInName } from './name-likeness.ts';
import { nearMisses } from './near-miss.ts';
import { isDated, openOrders } from './open-orders.ts';
import { LEAST, type Pair } from './pair-columns.ts';
import { type Candidate, candidateOf, rank } from './rank-profiles.ts';
import type { Fit, Recognition } from './recognise.ts';
import { type ColumnSample, sampleColumns } from './samples.ts';
import { kindOfValues } from './value-kind.ts';

export interface ColumnProposal {
  /** As the file writes it; the second of one name is `Name (2)`, a column without a name `column 3`. */
  readonly column: string;
  /** Column of the proposed profile; null = nothing in it fits. */
  readonly field: string | null;
  /** 0..1. */
  readonly confidence: number;
  /** Why this field, in words; null where there is none. */
  readonly why: string | null;
  /** Kind and shape of the values; nothing personal. */
  readonly looks: string;
  /** Share of the numbers in it that are negative; null where it holds none. */
  readonly negative: number | null;
}

/** What a file may be. A person accepts or corrects it; nothing is read before. */
export interface MappingProposal {
  readonly reason: 'unknown-header' | 'several-profiles-fit' | 'column-twice' | 'order-of-days';
  /** The profile that fits best; null = none comes near. */
  readonly profile: string | null;
  readonly title: string | null;
  readonly confidence: number;
  readonly columns: readonly ColumnProposal[];
  /** Required columns of the proposed profile that no column of the file fits. */
  readonly missing: readonly string[];
  /** Columns with days whose order no value tells; they have to be asked for. */
  readonly openOrders: readonly string[];
  /** Currency that the name of the amount's column says where no column holds it; null = none. */
  readonly currency: string | null;
  /** Other profiles that come near, best first; those that fit equally well where that is the reason. */
  readonly alternatives: readonly string[];
}

/** Proposals for one sheet: the best, and one for any profile that a person chooses instead. */
export interface Proposer {
  readonly best: MappingProposal;
  /** Null where there is no such profile. */
  readonly as: (profile: string) => MappingProposal | null;
}

type Unrecognised = Exclude<Recognition, { kind: 'recognised' }>;
type Reason = MappingProposal['reason'];

const MOST_ALTERNATIVES = 4;
/** Columns that a proposal looks at; no table of ours is nearly as wide. */
const MOST_COLUMNS = 500;
function candidatesFor(
  answer: Unrecognised,
  header: readonly string[],
  profiles: readonly FileProfile[],
): { readonly all: readonly FileProfile[]; readonly near: readonly FileProfile[] } {
  if (answer.kind === 'tie') return { all: answer.fits.map(({ profile }) => profile), near: [] };
  if (answer.kind === 'doubled') return { all: [answer.fit.profile], near: [] };
  const near = nearMisses(header, profiles);
  return { all: profiles.filter((each) => each.meta.template !== undefined || near.includes(each)), near };
}

function reasonOf(answer: Unrecognised): Reason {
  if (answer.kind === 'tie') return 'several-profiles-fit';
  return answer.kind === 'doubled' ? 'column-twice' : 'unknown-header';
}

function rounded(value: number): number {
  return Math.round(Math.min(1, value) * 100) / 100;
}

/** Names that stand twice: which of them is meant cannot be told. */
function doubledKeys(header: readonly string[]): ReadonlySet<string> {
  const [seen, doubled] = [new Set<string>(), new Set<string>()];
  for (const key of header.map(headerKey)) {
    if (key !== '' && seen.has(key)) doubled.add(key);
    seen.add(key);
  }
  return doubled;
}

function columnProposals(
  header: readonly string[],
  samples: readonly ColumnSample[],
  pairs: readonly Pair[],
): readonly ColumnProposal[] {
  const doubled = doubledKeys(header);
  return samples.map((sample, position) => {
    const pair = pairs.find((entry) => entry.position === position);
    const isDoubled = doubled.has(headerKey(header[position] ?? ''));
    const why = isDoubled ? 'the name stands twice' : (pair?.why ?? null);
    return {
      column: sample.label,
      field: pair?.field.name ?? null,
      confidence: rounded((pair?.confidence ?? 0) * (isDoubled ? 0.5 : 1)),
      why: pair === undefined ? null : why,
      looks: looksOf(sample),
      negative: negativeShare(sample.values),
    };
  });
}

function negativeShare(values: readonly string[]): number | null {
  const numbers = values.flatMap((text) => writtenNumber(stripCurrency(text).text) ?? []);
  return numbers.length === 0 ? null : rounded(numbers.filter(({ negative }) => negative).length / numbers.length);
}

/** Columns that hold days, whatever they are proposed for; where a vendor documents the order nothing is open. */
function datedPositions(samples: readonly ColumnSample[], pairs: readonly Pair[]): readonly number[] {
  return samples.flatMap(({ values }, position) => {
    const field = pairs.find((pair) => pair.position === position)?.field;
    if (field?.dayOrder !== undefined) return [];
    const kind = kindOfValues(values);
    return kind === 'day' || kind === 'instant' || (field !== undefined && isDated(field)) ? [position] : [];
  });
}

function proposalOf(
  sheet: Sheet,
  samples: readonly ColumnSample[],
  chosen: Candidate | null,
  said: { readonly reason: Reason; readonly alternatives: readonly string[] },
): MappingProposal {
  const pairs = chosen?.pairs ?? [];
  const amount = pairs.find(({ field }) => field.holds === 'amount' && field.required);
  const paid = amount === undefined ? undefined : samples[amount.position];
  const namesCurrency = pairs.some(({ field }) => field.holds === 'currency');
  const open = openOrders(sheet, datedPositions(samples, pairs));
  return {
    reason: said.reason,
    profile: chosen?.profile.meta.id ?? null,
    title: chosen?.profile.meta.title ?? null,
    confidence: rounded(chosen?.confidence ?? 0),
    columns: columnProposals(sheet.header, samples, pairs),
    missing: chosen?.missing ?? [],
    openOrders: open.map((position) => samples[position]?.label ?? ''),
    currency: paid === undefined || namesCurrency ? null : currencyInName(paid.label),
    alternatives: said.alternatives,
  };
}

/** The profile that comes nearest, and for each column of the file the field that it may be. */
export function proposeMapping(sheet: Sheet, profiles: readonly FileProfile[], answer: Unrecognised): Proposer {
  const samples = sampleColumns(sheet);
  const looked = samples.slice(0, MOST_COLUMNS);
  const { all, near } = candidatesFor(answer, sheet.header, profiles);
  const ranked = all
    .map((profile) => candidateOf(profile, looked, near.includes(profile)))
    .sort((a, b) => rank(b, near) - rank(a, near) || b.score - a.score);
  const best = ranked[0] !== undefined && ranked[0].confidence >= LEAST ? ranked[0] : null;
  const reason = reasonOf(answer);
  const others = ranked.filter((candidate) => candidate !== best && candidate.confidence >= LEAST);
  const alternatives =
    answer.kind === 'tie'
      ? answer.fits.map(({ profile }) => profile.meta.id)
      : others.slice(0, MOST_ALTERNATIVES).map(({ profile }) => profile.meta.id);
  return {
    best: proposalOf(sheet, samples, best, { reason, alternatives }),
    as: (id) => {
      const profile = profiles.find(({ meta }) => meta.id === id);
      if (profile === undefined) return null;
      return proposalOf(sheet, samples, candidateOf(profile, looked, near.includes(profile)), {
        reason,
        alternatives,
      });
    },
  };
}

/**
 * For a sheet that is known, but whose days can be read either way: its own columns, and which of them have to be asked
 * for. Null where nothing is open.
 * @param rejected what rows were rejected for: only rejected days can be open
 */
export function proposeOrders(
  sheet: Sheet,
  { profile, binding }: Fit,
  rejected: readonly { readonly field: string | null }[],
): Proposer | null {
  const days = new Set<string | null>(profile.meta.columns.filter(isDated).map(({ name }) => name));
  if (!rejected.some(({ field }) => days.has(field))) return null;
  const samples = sampleColumns(sheet);
  const pairs = profile.meta.columns.flatMap((field): Pair[] => {
    const position = binding.positions.get(field.name);
    return position === undefined ? [] : [{ position, field, confidence: 1, why: 'its name' }];
  });
  const best = proposalOf(
    sheet,
    samples,
    { profile, pairs, confidence: 1, score: 1, isGood: true, missing: [] },
    { reason: 'order-of-days', alternatives: [] },
  );
  const dated = new Set(pairs.flatMap(({ position, field }) => (isDated(field) ? [samples[position]?.label] : [])));
  return best.openOrders.some((label) => dated.has(label)) ? { best, as: () => null } : null;
}
