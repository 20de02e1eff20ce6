import { describe, expect, it } from 'vitest';
import { threadUse } from '../../../../../src/analysis/principles/signals/d1-5-thread-use.ts';
import { read, tenPeople, withMessages } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

const people = tenPeople(emptySnapshot());
const counts = { publicChannel: 60, privateChannel: 20, direct: 10, threadedReplies: 16 };

describe('D1.5 use of threads', () => {
  it('16 of 40 replies are threaded: .4, measured in full', () => {
    const reading = read(threadUse, withMessages(people, { ...counts, replies: 40 }));
    expect(reading).toMatchObject({ state: 'measured', value: 0.4, reliability: 1, people: 10 });
    expect(reading.note).toBe('16 threaded of 40 replies.');
  });

  it('needs no count of direct messages for that', () => {
    expect(read(threadUse, withMessages(people, { ...counts, direct: null, replies: 40 })).value).toBe(0.4);
  });

  it('uses the weeks that count replies where there are any', () => {
    const snapshot = withMessages(withMessages(people, { ...counts, replies: 40 }), { ...counts, week: '2026-07-13' });
    expect(read(threadUse, snapshot).value).toBe(0.4);
  });

  it('falls back to a floor: 16 of 80 messages in channels', () => {
    for (const replies of [null, 0]) {
      expect(read(threadUse, withMessages(people, { ...counts, replies }))).toMatchObject({
        state: 'measured-partial',
        value: 0.2,
        reliability: 0.5,
      });
    }
  });

  it('is unknown where threaded replies are not counted', () => {
    expect(read(threadUse, withMessages(people, { ...counts, threadedReplies: null, replies: 40 })).state).toBe(
      'not-connected',
    );
  });
});
