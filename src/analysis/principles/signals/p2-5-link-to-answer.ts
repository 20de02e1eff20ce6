import { counted } from '../../../util/counted.ts';
import { high } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { shareOfTeamWeeks } from '../team-week-facts.ts';

/** What is a question and what a page is told by a rule of thumb (METHOD 1 P2.5). */
const HEURISTIC = 0.5;

export const linkToAnswer = {
  meta: {
    id: 'P2.5',
    title: 'Answers that link a page',
    construct: 'P2',
    unit: 'ratio',
    shape: high(0.05, 0.35),
    grade: 'D',
    weight: 1,
    formula: 'question threads whose reply links a document / question threads',
    reference: 'METHOD 1 P2.5; heuristic, reliability 0.5',
    source: 'chat (template messages) with question_threads and linked_answers, and people list',
    requires: ['messages', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) =>
    shareOfTeamWeeks(input, {
      parts: ({ linkedAnswers, questionThreads }) =>
        linkedAnswers === null || questionThreads === null ? null : { part: linkedAnswers, whole: questionThreads },
      reliability: Math.min(HEURISTIC, input.facts.reliability('messages')),
      noCount: 'No week of messages tells how many questions were asked and answered with a link.',
      noWhole: 'No question was asked in a thread.',
      words: (share) => `${percent(share)} of questions are answered with a link to a page`,
      note: (part, whole) => `${part} of ${counted(whole, 'question thread')}.`,
    }),
} as const satisfies SignalUnit;
