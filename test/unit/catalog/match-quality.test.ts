import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalog/load.ts';
import { type LabelledName, measureMatching } from '../../../src/catalog/match-quality.ts';

const catalogue = loadCatalogue();

test('each row is counted where its label and its answer put it', () => {
  const names: LabelledName[] = [
    { source_kind: 'inventory', raw: 'Slack', label: 'Slack' },
    // Known to the catalogue, and answered as another product with confidence.
    { source_kind: 'inventory', raw: 'Trello', label: 'Slack' },
    // Not in the catalogue: counts against reach only.
    { source_kind: 'inventory', raw: 'Qzxwvbnm', label: 'Qzxwvbnm' },
    { source_kind: 'inventory', raw: 'Adobe', label: 'VENDOR_ONLY:Adobe' },
    { source_kind: 'inventory', raw: 'Figma', label: 'VENDOR_ONLY:Figma' },
    { source_kind: 'expense', raw: 'STARBUCKS 123', label: 'NOT_SOFTWARE' },
    { source_kind: 'expense', raw: 'SLACK T012345', label: 'NOT_SOFTWARE' },
    { source_kind: 'expense', raw: 'QZXWVBNM', label: 'UNKNOWN' },
  ];
  const none = {
    products: 0,
    known: 0,
    right: 0,
    vendorOnly: 0,
    vendorRight: 0,
    notSoftware: 0,
    takenIn: 0,
    others: 0,
  };
  expect(measureMatching(catalogue, names)).toEqual([
    {
      ...none,
      ...{ kind: 'inventory', rows: 5, products: 3, known: 2, right: 1, vendorOnly: 2, vendorRight: 1 },
      // Trello and Figma: 2 of 5.
      ...{ othersGivenProduct: 0, confidentlyWrong: 2 },
    },
    {
      ...none,
      kind: 'expense',
      rows: 3,
      notSoftware: 2,
      takenIn: 1,
      others: 1,
      othersGivenProduct: 0,
      confidentlyWrong: 1,
    },
    {
      ...{ kind: 'all', rows: 8, products: 3, known: 2, right: 1, vendorOnly: 2, vendorRight: 1, notSoftware: 2 },
      ...{ takenIn: 1, others: 1, othersGivenProduct: 0, confidentlyWrong: 3 },
    },
  ]);
});
