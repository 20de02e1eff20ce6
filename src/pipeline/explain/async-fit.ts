import type { ProductCatalogue } from '../../catalog/catalogue.ts';
import { loadCatalogue } from '../../catalog/load.ts';
import type { AuditTool } from '../../model/audit/structure.ts';
import { AsyncTrait, type AsyncTraits } from '../../model/capability.ts';
import { agrees, plain } from './numbers.ts';

const WORTH = { yes: 1, limited: 0.5, no: 0 } as const;

const WORDS: Readonly<Record<AsyncTrait, string>> = {
  permalinks: 'permalinks',
  threads: 'threads or comments',
  search: 'search',
  export: 'export',
  api: 'API',
  versionHistory: 'version history',
  guestAccess: 'guest access',
  worksWithoutLiveSession: 'works without a live session',
};

let catalogue: ProductCatalogue | undefined;

/** The catalogue is read once however many ids are explained. */
function traitsOf(product: string): AsyncTraits {
  catalogue ??= loadCatalogue();
  return catalogue.product(product)?.traits ?? {};
}

/** The mean of METHOD 6a.25 with the traits put in, as the catalogue of this version states them. */
export function fitLines({ product, asyncFit }: AuditTool): string[] {
  const { score, known, of, note } = asyncFit;
  const traits = product === null ? {} : traitsOf(product);
  const told = AsyncTrait.options.flatMap((trait) => traits[trait] ?? []);
  const values = told.map((value) => WORTH[value]);
  const sum = values.reduce<number>((total, value) => total + value, 0);
  const source = 'as the catalogue states them';
  if (score === null)
    return [
      `Async fit: not scored. ${note}`,
      ...(told.length === 0 ? [] : [`Traits, ${source}: ${traitWords(traits)}.`]),
    ];
  const isSame = values.length === known && agrees(sum / values.length, score);
  return [
    isSame
      ? `Async fit: (${values.map(plain).join(' + ')})/${known} = ${plain(score)} (mean over the traits known, yes 1, limited 0.5, no 0; ${known} of ${of} known; METHOD 6a.25).`
      : `Async fit: ${plain(score)}. ${note} METHOD 6a.25.`,
    ...(isSame
      ? [`Traits, ${source}: ${traitWords(traits)}.`]
      : ['Its traits were stated by another version of the catalogue or by an overlay.']),
  ];
}

function traitWords(traits: AsyncTraits): string {
  return AsyncTrait.options.map((trait) => `${WORDS[trait]} ${traits[trait] ?? 'unknown'}`).join(', ');
}
