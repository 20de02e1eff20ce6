import { high } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { allMessages, shareOfTeamWeeks } from '../team-week-facts.ts';

export const workObjects = {
  meta: {
    id: 'P4.2',
    title: 'Talk at the work itself',
    construct: 'P4',
    unit: 'ratio',
    shape: high(0.15, 0.5),
    grade: 'D',
    weight: 1,
    formula: 'comments on issues, code reviews and documents / (those + chat messages), of weeks that count both',
    reference: 'METHOD 1 P4.2',
    source: 'issue tracker, code review, wiki and chat (template messages) with work_comments, and people list',
    requires: ['messages', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) =>
    shareOfTeamWeeks(input, {
      parts: (row) => {
        const messages = allMessages(row);
        const { workComments } = row;
        return messages === null || workComments === null
          ? null
          : { part: workComments, whole: workComments + messages };
      },
      reliability: input.facts.reliability('messages'),
      noCount: 'No week counts comments on work together with all chat messages.',
      noWhole: 'Neither a comment nor a message was written.',
      words: (share) => `${percent(share)} of what is written stands at the work itself, not in chat`,
      note: (part, whole) => `${part} comments on work beside ${whole - part} messages.`,
    }),
} as const satisfies SignalUnit;
