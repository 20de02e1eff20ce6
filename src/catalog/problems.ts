import { buildLookup } from './match/lookup.ts';
import { literalStart } from './match/patterns.ts';
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

/** A suite is sold by one vendor: a member of another's bundle is bought apart. */
function foreignSuites(file: VendorFile, ids: ReadonlySet<string>): readonly string[] {
  const own = new Set(file.products.map(({ id }) => id));
  return file.products.flatMap(({ id, suite }) =>
    suite === null || own.has(suite) || !ids.has(suite) ? [] : [`${id}: suite "${suite}" is of another vendor`],
  );
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

interface Claim {
  readonly source: string;
  readonly vendor: string;
  /** The letters that the pattern begins with. */
  readonly start: string;
  /** Names of the owner, letters and digits only. */
  readonly names: readonly string[];
}

function claimsOf(file: VendorFile): readonly Claim[] {
  const claim = (source: string, names: readonly string[]): Claim => ({
    source,
    vendor: file.vendor,
    start: literalStart(source),
    names: names.map(squash),
  });
  const companies = [file.vendor, ...file.legal_names];
  return [
    ...file.vendor_only.merchant.map((source) => claim(source, [...companies, ...file.vendor_only.names])),
    ...file.products.flatMap((product) => {
      const former = product.former_names.map(({ name }) => name);
      const names = [product.name, ...product.aliases, ...former, ...product.legal_names, ...companies];
      return product.merchant.map((source) => claim(source, names));
    }),
  ];
}

/** A pattern that goes on where another vendor's begins takes that vendor's charges, unless it spells its owner's name. */
function overlapProblems(files: readonly VendorFile[]): readonly string[] {
  const claims = files.flatMap(claimsOf);
  const byWord = new Map<string, Claim[]>();
  for (const claim of claims) {
    const word = claim.start.split(' ', 1)[0] ?? '';
    byWord.set(word, [...(byWord.get(word) ?? []), claim]);
  }
  return [...byWord.values()].flatMap((bucket) =>
    bucket.flatMap((claim) => {
      const own = squash(claim.start);
      const other = bucket.find(
        ({ vendor, source, start }) =>
          vendor !== claim.vendor &&
          source !== claim.source &&
          start.length <= claim.start.length &&
          new RegExp(source).test(claim.start),
      );
      if (other === undefined || claim.names.some((name) => name.length >= 4 && own.includes(name))) return [];
      return [`pattern "${claim.source}" of ${claim.vendor} overlaps "${other.source}" of ${other.vendor}`];
    }),
  );
}

/**
 * What is wrong across files that are each valid: ids, names, domains and client ids claimed twice, equal merchant
 * patterns, patterns that overlap across vendors or take a vendor for one of its products, unknown capabilities, dangling suites and successors,
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
      files.vendors.map((file) => file.vendor.toLowerCase()),
      'vendor',
    ),
    ...repeated([...patterns, ...rejected], 'merchant pattern'),
    ...homeless.map(([id]) => `capability "${id}" has no domain`),
    ...products.flatMap((product) => productProblems(product, ids, known)),
    ...files.vendors.flatMap((file) => foreignSuites(file, ids)),
    ...files.vendors.flatMap(companyPatternProblems),
    ...overlapProblems(files.vendors),
    ...buildLookup(files).conflicts,
  ];
}
