import { expect, test } from 'vitest';
import { withDecisions } from '../../../src/catalog/decisions.ts';
import { loadCatalogue } from '../../../src/catalog/load.ts';

const catalogue = withDecisions(loadCatalogue(), [
  { raw: 'ZOOM', kind: 'expense', is: 'Zoom', by: 'Ada', reason: 'invoice seen' },
  { raw: 'Slack', is: 'not-software' },
  { raw: 'SQ *Figma', is: 'figma' },
  { raw: 'Crimson', is: 'internal' },
  { raw: 'Moonshot', is: 'no such thing' },
  { raw: 'Paintbox', is: 'adobe' },
  { raw: 'Twice', is: 'asana' },
  { raw: 'Twice', is: 'trello' },
]);

test('a decision wins over every rule and keeps who decided and why', () => {
  expect(catalogue.resolve('expense', 'zoom')).toMatchObject({
    status: 'matched',
    product: 'zoom',
    rule: 'decision',
    confidence: 1,
    reason: 'decided by Ada: invoice seen',
  });
  expect(catalogue.resolve('inventory', 'SLACK')).toMatchObject({ status: 'not-software', product: null });
  expect(catalogue.resolve('expense', 'sq * figma')).toMatchObject({ status: 'matched', product: 'figma' });
  expect(catalogue.resolve('sso', 'Crimson')).toMatchObject({ status: 'internal' });
});

test('a decision holds only for its kind, where it names one', () => {
  expect(catalogue.resolve('inventory', 'ZOOM')).toMatchObject({ product: 'zoom', rule: 'alias' });
});

test('a vendor may be decided; what the catalogue lacks stays with a person', () => {
  expect(catalogue.resolve('inventory', 'Paintbox')).toMatchObject({ status: 'vendor-only', vendor: 'Adobe' });
  expect(catalogue.resolve('inventory', 'Moonshot')).toMatchObject({ status: 'review', product: null, candidates: [] });
});

test('the later of two decisions holds', () => {
  expect(catalogue.resolve('inventory', 'twice').product).toBe('trello');
});

test('a later decision for every kind takes back the one for a single kind', () => {
  const answers = withDecisions(loadCatalogue(), [
    { raw: 'Blend', kind: 'expense', is: 'asana' },
    { raw: 'blend', is: 'trello' },
    { raw: 'Blend', kind: 'sso', is: 'notion' },
  ]);
  const products = (['expense', 'inventory', 'sso'] as const).map((kind) => answers.resolve(kind, 'Blend').product);
  expect(products).toEqual(['trello', 'trello', 'notion']);
});

test('vendor: tells the vendor where a product has the same name', () => {
  const answers = withDecisions(loadCatalogue(), [
    { raw: 'DBX', is: 'vendor: Dropbox' },
    { raw: 'Dbx 2', is: 'Dropbox' },
    { raw: 'Dbx 3', is: 'vendor: nobody at all' },
  ]);
  expect(answers.resolve('expense', 'dbx')).toMatchObject({ status: 'vendor-only', vendor: 'Dropbox', product: null });
  expect(answers.resolve('expense', 'dbx 2')).toMatchObject({ status: 'matched', product: 'dropbox' });
  expect(answers.resolve('expense', 'dbx 3')).toMatchObject({ status: 'review' });
});

test('own decisions win over shared ones, whatever kind either names; shared ones say where they stand', () => {
  const shared = withDecisions(
    loadCatalogue(),
    [
      { raw: 'Orchard', kind: 'expense', is: 'asana', by: 'IT lead' },
      { raw: 'Meadow', is: 'not-software' },
    ],
    'shared.yaml',
  );
  const own = withDecisions(shared, [{ raw: 'orchard', is: 'trello' }]);
  expect(shared.resolve('expense', 'Orchard').reason).toBe('decided in shared.yaml by IT lead');
  expect(own.resolve('expense', 'Orchard')).toMatchObject({ product: 'trello', reason: 'decided by a person' });
  expect(own.resolve('sso', 'Meadow')).toMatchObject({ status: 'not-software', reason: 'decided in shared.yaml' });
  expect(own.path('sso', 'Meadow').steps.map(({ looksFor, answered }) => [looksFor, answered])).toEqual([
    ['an answer that a person gave', false],
    ['an answer in shared.yaml', true],
  ]);
});

test('an answer for a card line holds for the same merchant with another number, and not for a carrier', () => {
  const decided = withDecisions(catalogue, [
    { raw: 'ZZTOOLY GMBH 2', is: 'asana' },
    { raw: 'AMZN Mktp US*2R41Y8Q03', is: 'trello' },
  ]);
  expect(decided.resolve('expense', 'ZZTOOLY GMBH 7781')).toMatchObject({ product: 'asana', confidence: 0.9 });
  expect(decided.resolve('expense', 'ZZTOOLY GMBH BERLIN').product).toBeNull();
  expect(decided.resolve('inventory', 'ZZTOOLY GMBH 7781').product).toBeNull();
  expect(decided.resolve('expense', 'AMZN Mktp US*9K11').product).toBeNull();
});
