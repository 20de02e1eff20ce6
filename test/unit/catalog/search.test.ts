import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalog/load.ts';
import { search, toCatalogueRow } from '../../../src/catalog/search.ts';

const catalogue = loadCatalogue();
const ids = (query: string) => search(catalogue, query).map((product) => product.id);

test('finds by name, former name, domain, vendor and capability, nearest first', () => {
  expect(ids('slack')[0]).toBe('slack');
  expect(ids('G Suite')[0]).toBe('google-workspace');
  expect(ids('hellosign.com')).toContain('dropbox-sign');
  expect(ids('atlassian')).toEqual(expect.arrayContaining(['jira', 'confluence', 'trello']));
  const boards = search(catalogue, 'whiteboard').filter((product) => product.capabilities.whiteboard === 3);
  expect(boards.length).toBeGreaterThanOrEqual(5);
  expect(ids('google calendar')[0]).toBe('google-calendar');
  expect(ids('qxzqxz')).toEqual([]);
});

test('without a query lists every product by name', () => {
  const names = search(catalogue, '').map((product) => product.name);
  expect(names).toHaveLength(catalogue.products.length);
  expect(names).toEqual([...names].sort());
});

test('a row has the shape of `catalog --json`', () => {
  const trello = catalogue.product('trello');
  expect(trello && Object.keys(toCatalogueRow(trello))).toEqual([
    'id',
    'name',
    'vendor',
    'aliases',
    'formerNames',
    'domains',
    'capabilities',
  ]);
});

test('the members of a suite are the products that name it', () => {
  const suite = catalogue.product('google-workspace');
  expect(suite?.members).toEqual(expect.arrayContaining(['gmail', 'google-drive', 'google-docs', 'google-meet']));
  expect(catalogue.product('gmail')?.suite).toBe('google-workspace');
});
