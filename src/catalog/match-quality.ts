import type { MatchQuality } from '../model/match-quality.ts';
import type { MatchAnswer, NameKind } from '../model/product.ts';
import type { ProductCatalogue } from './catalogue.ts';

/** A raw name and what a person says that it is: a product, `VENDOR_ONLY:<vendor>` or one of the special labels. */
export interface LabelledName {
  readonly source_kind: NameKind;
  readonly raw: string;
  readonly label: string;
}

/** From this confidence on a wrong product would be believed. */
const CONFIDENT = 0.8;

const OTHERS: ReadonlySet<string> = new Set(['INTERNAL', 'PLATFORM_CLIENT', 'UNRESOLVABLE', 'UNKNOWN']);

type Counts = Omit<MatchQuality, 'kind'>;

const NOTHING: Counts = {
  ...{ rows: 0, products: 0, known: 0, right: 0, vendorOnly: 0, vendorRight: 0 },
  ...{ notSoftware: 0, takenIn: 0, others: 0, othersGivenProduct: 0, confidentlyWrong: 0 },
};

/** What one row adds. A label that the catalogue does not know counts against reach, whatever was answered. */
function judge(catalogue: ProductCatalogue, { label }: LabelledName, answer: MatchAnswer): Partial<Counts> {
  const isProduct = answer.status === 'matched';
  const confidentlyWrong = isProduct && answer.confidence >= CONFIDENT ? 1 : 0;
  if (label.startsWith('VENDOR_ONLY:')) {
    const vendorRight = answer.status === 'vendor-only' ? 1 : 0;
    return { vendorOnly: 1, vendorRight, confidentlyWrong };
  }
  if (label === 'NOT_SOFTWARE') {
    const takenIn = isProduct || answer.status === 'vendor-only' ? 1 : 0;
    return { notSoftware: 1, takenIn, confidentlyWrong };
  }
  if (OTHERS.has(label)) return { others: 1, othersGivenProduct: isProduct ? 1 : 0, confidentlyWrong };
  const expected = catalogue.named(label);
  if (expected === undefined) return { products: 1, confidentlyWrong };
  const isRight = answer.product === expected.id;
  return { products: 1, known: 1, right: isRight ? 1 : 0, confidentlyWrong: isRight ? 0 : confidentlyWrong };
}

function add(sum: Counts, more: Partial<Counts>): Counts {
  const keys = Object.keys(NOTHING) as (keyof Counts)[];
  return Object.fromEntries(keys.map((key) => [key, sum[key] + (more[key] ?? 0)])) as Counts;
}

/** Labelled names against the catalogue: one entry per kind that occurs, in the order of the first row, then `all`. */
export function measureMatching(catalogue: ProductCatalogue, names: readonly LabelledName[]): readonly MatchQuality[] {
  const sums = new Map<MatchQuality['kind'], Counts>();
  let all = NOTHING;
  for (const name of names) {
    const row = { rows: 1, ...judge(catalogue, name, catalogue.resolve(name.source_kind, name.raw)) };
    sums.set(name.source_kind, add(sums.get(name.source_kind) ?? NOTHING, row));
    all = add(all, row);
  }
  return [...sums, ['all', all] as const].map(([kind, counts]) => ({ kind, ...counts }));
}
