import { describe, expect, test } from 'vitest';
import { CellProblem, readIdentifier, readList, readText } from '../../../../../src/connectors/files/cells/cell.ts';
import { readCurrency } from '../../../../../src/connectors/files/cells/currency.ts';
import { readYesNo } from '../../../../../src/connectors/files/cells/yes-no.ts';

describe('text', () => {
  test('is trimmed, and empty is null', () => {
    expect(readText('  Slack ')).toBe('Slack');
    expect(readText('   ')).toBeNull();
    expect(readText(42)).toBe('42');
  });

  test('hostile text is text', () => {
    expect(readText("=cmd|'/c calc'!A1")).toBe("=cmd|'/c calc'!A1");
    expect(readText('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
  });

  test('over 32,767 characters and spreadsheet errors are refused without repeating them', () => {
    expect(readText('x'.repeat(32_767))).toHaveLength(32_767);
    expect(() => readText('x'.repeat(32_768))).toThrow(new CellProblem('is longer than 32,767 characters'));
    expect(() => readText('#REF!')).toThrow(new CellProblem('holds a spreadsheet error'));
  });
});

test('lists are separated by semicolons, empty parts left out', () => {
  expect(readList('a; b,c ;;')).toEqual(['a', 'b,c']);
  expect(readList(';')).toBeNull();
});

test('identifiers lose their wrapping', () => {
  expect(readIdentifier('Ann Abel <ann@example.com>')).toBe('ann@example.com');
  expect(readIdentifier('mailto:ann@example.com')).toBe('ann@example.com');
  expect(readIdentifier('ann')).toBe('ann');
  expect(readIdentifier('n/a')).toBeNull();
});

test('yes and no in several languages, and nothing else', () => {
  expect(['yes', 'TRUE', '1', 'ja', 'Y', 'x'].map((text) => readYesNo(text))).toEqual(Array(6).fill(true));
  expect(['no', 'False', '0', 'nein', 'N'].map((text) => readYesNo(text))).toEqual(Array(5).fill(false));
  expect([readYesNo(1), readYesNo(0), readYesNo('')]).toEqual([true, false, null]);
  expect(() => readYesNo('maybe')).toThrow(/neither yes nor no/);
});

test('currencies are codes', () => {
  expect([readCurrency('eur'), readCurrency('€'), readCurrency('')]).toEqual(['EUR', 'EUR', null]);
  for (const text of ['$', 'EURO', 'QQQ']) expect(() => readCurrency(text)).toThrow(/not a currency code/);
});
