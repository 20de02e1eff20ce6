import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogueDirectory } from '../../../src/catalog/load.ts';
import { patternTable } from '../../../src/catalog/match/patterns.ts';
import { catalogueProblems } from '../../../src/catalog/problems.ts';
import { readCatalogueYaml } from '../../../src/catalog/read-yaml.ts';
import { type CatalogueFiles, DescriptorsFile, MerchantPattern, VendorFile } from '../../../src/catalog/schema.ts';

const files = readCatalogueYaml(catalogueDirectory());
const products = files.vendors.flatMap((file) => file.products);

describe('the catalogue as shipped', () => {
  test('has no problem', () => {
    expect(catalogueProblems(files)).toEqual([]);
  });

  test('holds at least 220 products and 98 capabilities', () => {
    expect(products.length).toBeGreaterThanOrEqual(220);
    expect(Object.keys(files.capabilities.capabilities)).toHaveLength(98);
    expect(Object.keys(files.capabilities.domains)).toHaveLength(14);
  });

  test('gives every capability at least three products that are bought for it', () => {
    const counts = Object.keys(files.capabilities.capabilities).map((id) => ({
      id,
      bought: products.filter((product) => product.capabilities[id] === 3).length,
    }));
    expect(counts.filter(({ bought }) => bought < 3)).toEqual([]);
  });

  test('keeps prices only with a page and a day', () => {
    for (const { prices } of products) {
      for (const price of prices)
        expect(price).toMatchObject({ source_url: expect.any(String), as_of: expect.any(String) });
    }
  });

  test('has no pattern of one vendor that reads a charge of another', () => {
    const owned = files.vendors.flatMap((file) => [
      ...file.vendor_only.merchant.map((source) => ({ source, vendor: file.vendor })),
      ...file.products.flatMap(({ merchant }) => merchant.map((source) => ({ source, vendor: file.vendor }))),
    ]);
    const rejected = files.descriptors.rejections.flatMap(({ merchant, reason }) =>
      merchant.map((source) => ({ source, vendor: `rejection: ${reason}` })),
    );
    const all = [...owned, ...rejected];
    const table = patternTable(all.map(({ source, vendor }) => ({ source, value: vendor })));
    const clashes = all.flatMap(({ source, vendor }) =>
      samples(source)
        .map((text) => ({ source, text, read: table.find(text)?.value }))
        .filter(({ read }) => read !== vendor),
    );
    expect(clashes).toEqual([]);
  });
});

/** Texts that a pattern reads, with everything optional left out: what it says at the least. */
function samples(source: string): readonly string[] {
  const plain = new RegExp(source.replace(/\(\?: ?\|\$\)/g, '').replace(/\(\?:([^()|]*)\|\$\)/g, ''));
  return fc.sample(fc.stringMatching(new RegExp(`${plain.source.replace(/\$$/, '')}$`)), { numRuns: 4, seed: 7 });
}

function withVendor(vendor: unknown): CatalogueFiles {
  return { ...files, vendors: [...files.vendors, VendorFile.parse(vendor)] };
}

const sound = { id: 'planted', name: 'Planted Tool', capabilities: { wiki: 3 } };

