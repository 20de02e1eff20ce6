import { describe, expect, test } from 'vitest';
import { readDay } from '../../../../../src/connectors/files/cells/day.ts';
import { readInstant } from '../../../../../src/connectors/files/cells/instant.ts';

describe('days', () => {
  test.each([
    ['2026-08-27', '2026-08-27'],
    ['2026-08-27T23:59:59Z', '2026-08-27'],
    ['2026/8/7 15:15:08', '2026-08-07'],
    ['27.08.2026', '2026-08-27'],
    ['7.8.26', '2026-08-07'],
    ['27.08.2026, 15:15', '2026-08-27'],
    ['Aug 27, 2026', '2026-08-27'],
    ['27 August 2026', '2026-08-27'],
    ['27. Mai 2026', '2026-05-27'],
    ['27-Aug-2026', '2026-08-27'],
    ['20260827', '2026-08-27'],
    // Day 46,261 of the spreadsheet calendar: 25,569 is 1970-01-01, and 20,692 days later is 2026-08-27.
    ['46261', '2026-08-27'],
    ['27/08/2026', '2026-08-27'],
    ['08/27/2026', '2026-08-27'],
    ['03/03/2026', '2026-03-03'],
    ['2024-02-29', '2024-02-29'],
  ])('%s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '31.04.2026',
    '99/99/2026',
    '3026-01-01',
    'soon',
    '03/04/26',
    '12',
    '=TODAY()',
  ])('%s is refused', (text) => {
    expect(() => readDay(text)).toThrow();
  });

  test('03/04/2026 needs its column', () => {
    expect(readDay('03/04/2026', 'day-first')).toBe('2026-04-03');
    expect(readDay('03/04/2026', 'month-first')).toBe('2026-03-04');
    expect(() => readDay('03/04/2026', null)).toThrow(/no value of the column tells/);
    expect(() => readDay('03/04/2026', 'mixed')).toThrow(/the column has both/);
  });

  test('numbers of a workbook are serial days', () => {
    expect(readDay(46261.75)).toBe('2026-08-27');
    expect(() => readDay(7)).toThrow();
  });

  test('unknown is null', () => {
    expect(['', ' ', 'n/a', 'none'].map((text) => readDay(text))).toEqual([null, null, null, null]);
  });
});

describe('instants', () => {
  test.each([
    ['2026-08-27T09:15:00Z', '2026-08-27T09:15:00Z'],
    ['2026-08-27T09:15:00.123Z', '2026-08-27T09:15:00Z'],
    ['2026-08-27T09:15:00+02:00', '2026-08-27T07:15:00Z'],
    ['2026-08-27T01:15:00+0530', '2026-08-26T19:45:00Z'],
    ['2026-08-27 09:15:00 UTC', '2026-08-27T09:15:00Z'],
    // Pacific Daylight Time is seven hours behind UTC, Central European Time one hour ahead whatever the season.
    ['2026-08-27 09:15 PDT', '2026-08-27T16:15:00Z'],
    ['2026-08-27 09:15:00 CET', '2026-08-27T08:15:00Z'],
    ['2026-08-27 09:15:00 CEST', '2026-08-27T07:15:00Z'],
    ['2026-08-27 09:15:00 MESZ', '2026-08-27T07:15:00Z'],
    // New York is four hours behind in August and five in January.
    ['2026-08-27 09:15 America/New_York', '2026-08-27T13:15:00Z'],
    ['2026-01-27 09:15 America/New_York', '2026-01-27T14:15:00Z'],
    ['2026-08-27 09:15 (America/New_York)', '2026-08-27T13:15:00Z'],
    ['2026-08-27T09:15:00+02:00[Europe/Berlin]', '2026-08-27T07:15:00Z'],
    ['2026-08-27 09:15:00.123456 +0000 UTC', '2026-08-27T09:15:00Z'],
    ['2026-08-27 09:15 UTC+2', '2026-08-27T07:15:00Z'],
    ['2026-08-27 09:15 GMT +02:00', '2026-08-27T07:15:00Z'],
    ['Thu, 27 Aug 2026 09:15:00 GMT', '2026-08-27T09:15:00Z'],
    ['Donnerstag, 27.08.2026 09:15', '2026-08-27T07:15:00Z'],
    ['8/27/2026, 3:15:09 PM EDT', '2026-08-27T19:15:09Z'],
    // Berlin is two hours ahead in August and one in January.
    ['2026-08-27 09:15', '2026-08-27T07:15:00Z'],
    ['2026-01-27 09:15', '2026-01-27T08:15:00Z'],
    ['27/08/2026 12:05 AM', '2026-08-26T22:05:00Z'],
    ['Aug 27, 2026 1:05:09 pm', '2026-08-27T11:05:09Z'],
    ['1787822100', '2026-08-27T09:15:00Z'],
    ['1787822100000', '2026-08-27T09:15:00Z'],
  ])('%s', (text, instant) => {
    expect(readInstant(text, 'Europe/Berlin')).toBe(instant);
  });

  test.each([
    '2026-08-27',
    '2026-08-27T25:00:00Z',
    '2026-02-30T10:00:00Z',
    // Central Standard Time of the US, China Standard Time: an offset is needed.
    '2026-08-27 09:15 CST',
    '2026-08-27 09:15 Mars/Base',
    '2026-08-27 09:15 +99:00',
    '2026-08-27 09:15 CET CEST',
    '2026-08-27 09:15 UTC 5',
    '2026-08-27 13:00 PM',
    'now',
  ])('%s is refused', (text) => {
    expect(() => readInstant(text, 'Europe/Berlin')).toThrow();
  });
});
