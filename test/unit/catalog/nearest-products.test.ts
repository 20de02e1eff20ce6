import { expect, test } from 'vitest';
import { createCatalogue } from '../../../src/catalog/catalogue.ts';
import { nearestProducts } from '../../../src/catalog/nearest-products.ts';
import { smallCatalogue } from '../../support/small-catalogue.ts';

const catalogue = createCatalogue(smallCatalogue());
const near = (text: string) => nearestProducts(catalogue, text).map(({ id }) => id);

test('a word of the name finds it, a slip of the pen too', () => {
  expect(near('board')).toEqual(['mapleboard']);
  expect(near('Mapelboard')).toEqual(['mapleboard']); // two letters swapped: distance 2 of at most 10/3 = 3
  expect(near('birchtask')).toEqual(['birch-tasks']); // part of a name
});

test('nothing comes near letters that mean nothing', () => {
  expect(near('qzxwvb')).toEqual([]);
  expect(near('')).toEqual([]);
});
