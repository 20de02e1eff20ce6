import { AsyncTrait } from '../model/capability.ts';
import type { ShownProduct } from '../pipeline/show-product.ts';
import type { CheckedFile, Contribution } from '../pipeline/vendor-file.ts';
import { counted } from '../util/counted.ts';
import { NATURE_WORDS } from '../util/look-words.ts';
import { columns } from './columns.ts';

const STRENGTHS: Readonly<Record<number, string>> = { 3: 'bought for it', 2: 'full substitute', 1: 'partial' };

function listed(values: readonly string[]): string {
  return values.length === 0 ? 'none known' : values.join(', ');
}

function yesNo(value: boolean | null): string {
  return value === null ? 'unknown' : value ? 'yes' : 'no';
}

function priceLine({
  tier,
  amount,
  currency,
  unit,
  billing,
  source_url,
  as_of,
  ageMonths,
}: ShownProduct['prices'][number]) {
  const age = ageMonths === 0 ? 'this month' : `${counted(ageMonths, 'month')} ago`;
  const how = billing === undefined ? '' : `, ${billing}`;
  return `${tier}: ${currency} ${amount} ${unit}${how}  (read ${as_of}, ${age}: ${source_url})`;
}

function oauthWords({ oauth }: ShownProduct): string {
  return listed([...oauth.names, ...oauth.client_ids, ...oauth.entra_app_ids]);
}

function belonging({ suite, members, status, successor }: ShownProduct): readonly (readonly string[])[] {
  return [
    ...(suite === null ? [] : [['member of', suite]]),
    ...(members.length === 0 ? [] : [['members', members.join(', ')]]),
    ...(status === 'active' ? [] : [['status', successor === null ? status : `${status}, followed by ${successor}`]]),
  ];
}

/** `versionHistory` as people say it. */
function inWords(trait: string): string {
  return trait.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** One product in full; what is not known says so. */
export function productText(product: ShownProduct): string {
  const former = product.formerNames.map(({ name, until }) =>
    until === undefined ? name : `${name} (until ${until})`,
  );
  const traits = AsyncTrait.options.map((trait) => `${inWords(trait)} ${product.traits[trait] ?? 'unknown'}`);
  const capabilities = product.capabilities.map(({ name, id, strength }, at) => [
    at === 0 ? 'capabilities' : '',
    `${strength} ${STRENGTHS[strength] ?? ''}: ${name} (${id})`,
  ]);
  const prices = product.prices.map((price, at) => [at === 0 ? 'prices' : '', priceLine(price)]);
  return [
    `${product.name} (${product.id}) of ${product.vendor}`,
    columns(
      [
        ...belonging(product),
        ['other names', listed(product.aliases)],
        ['former names', listed(former)],
        ['domains', listed(product.domains)],
        ['legal names', listed(product.legalNames)],
        ['card lines', listed(product.merchantPatterns)],
        ['sign-in grants', oauthWords(product)],
        ...capabilities,
        ['by nature', NATURE_WORDS[product.nature]],
        ['traits', traits.join(', ')],
        ['SSO, SCIM', `${yesNo(product.sso)}, ${yesNo(product.scim)}`],
        ['billed by', product.billingKind ?? 'unknown'],
        ...(prices.length === 0 ? [['prices', 'none with a source']] : prices),
      ].map(([what = '', text = '']) => [`  ${what}`, text]),
    ),
  ].join('\n');
}

export function checkedText({ file, valid, products, corrects, problems }: CheckedFile): string {
  const lines = problems.map(({ message, row, field }) => {
    const place = [row === undefined ? '' : `line ${row}`, field ?? ''].filter((part) => part !== '').join(', ');
    return `  ${place === '' ? '' : `${place}: `}${message}`;
  });
  const few = corrects.length > 5 ? counted(corrects.length, 'product') : corrects.join(', ');
  const corrected = corrects.length === 0 ? [] : [`  taken for a correction of ${few}, which the catalogue has`];
  const head = valid
    ? `${file} is valid: ${counted(products.length, 'product')}.`
    : `${file} has ${counted(problems.length, 'mistake')}.`;
  return [head, ...corrected, ...lines].join('\n');
}

/** `path` as the reader types it. */
export function contributionWords({ product, seen }: Contribution, path: string): string {
  return [
    `${path} written for ${product}${seen.length === 0 ? '' : `, with ${counted(seen.length, 'name')} of the workspace: keep only what is public`}.`,
    `Next: fill it in and run \`unsprawl catalog --validate ${path}\`. CONTRIBUTING.md says where it goes;`,
    'until then, put it under products: of an overlay.',
  ].join('\n');
}
