import { describe, expect, test } from 'vitest';
import { readAmount } from '../../../../../src/connectors/files/cells/amount.ts';
import { readCount, readDecimal } from '../../../../../src/connectors/files/cells/number.ts';

describe('amounts', () => {
  test.each([
    ['115.80', 11580],
    ['1,234.56', 123456],
    ['1.234,56', 123456],
    ['1 234,56', 123456],
    ["1'234.56", 123456],
    ['1.234.567', 123456700],
    ['12,34,567.00', 123456700],
    ['12,5', 1250],
    ['(49.00)', -4900],
    ['49.00-', -4900],
    ['-49', -4900],
    ['−49', -4900],
    ['12.34 CR', -1234],
    ['€ 12,34', 1234],
    ['12.34 EUR', 1234],
    ['EUR 12.34', 1234],
    ['$12.34', 1234],
    ['-$1,012.34', -101234],
    ['.5', 50],
    ['0.125', 13],
    ['-0.125', -13],
    ['-0.001', 0],
    ['1,234', 123400],
    ['1.234', 123400],
  ])('%s', (text, minor) => {
    expect(readAmount(text, 'EUR')).toEqual({ minor, currency: 'EUR' });
  });

  test.each([
    'twelve',
    '=1+1',
    '12.34.5',
    '1,23,4',
    '12,345.6,7',
    '--5',
    '1e5',
    '12.34 USD',
    '£12',
    '99999999999999999.00',
  ])('%s is refused', (text) => {
    expect(() => readAmount(text, 'EUR')).toThrow();
  });

  test.each(['', '  ', 'n/a', '-', '–', 'unknown'])('"%s" is unknown, not zero', (text) => {
    expect(readAmount(text, 'EUR')).toBeNull();
  });

  test('the column settles a lone mark', () => {
    expect(readAmount('1.234', 'EUR', '.')).toEqual({ minor: 123, currency: 'EUR' });
    expect(readAmount('1.234', 'EUR', ',')).toEqual({ minor: 123400, currency: 'EUR' });
    expect(() => readAmount('1.234', 'EUR', 'mixed')).toThrow(/decimal or a thousands mark/);
  });

  test('minor units follow the currency', () => {
    expect(readAmount('1,250', 'JPY')).toEqual({ minor: 1250, currency: 'JPY' });
    expect(readAmount('12.5', 'KWD')).toEqual({ minor: 12500, currency: 'KWD' });
    // Three decimals are usual there, so 1.250 may be one and a quarter or twelve hundred and fifty.
    expect(() => readAmount('1.250', 'KWD')).toThrow(/decimal or a thousands mark/);
  });

  test('numbers of a workbook are taken as they are', () => {
    expect(readAmount(1.234, 'EUR')).toEqual({ minor: 123, currency: 'EUR' });
    // 1.005 in binary is below 1.005, but it was typed as 1.005.
    expect(readAmount(1.005, 'EUR')).toEqual({ minor: 101, currency: 'EUR' });
    expect(readAmount(1e-9, 'EUR')).toEqual({ minor: 0, currency: 'EUR' });
  });
});

describe('other numbers', () => {
  test('counts take a lone mark for thousands, decimals a point for the decimal point', () => {
    expect(readCount('1,200')).toBe(1200);
    expect(readCount('1.200')).toBe(1200);
    expect(readDecimal('1.162')).toBe(1.162);
    expect(readDecimal('0,8612')).toBe(0.8612);
    expect(readDecimal('1,162', ',')).toBe(1.162);
    expect(() => readDecimal('1,162')).toThrow(/decimal or a thousands mark/);
    expect(() => readCount('-1')).toThrow(/below zero/);
  });
});