describe('a planted mistake is found', () => {
  const cases: readonly (readonly [string, object, RegExp])[] = [
    ['duplicate id', { ...sound, id: 'slack' }, /product id "slack" stands twice/],
    ['name that is another product’s alias', { ...sound, name: 'G Suite' }, /"G Suite" names/],
    [
      'alias that differs in spelling only',
      { ...sound, aliases: ['git-hub'] },
      /names product github|names product planted/,
    ],
    ['domain of another product', { ...sound, domains: ['slack.com'] }, /"slack.com" names/],
    ['merchant pattern of another product', { ...sound, merchant: ['^ZOOM\\.US'] }, /merchant pattern .* stands twice/],
    ['unknown capability', { ...sound, capabilities: { wiki: 3, telepathy: 1 } }, /unknown capability "telepathy"/],
    ['dangling suite', { ...sound, suite: 'no-such-suite' }, /suite "no-such-suite" is not in the catalogue/],
    ['suite of another vendor', { ...sound, suite: 'microsoft-365' }, /suite "microsoft-365" is of another vendor/],
    ['dangling successor', { ...sound, successor: 'nobody' }, /successor "nobody"/],
    ['vector without a 3', { ...sound, capabilities: { wiki: 2 } }, /no capability that it is bought for/],
    ['name of a rejection', { ...sound, name: 'Premier Inn' }, /"Premier Inn" names/],
  ];
  test.each(cases)('%s', (_what, product, message) => {
    const problems = catalogueProblems(withVendor({ vendor: 'Planted Vendor', products: [product] }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  test('a pattern that goes on where another vendor’s begins, unless it spells its own name', () => {
    const of = (product: object) => catalogueProblems(withVendor({ vendor: 'Somebody', products: [product] }));
    expect(of({ ...sound, merchant: ['^TRELLO BOARD'] })).toEqual([
      'pattern "^TRELLO BOARD" of Somebody overlaps "^TRELLO" of Atlassian',
    ]);
    expect(of({ ...sound, merchant: ['^TRELLO PLANTED TOOL'] })).toEqual([]);
  });

  const other = { ...sound, id: 'planted-other', name: 'Planted Second' };
  const reads = /planted: pattern "\^PLANTED" reads "Planted Vendor", which is the vendor/;

  test('a pattern that takes a vendor of two products for one of them', () => {
    const product = { ...sound, merchant: ['^PLANTED'] };
    const file = { vendor: 'Planted Vendor', products: [product, other] };
    expect(catalogueProblems(withVendor(file))).toEqual([expect.stringMatching(reads)]);
    const byLegalName = { ...file, vendor: 'Somebody', legal_names: ['Planted Vendor'] };
    expect(catalogueProblems(withVendor(byLegalName))).toEqual([expect.stringMatching(reads)]);
  });

  test('no such pattern where the product is called so, what else there is costs nothing, or the vendor has it', () => {
    const called = { ...sound, merchant: ['^PLANTED'], former_names: [{ name: 'Planted' }] };
    const alone = { ...sound, merchant: ['^PLANTED'] };
    const vendor = 'Planted Vendor';
    const files = [
      { vendor, products: [called, other] },
      { vendor, products: [alone, { ...other, billing_kind: 'free' }] },
      { vendor, products: [sound, other], vendor_only: { merchant: ['^PLANTED'] } },
    ];
    expect(files.flatMap((file) => catalogueProblems(withVendor(file)))).toEqual([]);
  });

  test('a vendor described in two files', () => {
    const problems = catalogueProblems(withVendor({ vendor: 'Asana', products: [sound] }));
    expect(problems).toContainEqual(expect.stringContaining('vendor "asana" stands twice'));
  });
});

describe('schema', () => {
  test.each(['ZOOM', '^zoom', '^(?:A|B)', '^A', '^ABC?', '^AB*', '^AB(?:C+)+', '^[A-Z]+'])(
    'refuses the pattern %s',
    (source) => {
      expect(MerchantPattern.safeParse(source).success).toBe(false);
    },
  );

  test.each(['^ZOOM\\.US', '^1&1 ', '^SLACK T[0-9A-Z]{6,}', '^T MOBILE'])('takes the pattern %s', (source) => {
    expect(MerchantPattern.safeParse(source).success).toBe(true);
  });

  test('refuses a price without a date, an unknown key and a carrier without an act', () => {
    const price = { tier: 'Pro', amount: 10, currency: 'USD', unit: 'user_month', source_url: 'https://example.org' };
    expect(VendorFile.safeParse({ vendor: 'V', products: [{ ...sound, prices: [price] }] }).success).toBe(false);
    expect(VendorFile.safeParse({ vendor: 'V', products: [{ ...sound, colour: 'red' }] }).success).toBe(false);
    const carriers = [{ name: 'C', match: ['^CC '] }];
    expect(DescriptorsFile.safeParse({ ...files.descriptors, carriers }).success).toBe(false);
  });
});
