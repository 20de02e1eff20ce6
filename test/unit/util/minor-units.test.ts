import { describe, expect, it } from 'vitest';
import { minorDigits, toMajor, toMinor } from '../../../src/util/minor-units.ts';

describe('minor units', () => {
  it('follow ISO 4217, not the habits of a country', () => {
    expect(['EUR', 'JPY', 'KWD', 'HUF', 'IQD', 'CLF'].map(minorDigits)).toEqual([2, 0, 3, 2, 3, 4]);
  });

  it('round halves away from zero, binary fractions included', () => {
    expect([1.005, -1.005, 0.1 + 0.2, 12.345].map((amount) => toMinor(amount, 'EUR'))).toEqual([101, -101, 30, 1235]);
    expect(toMinor(1.5, 'JPY')).toBe(2);
  });

  it('come back unchanged', () => {
    for (const minor of [0, 1, -1, 99, 123_456_789]) expect(toMinor(toMajor(minor, 'EUR'), 'EUR')).toBe(minor);
  });
});
