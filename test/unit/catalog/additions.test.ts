import { describe, expect, test } from 'vitest';
import { additionProblems, withVendorFile } from '../../../src/catalog/additions.ts';
import { createCatalogue } from '../../../src/catalog/catalogue.ts';
import { VendorFile } from '../../../src/catalog/schema.ts';
import { smallCatalogue } from '../../support/small-catalogue.ts';

const files = smallCatalogue();
const added = (product: object, vendor = 'Willow') =>
  VendorFile.parse({ vendor, products: [{ id: 'willow', name: 'Willow', capabilities: { wiki: 3 }, ...product }] });

describe('a vendor file beside the catalogue', () => {
  test('of a new vendor is known by its names', () => {
    const catalogue = createCatalogue(withVendorFile(files, added({ aliases: ['Willow Pages'] })));
    expect(catalogue.resolve('inventory', 'willow pages')).toMatchObject({ product: 'willow', vendor: 'Willow' });
    expect(catalogue.vendors).toEqual(['Birch', 'Maple Works', 'Willow']);
  });

  test('of a known vendor joins its products', () => {
    const joined = withVendorFile(files, added({}, 'Birch'));
    expect(joined.vendors.map(({ vendor, products }) => [vendor, products.map(({ id }) => id)])).toEqual([
      ['Birch', ['birch', 'birch-tasks', 'willow']],
      ['Maple Works', ['mapleboard']],
    ]);
    expect(files.vendors[0]?.products).toHaveLength(2);
  });

  test('that is sound has no problem', () => {
    expect(additionProblems(files, added({}))).toEqual([]);
  });

  test.each([
    ['an id that is taken', { id: 'birch' }, 'Willow', 'product id "birch" stands twice', ['products', 0, 'id']],
    [
      'a name of another',
      { aliases: ['W', 'Birchwood'] },
      'Willow',
      '"Birchwood" names',
      ['products', 0, 'aliases', 1],
    ],
    [
      'a domain of another',
      { domains: ['birch.example'] },
      'Willow',
      '"birch.example" names',
      ['products', 0, 'domains', 0],
    ],
    [
      'a pattern of another',
      { merchant: ['^BIRCHTASKS'] },
      'Willow',
      'merchant pattern',
      ['products', 0, 'merchant', 0],
    ],
    [
      'an unknown capability',
      { capabilities: { wiki: 3, chat: 1 } },
      'Willow',
      'unknown capability "chat"',
      ['products', 0, 'capabilities', 'chat'],
    ],
    ['a suite that is not there', { suite: 'oak' }, 'Willow', 'suite "oak"', ['products', 0, 'suite']],
    ['nothing that it is bought for', { capabilities: { wiki: 2 } }, 'Willow', 'bought for', ['products', 0, 'id']],
  ])('%s is told with its place', (_what, product, vendor, message, path) => {
    const [first] = additionProblems(files, added(product, vendor));
    expect(first?.message).toContain(message);
    expect(first?.path).toEqual(path);
  });

  test('an id of the same vendor is a correction where corrections are asked for, else a clash', () => {
    const corrected = added({ id: 'birch', name: 'Birch', aliases: ['Birchwood'] }, 'Birch');
    expect(additionProblems(files, corrected, { replaces: true })).toEqual([]);
    expect(additionProblems(files, corrected)).not.toEqual([]);
  });
});
