import { high } from '../../scoring/shape.ts';
import { readMessages, sampleOfTeams } from '../message-facts.ts';
import { percent } from '../phrases.ts';
import { evidenceOf, notConnected, partlyMeasured } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { shareOfTeamWeeks } from '../team-week-facts.ts';

/** A ratio to messages instead of replies: a heuristic (METHOD 0.2). */
const APPROXIMATE = 0.5;

export const threadUse = {
  meta: {
    id: 'D1.5',
    title: 'Use of threads',
    construct: 'D1',
    unit: 'ratio',
    shape: high(0.3, 0.8),
    grade: 'D',
    weight: 1,
    formula:
      'threaded replies / messages that answer another within 30 min in the channel; where these are not counted / messages in channels, a floor',
    reference: 'METHOD 1 D1.5, Annex A',
    source: 'chat (template messages) with threaded_replies and replies, and people list',
    requires: ['messages', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) => {
    const ofReplies = shareOfReplies(input);
    return ofReplies.state === 'measured' ? ofReplies : shareOfChannelMessages(input);
  },
} as const satisfies SignalUnit;

function shareOfReplies(input: SignalInput) {
  return shareOfTeamWeeks(input, {
    parts: ({ threadedReplies, replies }) =>
      threadedReplies === null || replies === null ? null : { part: threadedReplies, whole: replies },
    reliability: input.facts.reliability('messages'),
    noCount: 'No week of messages counts replies.',
    noWhole: 'No message answers another.',
    words: (share) => `${percent(share)} of replies are written in a thread`,
    note: (part, whole) => `${part} threaded of ${whole} replies.`,
  });
}

function shareOfChannelMessages(input: SignalInput) {
  const { counted, people, coverage, windowCoverage } = readMessages(input);
  const known = counted.flatMap((c) =>
    c.row.threadedReplies === null ? [] : [{ ...c, replies: c.row.threadedReplies }],
  );
  const inChannels = known.reduce((n, c) => n + c.publicChannel + c.privateChannel, 0);
  if (inChannels === 0) return notConnected('No week of messages counts threaded replies.');
  const value = Math.min(1, known.reduce((n, c) => n + c.replies, 0) / inChannels);
  return partlyMeasured({
    value,
    coverage,
    windowCoverage,
    people,
    reliability: Math.min(APPROXIMATE, input.facts.reliability('messages')),
    words: `${percent(value)} of channel messages are replies in a thread`,
    note: 'Counted against all channel messages, since replies outside threads cannot be told: a floor.',
    evidence: evidenceOf(known.map((c) => c.row)),
    ...sampleOfTeams(
      known,
      (c) => c.replies,
      (c) => c.publicChannel + c.privateChannel,
    ),
  });
}
