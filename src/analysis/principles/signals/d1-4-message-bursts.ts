import { low } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { allMessages, shareOfTeamWeeks } from '../team-week-facts.ts';

export const messageBursts = {
  meta: {
    id: 'D1.4',
    title: 'Messages in bursts',
    construct: 'D1',
    unit: 'ratio',
    shape: low(0.1, 0.4),
    grade: 'D',
    weight: 1,
    formula: 'messages in runs of at least 6 within 120 s by 2 or 3 authors / messages',
    reference: 'METHOD 1 D1.4, Annex A',
    source: 'chat (template messages) with in_bursts, and people list',
    requires: ['messages', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) =>
    shareOfTeamWeeks(input, {
      parts: (row) => {
        const messages = allMessages(row);
        return messages === null || row.inBursts === null ? null : { part: row.inBursts, whole: messages };
      },
      reliability: input.facts.reliability('messages'),
      noCount: 'No week of messages counts those in bursts together with all of them.',
      noWhole: 'No message was written.',
      words: (share) => `${percent(share)} of messages are written in bursts of talk`,
      note: (part, whole) => `${part} of ${whole} messages.`,
    }),
} as const satisfies SignalUnit;
