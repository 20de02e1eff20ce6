import type { Product } from '../model/product.ts';
import { editDistance } from '../util/nearest.ts';
import { textOrder } from '../util/text-order.ts';
import type { ProductCatalogue } from './catalogue.ts';
import { squash } from './match/text.ts';
import { search } from './search.ts';

function distance(product: Product, wanted: string): number {
  const names = [product.name, product.id, ...product.aliases, ...product.formerNames].map(squash);
  return Math.min(...names.map((name) => editDistance(wanted, name)));
}

/** Products that a person may have meant: those that a search finds, else those whose spelling is near. Nearest first. */
export function nearestProducts(catalogue: ProductCatalogue, text: string, most = 5): readonly Product[] {
  const found = search(catalogue, text);
  const wanted = squash(text);
  if (found.length > 0 || wanted === '') return found.slice(0, wanted === '' ? 0 : most);
  const within = Math.max(2, Math.floor(wanted.length / 3));
  return catalogue.products
    .map((product) => ({ product, away: distance(product, wanted) }))
    .filter(({ away }) => away <= within)
    .sort((a, b) => a.away - b.away || textOrder(a.product.name, b.product.name))
    .slice(0, most)
    .map(({ product }) => product);
}
