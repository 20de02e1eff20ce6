import { expect, test } from 'vitest';
import { profiles } from '../../../../../src/connectors/files/profiles/registry.ts';
import { mappingMistakes, repeatedHeaders } from '../../../../../src/connectors/files/recognition/mapping-mistakes.ts';
import { FileMapping } from '../../../../../src/model/mapping.ts';

const GOOD = {
  header: ['Tag', 'An', 'Wert'],
  profile: 'template-spend',
  columns: { Tag: 'date', An: 'merchant', Wert: 'amount' } as Record<string, string | null>,
  constants: { currency: 'EUR' } as Record<string, string>,
};

function mistakes(change: Partial<typeof GOOD> & Record<string, unknown>): string[] {
  const found = mappingMistakes(FileMapping.parse({ ...GOOD, ...change }), profiles);
  return found.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('none where all is said', () => {
  expect(mistakes({})).toEqual([]);
  expect(mistakes({ constants: {}, currency: 'EUR' })).toEqual([]);
  expect(mistakes({ profile: null, columns: {}, constants: {} } as never)).toEqual([]);
});

test.each([
  [{ profile: 'template-spent' }, 'profile: there is no profile "template-spent"; the nearest is "template-spend"'],
  [{ profile: '?' }, 'profile: say what the file is: one of template-rates, template-people'],
  [{ columns: { ...GOOD.columns, Tga: 'category' } }, 'columns.Tga: "Tga" is not in the header of this mapping'],
  [{ day_orders: { Wann: 'dmy' } }, 'day_orders.Wann: "Wann" is not in the header'],
  [{ columns: { ...GOOD.columns, Wert: 'betrag' } }, 'columns.Wert: the profile has no column "betrag"; it has date,'],
  [{ columns: { ...GOOD.columns, An: 'amount', Tag: null } }, 'columns.Wert: two columns are said to be "amount"'],
  [{ constants: {} }, ': "currency" is needed (Code such as EUR.)'],
  [{ constants: { currency: 'Euro' } }, 'constants.currency: this is no currency code such as EUR'],
  [{ constants: { currency: 'EUR', merchant: 'X' } }, 'constants.merchant: "merchant" has a column and a constant'],
  [{ constants: { currency: 'EUR', email: 'a@x.example' } }, 'constants.email: "email" names people'],
  [{ constants: { currency: 'EUR', colour: 'red' } }, 'constants.colour: the profile has no column "colour"'],
])('%j', (change, message) => {
  expect(mistakes(change as Partial<typeof GOOD>).join('\n')).toContain(message);
});

test('a header that stands twice is told, whatever its order and spelling', () => {
  const other = { ...GOOD, header: ['wert', 'TAG', 'An'] };
  const mappings = [GOOD, { ...GOOD, header: ['Tag', 'An'] }, other].map((each) => FileMapping.parse(each));
  expect(repeatedHeaders(mappings)).toEqual([2]);
});
