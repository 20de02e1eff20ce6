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
