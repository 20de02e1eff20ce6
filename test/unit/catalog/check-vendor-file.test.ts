import { describe, expect, test } from 'vitest';
import { checkVendorFile } from '../../../src/catalog/check-vendor-file.ts';
import { smallCatalogue } from '../../support/small-catalogue.ts';

const files = smallCatalogue();
const check = (text: string) => checkVendorFile(text, files);

describe('a vendor file of a user', () => {
  test('that is sound says what it holds', () => {
    const text = 'vendor: Willow\nproducts:\n  - id: willow\n    name: Willow\n    capabilities: {wiki: 3}\n';
    expect(check(text)).toEqual({ vendor: 'Willow', products: ['willow'], corrects: [], problems: [] });
  });

  test('that corrects the catalogue says so', () => {
    const text =
      'vendor: Maple Works\nproducts:\n  - {id: mapleboard, name: Mapleboard, capabilities: {tasks: 3, wiki: 1}}\n';
    expect(check(text)).toMatchObject({ corrects: ['mapleboard'], problems: [] });
  });

  test('every mistake has its line', () => {
    const text = [
      'vendor: Willow', // 1
      'products:', // 2
      '  - id: Willow Pages', // 3: no kebab-case
      '    name: Willow', // 4
      '    domains: [https://willow.example]', // 5: with scheme
      '    capabilties: {wiki: 3}', // 6: misspelt, so capabilities is missing in the product of line 3
    ].join('\n');
    expect(check(text).problems.map(({ row, field }) => [row, field])).toEqual([
      [3, 'products.0.id'],
      [5, 'products.0.domains.0'],
      [3, 'products.0.capabilities'],
      [6, 'products.0.capabilties'],
    ]);
  });

  test('clashes name who holds it, unknown capabilities the nearest', () => {
    const text = [
      'vendor: Willow',
      'products:',
      '  - id: birch-tasks',
      '    name: Mapleboard',
      '    capabilities: {task: 3}',
    ].join('\n');
    const problems = check(text).problems.map(({ message, row }) => `${row}: ${message}`);
    expect(problems).toContain(
      '3: product id "birch-tasks" stands twice: the catalogue has it for Birch Tasks of Birch',
    );
    expect(problems).toContain('5: birch-tasks: unknown capability "task"; the nearest is "tasks"');
    expect(problems.some((problem) => problem.startsWith('4: "Mapleboard" names product mapleboard'))).toBe(true);
  });

  test('that is no YAML is told with the line', () => {
    expect(check('vendor: Willow\nproducts: [{id: a}\n').problems[0]).toMatchObject({ row: expect.any(Number) });
    expect(check('').problems).not.toEqual([]);
  });
});
