import { describe, expect, it } from 'vitest';
import { repeatedQuestions } from '../../../../../src/analysis/principles/signals/d4-4-repeated-questions.ts';
import type { Snapshot } from '../../../../../src/model/snapshot.ts';
import { read, tenPeople, withMessages } from '../../../../support/signal-input.ts';
import { emptySnapshot } from '../../../../support/snapshot.ts';

const people = tenPeople(emptySnapshot());
const asked = withMessages(people, { questionThreads: 40, repeatedQuestions: 6 });

function optedIn(snapshot: Snapshot): Snapshot {
  return { ...snapshot, privacy: { ...snapshot.privacy, opt_in: ['D4.4'] } };
}

describe('D4.4 repeated questions', () => {
  it('is off by default: what the counts say is not even read', () => {
    const untouchable = {
      ...asked,
      get messages(): Snapshot['messages'] {
        return Object.assign([...asked.messages], {
          filter: () => {
            throw new Error('read');
          },
        });
      },
    };
    expect(read(repeatedQuestions, untouchable)).toMatchObject({ state: 'not-connected', value: null, evidence: [] });
    expect(read(repeatedQuestions, untouchable).words).toMatch(/^Off by default/);
    expect(() => read(repeatedQuestions, optedIn(untouchable))).toThrow('read');
  });

  it('where the organisation asked for it: (6 + 4) of (40 + 60) is .1, at most half reliable', () => {
    const more = withMessages(asked, { week: '2026-07-13', questionThreads: 60, repeatedQuestions: 4 });
    expect(read(repeatedQuestions, optedIn(more))).toMatchObject({
      state: 'measured',
      value: 0.1,
      reliability: 0.5,
      people: 10,
    });
  });

  it('another opt-in does not open it', () => {
    const other = { ...asked, privacy: { ...asked.privacy, opt_in: ['C4.3' as const] } };
    expect(read(repeatedQuestions, other).state).toBe('not-connected');
  });

  it('is never computed under the works-council profile, asked for or not', () => {
    const strict = { ...optedIn(asked), privacy: { ...optedIn(asked).privacy, profile: 'works-council' as const } };
    expect(read(repeatedQuestions, strict)).toMatchObject({ state: 'suppressed', value: null });
  });

  it('names what is missing', () => {
    expect(read(repeatedQuestions, people).words).toContain('message counts are missing');
    expect(read(repeatedQuestions, optedIn(withMessages(people, { questionThreads: 40 })))).toMatchObject({
      state: 'not-connected',
      words: 'No week of messages counts questions and those asked before.',
    });
  });
});
