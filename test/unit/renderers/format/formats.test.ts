import { describe, expect, test } from 'vitest';
import { dayNumber, dayOf, formatDistance } from '../../../../src/renderers/format/date.ts';
import { createFormats } from '../../../../src/renderers/format/formats.ts';
import { brief, listed, plural, visible } from '../../../../src/renderers/format/words.ts';

describe('formats', () => {
  const english = createFormats('en-GB', 5);
  const german = createFormats('de-DE', 5);

  test('money is printed from minor units, in the digits of its currency', () => {
    expect(english.money({ minor: 792_050, currency: 'EUR' })).toBe('€7,920.50');
    expect(german.money({ minor: 792_050, currency: 'EUR' })).toBe('7.920,50\u00a0€');
    expect(english.money({ minor: 7920, currency: 'JPY' })).toBe('JP¥7,920');
    expect(english.amount({ minor: -12_000, currency: 'EUR' })).toBe('-120.00');
    expect(english.whole({ minor: 970_549, currency: 'EUR' })).toBe('€9,705');
  });

  test('unknown and withheld are words, never zero or blank', () => {
    expect(english.money(null)).toBe('unknown');
    expect(english.number(null)).toBe('unknown');
    expect(english.day(null)).toBe('unknown');
    expect(english.count(null)).toBe('unknown');
    expect(english.count('suppressed')).toBe('withheld (k = 5)');
    expect(english.count(0)).toBe('0');
  });

  test('dates follow the locale and not the zone of the machine', () => {
    expect(english.day('2026-10-12')).toBe('12 October 2026');
    expect(german.day('2026-10-12')).toBe('12. Oktober 2026');
    expect(formatDistance('2026-10-12', '2026-10-01')).toBe('11 days ago');
    expect(formatDistance('2026-10-12', '2026-10-13')).toBe('in 1 day');
    expect(formatDistance('2026-10-12', '2026-10-12')).toBe('today');
    expect(dayOf(dayNumber('2024-02-29'))).toBe('2024-02-29');
  });

  test('a locale that does not exist falls back to British English', () => {
    expect(createFormats('not a locale', 5).number(1234.5, 1)).toBe('1,234.5');
    expect(createFormats('zz-ZZ', 5).number(1234.5, 1)).toBe('1,234.5');
  });

  test('no narrow or thin space, which differ between versions of ICU', () => {
    expect(createFormats('fr-FR', 5).money({ minor: 123_456_789, currency: 'EUR' })).not.toMatch(/[\u202f\u2009]/);
  });
});

describe('words', () => {
  test('plurals and lists', () => {
    expect(plural(1, 'tool')).toBe('tool');
    expect(plural(0, 'is', 'are')).toBe('are');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed(['a'])).toBe('a');
  });

  test('control characters and direction overrides vanish from every text, keys stay', () => {
    expect(visible({ a: ['x\u0000\u202ey', { b: 1, c: null }] })).toEqual({ a: ['xy', { b: 1, c: null }] });
    expect(visible('line\nfeed')).toBe('line\nfeed');
    expect(visible('x'.repeat(1_000_000))).toHaveLength(2001);
  });

  test('a long name is cut between letters', () => {
    expect(brief('👩'.repeat(50), 3)).toBe('👩👩👩…');
    expect(brief('short')).toBe('short');
  });
});
