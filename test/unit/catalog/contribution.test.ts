import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkVendorFile } from '../../../src/catalog/check-vendor-file.ts';
import { contributionText, kebab } from '../../../src/catalog/contribution.ts';
import { NameKind } from '../../../src/model/product.ts';
import { smallCatalogue } from '../../support/small-catalogue.ts';

test('what was seen goes where it belongs', () => {
  const text = contributionText({
    name: 'Willow Pages',
    vendor: 'Willow GmbH',
    seen: [
      { kind: 'expense', raw: 'WILLOW PAGES 8231 BERLIN' },
      { kind: 'inventory', raw: 'willow-pages' }, // the same letters: no alias
      { kind: 'sso', raw: 'Willow Pages (EU)' },
      { kind: 'oauth', raw: 'Willow Pages Connector' },
      { kind: 'domain', raw: 'https://app.willow-pages.example/login' },
    ],
  });
  expect(parse(text)).toMatchObject({
    vendor: 'Willow GmbH',
    products: [
      {
        id: 'willow-pages',
        name: 'Willow Pages',
        domains: ['app.willow-pages.example'],
        aliases: ['Willow Pages (EU)'],
        merchant: ['^WILLOW PAGES(?: |$)'],
        oauth: { names: ['Willow Pages Connector'] },
        capabilities: {},
        sso: null,
      },
    ],
  });
  expect(text).toContain('#   seen: WILLOW PAGES 8231 BERLIN');
});

test('only what the product is bought for is missing, and then it is valid', () => {
  const text = contributionText({ name: 'Willow', vendor: 'Willow', seen: [] });
  const files = smallCatalogue();
  expect(checkVendorFile(text, files).problems.map(({ message }) => message)).toEqual([
    'willow: no capability that it is bought for (3)',
  ]);
  expect(checkVendorFile(text.replace('capabilities: {}', 'capabilities: {wiki: 3}'), files).problems).toEqual([]);
});

test('any name and any raw name give a file that can be read back', () => {
  const seen = fc.array(fc.record({ kind: fc.constantFrom(...NameKind.options), raw: fc.string({ unit: 'binary' }) }));
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).map((text) => `A ${text}`),
      seen,
      (name, raws) => {
        const read = parse(contributionText({ name, vendor: name, seen: raws }));
        expect(read.products[0].name).toBe(name);
        expect(read.products[0].id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(read.products[0].capabilities).toEqual({});
      },
    ),
    { seed: 7 },
  );
});

test.each([
  ['Acme Flow', 'acme-flow'],
  ['  C++ Über / Werk!', 'c-uber-werk'],
  ['日本', ''],
])('%s becomes %s', (name, id) => expect(kebab(name)).toBe(id));
