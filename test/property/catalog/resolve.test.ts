import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalog/load.ts';
import { NameKind } from '../../../src/model/product.ts';

const catalogue = loadCatalogue();
const kinds = fc.constantFrom(...NameKind.options);
const unicode = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ maxLength: 5000 }),
);

/** Consonants only: no word of any language, and no name of sixteen of them is in the catalogue. */
const letters = fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), minLength: 16, maxLength: 30 });

describe('any text', () => {
  test('is answered, with a status that fits its fields', () => {
    fc.assert(
      fc.property(kinds, unicode, (kind, raw) => {
        const answer = catalogue.resolve(kind, raw);
        expect(answer.confidence).toBeGreaterThanOrEqual(0);
        expect(answer.confidence).toBeLessThanOrEqual(1);
        expect(answer.reason.length).toBeGreaterThan(0);
        expect(answer.product !== null).toBe(answer.status === 'matched');
        expect(answer.vendor !== null).toBe(answer.status === 'matched' || answer.status === 'vendor-only');
        if (answer.status !== 'review') expect(answer.candidates).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('is answered the same way twice', () => {
    fc.assert(
      fc.property(kinds, unicode, (kind, raw) => {
        expect(catalogue.resolve(kind, raw)).toEqual(catalogue.resolve(kind, raw));
      }),
      { numRuns: 200 },
    );
  });
});

test('random letters are never a product or a vendor', () => {
  fc.assert(
    fc.property(kinds, letters, (kind, raw) => {
      expect(['unknown', 'review', 'internal', 'not-software']).toContain(catalogue.resolve(kind, raw).status);
    }),
    { numRuns: 2000 },
  );
});

test('what stands behind the first 400 characters costs nothing and changes nothing', () => {
  fc.assert(
    fc.property(kinds, fc.string({ unit: 'grapheme', minLength: 400, maxLength: 600 }), (kind, raw) => {
      const cut = raw.slice(0, 400);
      expect(catalogue.resolve(kind, cut + raw)).toEqual(catalogue.resolve(kind, cut));
    }),
    { numRuns: 200 },
  );
});

test('random words of any letters are never a product', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 12, maxLength: 30 });
  fc.assert(
    fc.property(kinds, word, (kind, raw) => {
      expect(catalogue.resolve(kind, raw).status).not.toBe('matched');
      expect(catalogue.resolve(kind, raw.toUpperCase()).status).not.toBe('matched');
    }),
    { numRuns: 3000 },
  );
});

test('case and surrounding space change nothing', () => {
  const names = catalogue.products.map((product) => product.name);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom('sso', 'oauth', 'inventory'), (name, kind) => {
      const plain = catalogue.resolve(kind, name).product;
      expect(catalogue.resolve(kind, `  ${name.toUpperCase()} `).product).toBe(plain);
      expect(catalogue.resolve(kind, name.toLowerCase()).product).toBe(plain);
    }),
    { numRuns: 500 },
  );
});

test('every product answers to its own name, id-bearing domain and former names', () => {
  for (const product of catalogue.products) {
    expect(catalogue.resolve('inventory', product.name).product, product.name).toBe(product.id);
    for (const former of product.formerNames) {
      expect(catalogue.resolve('inventory', former).product, former).toBe(product.id);
    }
    for (const domain of product.domains) expect(catalogue.resolve('domain', domain).product, domain).toBe(product.id);
  }
});

test('a megabyte of anything is read in the time of a short text', () => {
  for (const unit of ['a', '(', ' - ', 'a.', '/', '*', '﷽', '🚀']) {
    for (const kind of NameKind.options)
      expect(catalogue.resolve(kind, unit.repeat(300_000)).confidence).toBeLessThanOrEqual(1);
  }
});
