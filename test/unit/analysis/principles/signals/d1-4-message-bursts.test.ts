import { describe, expect, it } from 'vitest';
import { messageBursts } from '../../../../../src/analysis/principles/signals/d1-4-message-bursts.ts';
import { read, tenPeople, withMessages } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

const people = tenPeople(emptySnapshot());
const counts = { publicChannel: 100, privateChannel: 60, direct: 40, inBursts: 50 };

describe('D1.4 messages in bursts', () => {
  it('50 of 200 are .25', () => {
    const reading = read(messageBursts, withMessages(people, counts));
    expect(reading).toMatchObject({ state: 'measured', value: 0.25, coverage: 1, people: 10 });
    expect(reading.note).toBe('50 of 200 messages.');
  });

  it('leaves out weeks that do not count it or not all messages', () => {
    let snapshot = withMessages(people, counts);
    snapshot = withMessages(snapshot, { ...counts, week: '2026-07-13', inBursts: null });
    snapshot = withMessages(snapshot, { ...counts, week: '2026-07-20', direct: null });
    expect(read(messageBursts, snapshot).value).toBe(0.25);
  });

  it('is unknown without the count, zero where none is in a burst', () => {
    expect(read(messageBursts, withMessages(people, { ...counts, inBursts: null }))).toMatchObject({
      state: 'not-connected',
      words: 'No week of messages counts those in bursts together with all of them.',
    });
    expect(read(messageBursts, withMessages(people, { ...counts, inBursts: 0 })).value).toBe(0);
  });
});
