import { describe, expect, it } from 'vitest';
import { protectAllWords, protectWords } from '../../../src/privacy/protect-words.ts';

const words = (sentence: string, withheld: readonly number[] = [], k = 5) =>
  protectWords(sentence, { k, withheld: new Set(withheld) });

describe('protectWords', () => {
  it.each([
    ['3 people use it.', 'Fewer than 5 people use it.'],
    ['It is used by 1 person.', 'It is used by fewer than 5 people.'],
    ['Asana (56 people), Trello (4 people)', 'Asana (56 people), Trello (fewer than 5 people)'],
    ['a team of 2 people', 'a team of fewer than 5 people'],
    [
      '0 assigned to nobody, 3 assigned to people who left',
      '0 assigned to nobody, fewer than 5 assigned to people who left',
    ],
    ['all 4 other users', 'all fewer than 5 other users'],
  ])('withholds a small group in "%s"', (before, after) => expect(words(before)).toBe(after));

  it.each([
    ['3 of the 23 people use it', 'Fewer than 5 of the 23 people use it'],
    // 23 - 21 = 2 do not.
    ['21 of the 23 people use it', 'Nearly all of the 23 people use it'],
    ['1 of 3 people use it', 'Some of fewer than 5 people use it'],
  ])('withholds a part or the rest in "%s"', (before, after) => expect(words(before)).toBe(after));

  it.each([
    'nobody: 0 people',
    '12 of the 23 people use it',
    'meetings of at least 4 people',
    'a group of fewer than 5 people counts as 5',
    '29 of 32 records; 95 % interval 76 % to 97 %',
    '0.3 people',
    '1.4 tools for each person',
    '3 tools, 2 teams, EUR 4 a year',
    '125,004 people',
  ])('leaves "%s" as it is', (sentence) => expect(words(sentence)).toBe(sentence));

  // 23 is no small group, but the table beside it withholds it; 20 is the multiple of 5 below.
  it('rounds a count down that the tables withhold', () => {
    expect(words('Active in the period: 23 people.', [23])).toBe('Active in the period: at least 20 people.');
    expect(words('31 of the 38 people', [38])).toBe('Some of at least 35 people');
  });

  it('keeps to k, and comes back the same from a second reading', () => {
    const once = words('12 people and 31 of the 38 people', [], 15);
    expect(once).toBe('Fewer than 15 people and nearly all of the 38 people');
    expect(words(once, [], 15)).toBe(once);
  });

  it('reads every text of a part of the document', () => {
    const part = { why: ['2 people', 7], daci: { evidence: '6 people', due: null } };
    const read = protectAllWords(part, { k: 5, withheld: new Set() });
    expect(read).toEqual({ why: ['Fewer than 5 people', 7], daci: { evidence: '6 people', due: null } });
  });
});
