import { high } from '../../scoring/shape.ts';
import { type CountedWeek, readMessages, sampleOfTeams } from '../message-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, measured, notConnected, stale } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

export const openChannels = {
  meta: {
    id: 'P4.1',
    title: 'Messages in open channels',
    construct: 'P4',
    unit: 'ratio',
    shape: high(0.15, 0.6),
    grade: 'D',
    weight: 1,
    formula: 'messages in public channels / messages in all channels and direct messages',
    reference: 'METHOD 1 P4.1',
    source: 'chat (template messages) and people list',
    requires: ['messages', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) =>
    shareOfMessages(
      input,
      (week) => week.publicChannel,
      (share) => `${share} of messages are written in open channels`,
    ),
} as const satisfies SignalUnit;

/** Share of all messages of the weeks in which every kind is counted. */
export function shareOfMessages(
  input: SignalInput,
  part: (week: CountedWeek) => number,
  words: (share: string) => string,
) {
  const { inWindow, counted, people, coverage, windowCoverage } = readMessages(input);
  if (inWindow.length === 0) return stale('No week of messages lies in the window.');
  const all = counted.reduce((n, c) => n + c.all, 0);
  if (all === 0) return notConnected('No week counts public, private and direct messages together.');
  const value = counted.reduce((n, c) => n + part(c), 0) / all;
  return measured({
    value,
    coverage,
    windowCoverage,
    people,
    reliability: input.facts.reliability('messages'),
    words: words(percent(value)),
    note: `${all} messages of ${people} people.`,
    evidence: evidenceOf(counted.map((c) => c.row)),
    ...sampleOfTeams(counted, part, (week) => week.all),
  });
}
