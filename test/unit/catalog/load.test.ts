import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueDirectory, compileCatalogue, loadCatalogue } from '../../../src/catalog/load.ts';
import { ConfigurationError } from '../../../src/errors/audit-error.ts';

let directory = '';

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'catalogue-'));
  for (const name of ['capabilities.yaml', 'descriptors.yaml'])
    cpSync(join(catalogueDirectory(), name), join(directory, name));
  for (const name of ['asana', 'salesforce']) {
    cpSync(join(catalogueDirectory(), 'products', `${name}.yaml`), join(directory, 'products', `${name}.yaml`));
  }
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('the compiled document gives the same catalogue as the YAML files', () => {
  const fromYaml = loadCatalogue(directory);
  writeFileSync(join(directory, 'catalogue.json'), compileCatalogue(directory));
  const compiled = loadCatalogue(directory);
  expect(compiled.products).toEqual(fromYaml.products);
  expect(compiled.capabilities).toEqual(fromYaml.capabilities);
  expect(compiled.resolve('inventory', 'Slack')).toEqual(fromYaml.resolve('inventory', 'Slack'));
  expect(compiled.products.length).toBeGreaterThan(2);
});

test('a YAML file that changed later is read instead of the compiled document', () => {
  writeFileSync(join(directory, 'catalogue.json'), compileCatalogue(directory));
  const added = join(directory, 'products', 'added.yaml');
  writeFileSync(added, 'vendor: Added\nproducts:\n  - {id: added, name: Added, capabilities: {wiki: 3}}\n');
  const later = new Date(Date.UTC(2100, 0, 1));
  utimesSync(added, later, later);
  expect(loadCatalogue(directory).product('added')).toBeDefined();
  rmSync(added);
});

test('a mistake names the file and the field', () => {
  const broken = join(directory, 'products', 'broken.yaml');
  writeFileSync(broken, 'vendor: Broken\nproducts:\n  - {id: Not Kebab, name: B, capabilities: {wiki: 3}}\n');
  const later = new Date(Date.UTC(2100, 0, 1));
  utimesSync(broken, later, later);
  expect(() => loadCatalogue(directory)).toThrow(ConfigurationError);
  expect(() => loadCatalogue(directory)).toThrow(/broken\.yaml[\s\S]*kebab-case/);
  rmSync(broken);
});
