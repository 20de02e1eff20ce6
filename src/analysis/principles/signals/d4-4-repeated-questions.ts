import { low } from '../../scoring/shape.ts';
import { percent } from '../phrases.ts';
import { notConnected } from '../reading.ts';
import type { Reading, SignalInput, SignalUnit } from '../signal-unit.ts';
import { shareOfTeamWeeks } from '../team-week-facts.ts';

/** Likeness of words is a guess at likeness of questions (METHOD 0.2, heuristic text match). */
const HEURISTIC = 0.5;

export const repeatedQuestions = {
  meta: {
    id: 'D4.4',
    title: 'Repeated questions',
    construct: 'D4',
    unit: 'ratio',
    shape: low(0.05, 0.25),
    grade: 'D',
    weight: 1,
    formula: 'questions that resemble one of the 90 days before (shingle similarity of 0.6 or more) / questions',
    reference: 'METHOD 1 D4.4, Annex A; off by default, METHOD 5',
    source:
      'chat with questions compared in place (template messages with question_threads and repeated_questions), and D4.4 in privacy.opt_in of unsprawl.yaml',
    requires: ['messages', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput): Reading => {
    if (!input.snapshot.privacy.opt_in.includes('D4.4')) {
      return notConnected('Off by default: comparing questions reads what people write.');
    }
    return shareOfTeamWeeks(input, {
      parts: ({ repeatedQuestions: repeated, questionThreads: questions }) =>
        repeated === null || questions === null ? null : { part: repeated, whole: questions },
      reliability: Math.min(HEURISTIC, input.facts.reliability('messages')),
      noCount: 'No week of messages counts questions and those asked before.',
      noWhole: 'No question was asked.',
      words: (share) => `${percent(share)} of questions were asked before`,
      note: (part, whole) => `${part} of ${whole} questions, told by likeness of words.`,
    });
  },
} as const satisfies SignalUnit;
