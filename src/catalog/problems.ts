import { buildLookup } from './match/lookup.ts';
import { descriptorText, squash } from './match/text.ts';
import type { CatalogueFiles, ProductEntry, VendorFile } from './schema.ts';

function repeated(values: readonly string[], what: string): readonly string[] {
  const seen = new Set<string>();
  return values.flatMap((value) => {
    if (seen.has(value)) return [`${what} "${value}" stands twice`];
    seen.add(value);
    return [];
  });
}

function productProblems(
  product: ProductEntry,
  ids: ReadonlySet<string>,
  known: ReadonlySet<string>,
): readonly string[] {
  const problems: string[] = [];
  const levels = Object.values(product.capabilities);
  if (!levels.includes(3)) problems.push(`${product.id}: no capability that it is bought for (3)`);
  for (const id of Object.keys(product.capabilities)) {
    if (!known.has(id)) problems.push(`${product.id}: unknown capability "${id}"`);
  }
  for (const [what, id] of [
    ['suite', product.suite],
    ['successor', product.successor],
  ] as const) {
    if (id !== null && !ids.has(id)) problems.push(`${product.id}: ${what} "${id}" is not in the catalogue`);
  }
  if (product.suite === product.id) problems.push(`${product.id}: a suite is not its own member`);
  return problems;
}

/**
 * A bill of a company that sells several products proves none of them, unless the product is called like the company
 * (`HUBSPOT IRELAND`). What is free is on no bill, so it does not count.
 */
function companyPatternProblems(file: VendorFile): readonly string[] {
  const sold = file.products.filter((product) => product.billing_kind !== 'free');
  if (sold.length < 2) return [];
  const companies = [file.vendor, ...file.legal_names];
  return sold.flatMap((product) => {
    const called = [product.name, ...product.aliases, ...product.former_names.map(({ name }) => name)].map(squash);
    const others = companies.filter((company) => !called.some((name) => squash(company).startsWith(name)));
    return product.merchant.flatMap((source) => {
      const company = others.find((name) => new RegExp(source).test(descriptorText(name)));
      return company === undefined
        ? []
        : [`${product.id}: pattern "${source}" reads "${company}", which is the vendor`];
    });
  });
}

/**
 * What is wrong across files that are each valid: ids, names, domains and client ids claimed twice, equal merchant
 * patterns, patterns that take a vendor for one of its products, unknown capabilities, dangling suites and successors,
 * vectors without a 3. Empty = sound.
 */
export function catalogueProblems(files: CatalogueFiles): readonly string[] {
  const products = files.vendors.flatMap((file) => file.products);
  const ids = new Set(products.map((product) => product.id));
  const known = new Set(Object.keys(files.capabilities.capabilities));
  const patterns = files.vendors.flatMap((file) => [
    ...file.vendor_only.merchant,
    ...file.products.flatMap((product) => product.merchant),
  ]);
  const rejected = files.descriptors.rejections.flatMap((rejection) => rejection.merchant);
  const homeless = Object.entries(files.capabilities.capabilities).filter(
    ([, { domain }]) => files.capabilities.domains[domain] === undefined,
  );
  return [
    ...repeated(
      products.map((product) => product.id),
      'product id',
    ),
    ...repeated(
      files.vendors.map((file) => file.vendor),
      'vendor',
    ),
    ...repeated([...patterns, ...rejected], 'merchant pattern'),
    ...homeless.map(([id]) => `capability "${id}" has no domain`),
    ...products.flatMap((product) => productProblems(product, ids, known)),
    ...files.vendors.flatMap(companyPatternProblems),
    ...buildLookup(files).conflicts,
  ];
}
