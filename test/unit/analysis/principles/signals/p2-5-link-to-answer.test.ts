import { describe, expect, it } from 'vitest';
import { linkToAnswer } from '../../../../../src/analysis/principles/signals/p2-5-link-to-answer.ts';
import { read, tenPeople, withMessages } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

const people = tenPeople(emptySnapshot());

describe('P2.5 answers that link a page', () => {
  it('adds up weeks: (3 + 5) of (10 + 30) is .2, at most half reliable', () => {
    let snapshot = withMessages(people, { questionThreads: 10, linkedAnswers: 3 });
    snapshot = withMessages(snapshot, { week: '2026-07-13', questionThreads: 30, linkedAnswers: 5 });
    const reading = read(linkToAnswer, snapshot);
    expect(reading).toMatchObject({ state: 'measured', value: 0.2, reliability: 0.5, coverage: 1, people: 10 });
    expect(reading.windowCoverage).toBeCloseTo(2 / 12, 9);
    expect(reading.note).toBe('8 of 40 question threads.');
  });

  it('leaves out weeks that count only one of the two', () => {
    let snapshot = withMessages(people, { questionThreads: 10, linkedAnswers: 3 });
    snapshot = withMessages(snapshot, { week: '2026-07-13', questionThreads: 90 });
    expect(read(linkToAnswer, snapshot).value).toBeCloseTo(0.3, 9);
  });

  it('is unknown where nothing counts it, and not applicable where nobody asked', () => {
    expect(read(linkToAnswer, withMessages(people))).toMatchObject({ state: 'not-connected', value: null });
    const none = withMessages(people, { questionThreads: 0, linkedAnswers: 0 });
    expect(read(linkToAnswer, none).state).toBe('not-applicable');
    expect(read(linkToAnswer, withMessages(people, { week: '2026-06-29' })).state).toBe('stale');
  });

  it('is at most everything', () => {
    expect(read(linkToAnswer, withMessages(people, { questionThreads: 2, linkedAnswers: 3 })).value).toBe(1);
  });
});
