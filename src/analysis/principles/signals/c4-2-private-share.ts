import { low } from '../../scoring/shape.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';
import { shareOfMessages } from './p4-1-open-channels.ts';

export const privateShare = {
  meta: {
    id: 'C4.2',
    title: 'Messages behind closed doors',
    construct: 'C4',
    unit: 'ratio',
    shape: low(0.4, 0.9),
    grade: 'D',
    weight: 1,
    formula: 'messages in private channels and direct messages / all messages',
    reference: 'METHOD 1 C4.2, Annex A',
    source: 'chat (template messages) and people list',
    requires: ['messages', 'people'],
    privacy: 'collaboration',
    personDay: false,
    windowed: true,
  },
  measure: (input: SignalInput) =>
    shareOfMessages(
      input,
      (week) => week.privateChannel + week.direct,
      (share) => `${share} of messages are written in private channels or directly`,
    ),
} as const satisfies SignalUnit;
